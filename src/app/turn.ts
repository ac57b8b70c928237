import type { Conversation } from "../domain/conversation.ts";
import type { Decision, Effect, Event, Facts, Search } from "../domain/flow.ts";
import type { Reply } from "../domain/message.ts";
import type { Found, Knowledge } from "../domain/ports.ts";
import { decide } from "../flows/decide.ts";
import { knownState } from "../flows/known-state.ts";

/** How often a flow may look something up within one turn. */
const mostRounds = 4;

/** What one turn comes to: the conversation after it, what the person hears, and what is kept. */
export interface TurnResult {
  conversation: Conversation;
  replies: Reply[];
  keepings: Exclude<Effect, { do: "reply" | "lookup" | "lookup-entry" | "tell" }>[];
  /** What others hear. */
  told: Extract<Effect, { do: "tell" }>[];
  /** The conversation stood at a place that this version does not know, and went back to the menu. */
  lost: boolean;
}

/** Lets the flows decide about one event, looking up what they ask for. */
export function takeTurn(
  before: Conversation,
  event: Event,
  facts: Facts,
  knowledge: Pick<Knowledge, "find" | "entry">,
): TurnResult {
  const result: TurnResult = {
    conversation: before,
    replies: [],
    keepings: [],
    told: [],
    lost: false,
  };
  let state = knownState(before.state);
  result.lost = state !== before.state;
  let events: Event[] = [event];
  const find = once((words: string) => knowledge.find(words, mostFound));
  for (let round = 0; events.length > 0 && round < mostRounds; round++) {
    const next: Event[] = [];
    for (const each of events) {
      const decision: Decision = decide(state, each, facts);
      state = decision.state;
      for (const effect of decision.effects) {
        if (effect.do === "reply") result.replies.push(effect.reply);
        else if (effect.do === "lookup") next.push(found(effect.search, find, knowledge));
        else if (effect.do === "lookup-entry")
          next.push({ on: "opened", entry: knowledge.entry(effect.entry) ?? null, as: effect.as });
        else if (effect.do === "tell") result.told.push(effect);
        else result.keepings.push(effect);
      }
    }
    events = next;
  }
  const offered = result.replies.findLast(({ choices }) => choices.length > 0)?.choices;
  result.conversation = { ...before, state, offered: offered ?? [] };
  return result;
}

/** How many entries each way of searching brings. */
const mostFound = 5;

/** A flow that looks once more, and closer, asks again for what it had. */
function once(find: (words: string) => Found[]): (words: string) => Found[] {
  const had = new Map<string, Found[]>();
  return (words) => {
    const found = had.get(words) ?? find(words);
    had.set(words, found);
    return found;
  };
}

function found(
  search: Search,
  find: (words: string) => Found[],
  knowledge: Pick<Knowledge, "entry">,
): Event {
  return {
    on: "found",
    search,
    alone: find(search.words),
    together: search.together === null ? [] : find(search.together),
    parts: search.parts.map(find),
    inside: search.inside.map(find),
    entries: search.entries.flatMap((id) => knowledge.entry(id) ?? []),
  };
}
