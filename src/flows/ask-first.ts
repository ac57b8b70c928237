import type { State } from "../domain/conversation.ts";
import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import type { Found } from "../domain/ports.ts";
import { askTexts as texts } from "../texts/zh-cn/ask.ts";
import { isPlainCardMatter } from "../understanding/conditions.ts";
import { namesThing, type Asked } from "../understanding/follow-up.ts";
import { normalise } from "../understanding/normalise.ts";
import { give, type Giving } from "./ask-answer.ts";
import { promoted } from "./ask-conditions.ts";
import { ladder, possible, sure } from "./ask-ladder.ts";
import { conditionsOf, spanOf } from "./ask-search.ts";
import { button, notice } from "./reply.ts";

/** How sure an entry is that a person's own condition points to. */
const byCondition = 0.9;
/** … and where the search of a whole story says otherwise. */
const byStory = 0.6;

/** Entries that the person's condition may point to before anything was answered. */
interface Pointed {
  /** What all kinds of the wish have in common. */
  entry: KnowledgeEntry | null;
  /** The kind that was told. */
  pointed: KnowledgeEntry | null;
}

/** A message that leans on no entry: a first question, or one more try at the last. */
export function aboutQuestion(
  state: State,
  { search, alone, together }: Extract<Event, { on: "found" }>,
  step: Asked,
  { entry, pointed }: Pointed,
  facts: Facts,
): Decision {
  const { said, enough } = search;
  const { facets } = step;
  const person = aboutPerson(state, said, facts);
  const meant = pointed ?? (person.age ? entry : null);
  // A wish whose kinds were named, or a card and what befell it: nothing else can be meant.
  if (meant && (entry || isPlainCardMatter(normalise(search.words), step.own))) {
    const found = alone.find((it) => it.entry.id === meant.id)?.confidence ?? 0;
    return give(meant, { confidence: Math.max(byCondition, found), facets, ...person });
  }
  // A story on a card of which the search heard something else: what befell the card counts.
  const [best] = alone;
  if (meant && !(best && isHeard(best, meant)))
    return give(meant, {
      confidence: byStory,
      facets,
      ...person,
      others: best ? [best.entry] : [],
    });

  // Words without a subject mean nothing but what was spoken of before.
  const leansOnly = state.flow === "ask" && !namesThing(step) && facets.length > 0;
  if (leansOnly && (together[0]?.confidence ?? 0) < possible)
    return { state, effects: [notice(texts.whichMatter, [button("human")])] };
  const results = leansOnly ? together : stronger(alone, together);
  const giving = { facets, ...person, enough };
  return ladder(state, said, promoted(results, conditionsOf(state, said, facts)), giving, facts);
}

/** The search found the matter, or something else for sure. */
function isHeard({ entry, confidence }: Found, meant: KnowledgeEntry): boolean {
  return confidence >= (entry.topic === meant.topic ? possible : sure);
}

/** The age that a message tells. */
export function aboutPerson(
  state: State,
  said: string,
  facts: Facts,
): Required<Pick<Giving, "age" | "tellAge">> {
  return { age: spanOf(conditionsOf(state, said, facts)), tellAge: true };
}

/** The results whose first is the surer one. */
export function stronger(one: Found[], other: Found[]): Found[] {
  return (other[0]?.confidence ?? 0) > (one[0]?.confidence ?? 0) ? other : one;
}
