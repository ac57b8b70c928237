import { atMenu, type State } from "../domain/conversation.ts";
import type { Decision, Facts, Search } from "../domain/flow.ts";
import type { Reading } from "../domain/reading.ts";
import { askTexts as texts } from "../texts/zh-cn/ask.ts";
import { conditionTexts } from "../texts/zh-cn/ask-conditions.ts";
import { concernIn } from "../understanding/concern.ts";
import { stepIn, type Step } from "../understanding/follow-up.ts";
import { readIntent } from "../understanding/intent.ts";
import { normalise } from "../understanding/normalise.ts";
import { behindPreamble } from "../understanding/preamble.ts";
import { forkIn } from "./ask-conditions.ts";
import { nameIsKept } from "./ask-answer.ts";
import { notKnown } from "./ask-ladder.ts";
import { searchFor } from "./ask-search.ts";
import { adviceIdFor } from "./dispute-advice.ts";
import { button, notice } from "./reply.ts";

/** What to do with words that no other flow wants: a step in a talk, or something to look up. */
export function ask(state: State, text: string, reading: Reading, facts: Facts): Decision {
  const step = stepIn(text);
  const question = step.is === "words" ? behindPreamble(text) : null;
  if (question !== null)
    return ask(state, question, { ...reading, ...readIntent(question) }, facts);
  const done = withoutSearch(state, step, text, facts);
  if (done) return done;
  const ways = forkIn(normalise(text));
  if (ways)
    return {
      state: { flow: "ask", v: 2, at: "choosing", question: text, turns: 1, only: null },
      effects: [
        notice(conditionTexts.which, [
          ...ways.map(({ entry, label }) => ({ label, action: { act: "entry" as const, entry } })),
          button("human"),
        ]),
      ],
    };
  return {
    state,
    effects: [
      {
        do: "lookup",
        search: withAdvice(searchFor(state, text, step, reading, facts), state, reading),
      },
    ],
  };
}

/** Steps that need no search: a nod, a farewell, a plain no, a side of nothing. */
function withoutSearch(state: State, step: Step, text: string, facts: Facts): Decision | null {
  const talk = state.flow === "ask" ? state : null;
  switch (step.is) {
    case "nod": {
      if (talk?.at === "choosing" && talk.only !== null)
        return { state, effects: [{ do: "lookup-entry", entry: talk.only, as: "answer" }] };
      const said = step.thanks ? texts.welcomeThanks : texts.nodded;
      return { state, effects: [notice(said, [button("human"), button("back")])] };
    }
    case "leave":
      return { state: atMenu, effects: [notice(texts.left)] };
    case "rejection":
      if (talk?.at === "answered") return afterWrong(talk.entry);
      return talk?.at === "choosing" ? notKnown(talk.question, [], facts) : null;
    case "details":
      return talk?.at === "answered"
        ? { state, effects: [{ do: "lookup-entry", entry: talk.entry, as: "details" }] }
        : null;
    case "again":
      return onceMore(state, step.plainer);
    case "words":
      // 您问的是…吧？ 多少钱: whoever goes on to ask has said yes.
      if (talk?.at === "choosing" && talk.only !== null && step.own === "" && step.facets[0])
        return { state, effects: [{ do: "lookup-entry", entry: talk.only, as: step.facets[0] }] };
      if (talk?.at !== "answered" && concernIn(normalise(text), step.own) === "secrecy")
        return { state, effects: [nameIsKept] };
      return talk === null && step.facets.length > 0 && step.own === "" && !step.ofStation
        ? { state, effects: [notice(texts.whichMatter, [button("human")])] }
        : null;
    case "correction":
      return null;
    default:
      return step satisfies never;
  }
}

/** What was said last, once more; in one sentence for whoever did not follow. */
function onceMore(state: State, plainer: boolean): Decision {
  const talk = state.flow === "ask" ? state : null;
  if (talk?.at !== "answered")
    return { state, effects: [notice(texts.whichMatter, [button("human")])] };
  const as = plainer ? "answer" : (talk.facet ?? "answer");
  const told = plainer ? [notice(texts.inShort, [button("human")])] : [];
  return { state, effects: [...told, { do: "lookup-entry", entry: talk.entry, as }] };
}

/** The answer was not what was asked. */
export function afterWrong(entry: string): Decision {
  return {
    state: atMenu,
    effects: [
      { do: "keep-feedback", entry, what: "wrong" },
      notice(texts.wrongKept, [button("human")]),
    ],
  };
}

/** A quarrel that is told first may need what is said of its kind; in a talk the matter at hand knows better. */
function withAdvice(search: Search, state: State, { dispute }: Reading): Search {
  if (dispute === null || (state.flow === "ask" && state.at === "answered")) return search;
  return { ...search, entries: [...search.entries, adviceIdFor(dispute.type)] };
}
