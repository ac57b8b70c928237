import { atMenu, type State } from "../domain/conversation.ts";
import type { Desk } from "../domain/desk.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import { deskTexts as texts } from "../texts/zh-cn/desk.ts";
import { give } from "./ask-answer.ts";
import { heard, step, talking } from "./desk-step.ts";

/** So many entries are offered for a few words. */
const mostOffered = 3;

/** # and the name of an entry sends it; # and a few words finds some to choose from. Null: no such thing. */
export function quickReply(state: State, text: string): Decision | null {
  const asked = /^[#＃]\s*(.+)$/su.exec(text.trim())?.[1]?.trim();
  if (asked === undefined) return null;
  if (/^[a-z0-9-]+$/.test(asked))
    return { state, effects: [{ do: "lookup-entry", entry: asked, as: "answer" }] };
  const nothing = { together: null, parts: [], inside: [], entries: [] };
  const search = { said: asked, enough: 0, words: asked, ...nothing };
  return { state, effects: [{ do: "lookup", search }] };
}

/** What was found for the few words: nothing goes to the villager before one is chosen. */
export function offerEntries(
  state: State,
  { alone }: Extract<Event, { on: "found" }>,
  { about }: Desk,
): Decision {
  if (!about) return { state: atMenu, effects: [heard(texts.gone)] };
  const served = alone.filter(({ withdrawn }) => !withdrawn).slice(0, mostOffered);
  const { id: matter, number } = about.it;
  return {
    state,
    effects: [
      heard(
        served.length === 0 ? texts.noEntry : texts.whichEntry(number),
        served.map(({ entry }) => ({
          label: entry.title,
          action: { act: "send-entry", matter, entry: entry.id },
        })),
      ),
    ],
  };
}

/** An entry of the knowledge base, with its sources, as the officer's answer. */
export function sendEntry(
  state: State,
  { entry }: Extract<Event, { on: "opened" }>,
  facts: Facts,
  desk: Desk,
): Decision {
  const { about } = desk;
  if (!about) return { state: atMenu, effects: [heard(texts.gone)] };
  if (entry === null) return { state, effects: [heard(texts.noEntry)] };
  const stepped = step(about.it, { do: "speak", by: desk.me }, facts, desk);
  if (!stepped.ok) return { state: atMenu, effects: [stepped.told] };
  const sent = give(entry, { confidence: 1 }).effects.flatMap((effect): Effect[] =>
    effect.do === "reply" && about.it.conversation !== null
      ? [{ do: "tell", to: { conversation: about.it.conversation }, reply: effect.reply }]
      : [],
  );
  return {
    state: talking(about.it, facts),
    effects: [stepped.save, ...sent, heard(texts.sentEntry(about.it.number, entry.title))],
  };
}
