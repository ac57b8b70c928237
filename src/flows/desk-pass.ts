import { atMenu, type State } from "../domain/conversation.ts";
import type { Desk } from "../domain/desk.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import { advance, canPassOn } from "../domain/matter.ts";
import type { Matter } from "../domain/matter.ts";
import { may } from "../domain/rights.ts";
import { deskTexts as texts } from "../texts/zh-cn/desk.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { heard, step, toVillager, without } from "./desk-step.ts";
import { followersOf, newsTo } from "./desk-merge.ts";
import { callCard } from "./desk-reply.ts";

/** So many colleagues can be named on buttons; whoever is on duty can always be chosen. */
const mostNamed = 8;

/** Asks to whom. */
export function passOn(state: State, matter: Matter, { colleagues }: Desk): Decision {
  const named = colleagues
    .filter(({ role }) => may(role, "take") && (!matter.isPrivate || may(role, "see-private")))
    .slice(0, mostNamed);
  return {
    state,
    effects: [
      heard(texts.askPassOn(matter.number), [
        ...named.map(({ id, name }) => ({
          label: name,
          action: { act: "give" as const, matter: matter.id, to: id },
        })),
        { label: texts.buttons.anyone, action: { act: "give", matter: matter.id, to: null } },
      ]),
    ],
  };
}

/** The matter waits again; the one it was given to is called first, and the clock goes on from there. */
export function giveTo(
  state: State,
  about: NonNullable<Desk["about"]>,
  to: string | null,
  facts: Facts,
  desk: Desk,
): Decision {
  const matter = about.it;
  const colleague = desk.colleagues.find(({ id }) => id === to);
  const stepped = step(matter, { do: "pass-on", by: desk.me }, facts, desk);
  if (!stepped.ok) return { state, effects: [stepped.told] };
  const { number } = matter;
  const call: Effect[] = [];
  if (colleague) {
    // Called by name: everybody else hears of it only if that one does not answer.
    stepped.save.matter = { ...stepped.save.matter, dueAt: facts.now + namedFirst };
    const card = callCard({ ...about, it: stepped.save.matter }, facts.now, false);
    const bare = callCard({ ...about, it: stepped.save.matter }, facts.now, true);
    const text = texts.passedToYou(about, desk.me.name);
    call.push({ do: "tell", to: { person: colleague.id }, reply: { ...card, text }, bare });
  }
  return {
    state: without(state, matter),
    effects: [
      stepped.save,
      heard(texts.passedOn(number, colleague?.name ?? null)),
      ...toVillager(matter, talkTexts.passedOn(number)),
      ...call,
    ],
  };
}

/** How long a colleague who was named has before the others are called. Unit: ms. */
const namedFirst = 5 * 60_000;

/** End of a shift: all that is in hand waits for those on duty. */
export function handOver(state: State, facts: Facts, desk: Desk): Decision {
  const inHand = desk.mine.some(canPassOn);
  // They would be called for it themselves.
  if (inHand && desk.onDuty.length > 0 && desk.onDuty.every((name) => name === desk.me.name))
    return { state, effects: [heard(texts.aloneOnDuty)] };
  const effects: Effect[] = [];
  let handed = 0;
  for (const matter of desk.mine) {
    const advanced = advance(matter, { do: "pass-on", by: desk.me }, facts.now);
    if (!advanced.ok) continue;
    handed += 1;
    effects.push(
      { do: "save-matter", matter: advanced.matter, act: "pass-on", actor: desk.me.id },
      ...toVillager(matter, talkTexts.passedOn(matter.number)),
      ...newsTo(followersOf(matter, desk.merged), advanced.matter),
    );
  }
  return {
    state: atMenu,
    effects: [...effects, heard(texts.handedOver(handed))],
  };
}
