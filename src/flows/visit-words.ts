import type { Decision, Facts } from "../domain/flow.ts";
import { visitAsks, type VisitAsk, type VisitDraft, type VisitState } from "../domain/visit.ts";
import { disputeTexts } from "../texts/zh-cn/dispute.ts";
import { visitTexts as texts } from "../texts/zh-cn/home-visit.ts";
import {
  agreesIn,
  asksWhyIn,
  correctionIn,
  courtesyIn,
  isAside,
  passesIn,
  refusesIn,
  stopsIn,
} from "../understanding/dispute/manner.ts";
import { visitDayIn, visitServiceIn } from "../understanding/home-visit.ts";
import type { Said } from "./dispute.ts";
import { phoneMayBeGiven } from "./dispute-keep.ts";
import {
  askVisitOrShow,
  changeVisit,
  dropVisit,
  putVisit,
  savedVisit,
  showVisit,
  toldIn,
  withVisitTold,
} from "./visit.ts";
import { otherDay } from "./visit-answer.ts";

/** An answer is no longer than this. Unit: UTF-16 code units. */
const longestAnswer = 40;

/** Words while a visit is asked for; null: something else that somebody else answers, and this waits. */
export function visitWords(state: VisitState, said: Said, facts: Facts): Decision | null {
  if (state.at === "day") return otherDay(state, said, facts);
  const { text, masked } = said;
  const [phone] = phoneMayBeGiven(facts) ? masked.phones : [];
  const draft: VisitDraft = { ...state.draft, phone: phone ?? state.draft.phone };
  if (stopsIn(text)) return dropVisit(state);
  if (asksWhyIn(text))
    return state.at === "asking"
      ? putVisit(state.ask, draft, facts, [disputeTexts.why])
      : showVisit(draft, [disputeTexts.why]);
  const right = correctionIn(text);
  if (right !== null) return corrected({ ...state, draft }, right, facts);
  return state.at === "card"
    ? cardWords(draft, said, facts)
    : answerWords(state.ask, draft, said, facts);
}

function cardWords(draft: VisitDraft, said: Said, facts: Facts): Decision | null {
  const { text, reading, masked } = said;
  if (agreesIn(text)) return savedVisit(draft, facts);
  if (refusesIn(text)) return changeVisit(draft);
  if (courtesyIn(text)) return showVisit(draft);
  if (isAside(text, reading)) return null;
  const isPhone = masked.phones.length > 0 && text.length < longestAnswer;
  return showVisit(isPhone ? draft : putRight(draft, text, facts));
}

function answerWords(
  ask: VisitAsk,
  draft: VisitDraft,
  { text, reading, masked }: Said,
  facts: Facts,
): Decision | null {
  if (passesIn(text)) return askVisitOrShow(draft, facts);
  if (courtesyIn(text)) return putVisit(ask, draft, facts, [disputeTexts.again]);
  // 办个身份证行不: the service, though it is put as a question.
  const isService = ask === "service" && visitServiceIn(text, facts.services) !== null;
  if (!isService && isAside(text, reading)) return null;
  if (
    ask === "when" &&
    masked.phones.length > 0 &&
    /^[^\p{Script=Han}]*〔[^〕]*〕\S{0,4}$/u.test(text)
  )
    return putVisit(ask, draft, facts);
  const next = answered(ask, draft, text, facts);
  return next === null
    ? putVisit(ask, withVisitTold(draft, text, facts), facts)
    : askVisitOrShow(next, facts);
}

/** What was asked for, and what the words tell besides. Null: they tell only the latter, and it is asked again. */
function answered(ask: VisitAsk, draft: VisitDraft, text: string, facts: Facts): VisitDraft | null {
  const short = text.slice(0, longestAnswer);
  const next = withVisitTold(draft, text, facts);
  const day = ask === "when" ? visitDayIn(text, facts.now, facts.calendar) : null;
  const read = day === null ? toldIn(text, facts)[ask] : short;
  const isOther = visitAsks.some(
    (each) => each !== ask && draft[each] === null && next[each] !== null,
  );
  if (read === null && isOther) return null;
  return { ...next, [ask]: ask === "when" ? short : (read ?? short), ...(day ? { day } : {}) };
}

/** Whatever the words name counts from now on; what fits nowhere is written beside it. */
function putRight(draft: VisitDraft, text: string, facts: Facts): VisitDraft {
  const { who, service, why, where, when, day } = toldIn(text, facts);
  const named = visitDayIn(text, facts.now, facts.calendar);
  const isNews = [who, service, why, where, when, named].some((it) => it !== null);
  return {
    ...draft,
    who: who ?? draft.who,
    service: service ?? draft.service,
    why: why ?? draft.why,
    where: where ?? draft.where,
    ...(when === null && named === null
      ? {}
      : { day: day ?? named, when: when ?? (named === null ? null : texts.day(named)) }),
    more: isNews ? draft.more : text.slice(0, 2 * longestAnswer),
  };
}

function corrected(
  state: Exclude<VisitState, { at: "day" }>,
  right: string,
  facts: Facts,
): Decision {
  const draft = putRight(state.draft, right, facts);
  return state.at === "card"
    ? showVisit(draft, [disputeTexts.corrected])
    : askVisitOrShow(draft, facts, [disputeTexts.corrected]);
}
