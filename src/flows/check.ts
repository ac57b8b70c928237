import { atMenu, type Resumable, type State } from "../domain/conversation.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import type { FraudFinding } from "../domain/fraud.ts";
import type { ListsSaid } from "../domain/lists.ts";
import type { Choice } from "../domain/message.ts";
import { checkTexts as texts } from "../texts/zh-cn/check.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { notPaidIn } from "../understanding/fraud/aftermath.ts";
import { asksAboutThing, isThingAlone } from "../understanding/fraud/asked-thing.ts";
import { genuineNoticeIn } from "../understanding/fraud/genuine-notice.ts";
import { linksIn } from "../understanding/fraud/link.ts";
import { saidIn } from "../understanding/fraud/said.ts";
import { moneyMoved, yesOrNo } from "../understanding/payment/moved.ts";
import { ask } from "./ask.ts";
import { entryOn, howToTell } from "./check-entry.ts";
import { isListed, judge, type Judged } from "./check-judge.ts";
import { verdictText } from "./check-reply.ts";
import { linkFindings } from "./link-findings.ts";
import { isIntake } from "./intake.ts";
import { button, notice } from "./reply.ts";
import { goOn } from "./resume.ts";
import { moneyIsGone, moneyIsSafe } from "./stop-payment.ts";
import { buttons as sheetButtons } from "./stop-payment-ask.ts";
import { sheetAgain } from "./stop-payment-words.ts";
import { underWay } from "./under-way.ts";

type Said = Extract<Event, { on: "said" }>;

/**
 * Whether words are checked of their own accord: a scam that was pasted, told or fallen for. A
 * question in general is answered from the knowledge base.
 */
export function isChecked(state: State, event: Said, facts: Facts): boolean {
  const { text, reading } = event;
  const { fraud: found, intent } = reading;
  if (found === null || found.verdict === "none") return false;
  if (found.voice === "question" || found.voice === "none") return false;
  // What only looks like it, and may ask for something we know of, is answered.
  const mayBePasted = intent === "unknown" && found.voice === "text" && text.length >= pastedFrom;
  if (found.verdict !== "fraud" && intent !== "ask_fraud" && !mayBePasted) return false;
  const isOnOther =
    state.flow === "ask" && state.at === "answered" && !/^(?:fraud|hotline)-/.test(state.entry);
  // 他要一千 我觉得多: in a talk about something else a few words are about that.
  if (isOnOther && intent !== "ask_fraud" && text.length < fewWords) return false;
  if (judge(event, facts).fraud.verdict !== "none") return true;
  // Nothing in it shows a trick: what is asked besides is answered, a tale hears so.
  return mayBePasted || (intent === "ask_fraud" && !asksSomething.test(text));
}

/** Unit: UTF-16 code units. */
const fewWords = 16;
const asksSomething = /[吗么?？]|咋|啥|怎|能不能|是不是|几年|多少/u;

/** Shorter words were hardly pasted. Unit: UTF-16 code units. */
const pastedFrom = 30;

/**
 * A link, a number, an account or an app that is asked about, one that a list holds, or a notice that
 * somebody was sent: whatever the words sound like, they are checked.
 */
export function isAboutThing(event: Said, facts: Facts): boolean {
  if (asksAboutThing(event)) return true;
  if (facts.lists !== null && facts.lists.listed.length > 0 && isListed(judge(event, facts).looked))
    return true;
  const links = linkFindings(event.text, facts.lists ?? noLists);
  const isOurs = !["unknown", "smalltalk", "ask_fraud"].includes(event.reading.intent);
  if (links.some(({ verdict }) => verdict !== "known" || !isOurs)) return true;
  const genuine = genuineNoticeIn(saidIn(event.text));
  if (genuine === null) return false;
  return genuine === "12123" || genuine === "12306" || !asksForSide(event.text);
}

const noLists: ListsSaid = { known: [], listed: [] };

/** What is asked of a notice (尾号、取件码) and does not doubt it is a question like others. */
const asksForSide = (text: string): boolean => /咋办|怎么办|在哪|多少钱|要带|带啥/u.test(text);

/**
 * What is no answer of whatever is filled in, and is checked at once: a scam's own words, a link, and
 * whoever doubts a number there.
 */
export function isBetween(event: Said, state: State): boolean {
  const { fraud } = event.reading;
  if (fraud?.verdict === "fraud" && fraud.voice === "text") return true;
  if (state.flow === "emergency" || state.flow === "stop-payment") return false;
  if (!takesAnswers(state)) return false;
  const links = linksIn(event.text);
  const isSent = /^\s*[【[][^】\]]{2,16}[】\]]/u.test(event.text);
  if (fraud !== null && fraud.verdict !== "none" && fraud.voice === "text" && isSent) return true;
  if (links.length > 0) return true;
  return asksAboutThing(event) && !isThingAlone(event);
}

function takesAnswers(state: State): boolean {
  return isIntake(state) || state.flow === "human" || (state.flow === "book" && "draft" in state);
}

/** After 查诈骗: all but what is plainly about something else. */
export function isForCheck(event: Said): boolean {
  const { fraud, intent, confidence } = event.reading;
  if ((fraud !== null && fraud.verdict !== "none") || asksAboutThing(event)) return true;
  const isElsewhere = intent !== "ask_fraud" && intent !== "unknown" && intent !== "smalltalk";
  return !(isElsewhere && confidence > sureOfElsewhere);
}

const sureOfElsewhere = 0.8;

/** The verdict on what was said, and after it what was under way. */
export function check(state: State, event: Said, facts: Facts): Decision {
  return verdictOn(state, event, judge(event, facts), facts);
}

/** The reply to what was judged, the officer's work that it is, and what was under way. */
export function verdictOn(
  state: State,
  event: Said,
  { fraud, looked }: Judged,
  facts: Facts,
): Decision {
  const pending = pendingIn(state);
  const isFilling = pending !== null || isSheet(state);
  const isWork = fraud.level === "高危" || fraud.level === "紧急";
  const asksMoved =
    !isFilling &&
    (fraud.voice === "text" || fraud.voice === "tale") &&
    fraud.verdict === "fraud" &&
    !notPaidIn(event.text);
  const entry = entryOn(fraud, event.text, looked.links.length > 0);
  const isNamed = asksAboutThing(event);
  const hidden = event.masked.accounts > (event.masked.accountNumbers?.length ?? 0);
  const work = isWork ? warningFor(fraud, event, facts) : [];
  const reply = notice(
    verdictText(fraud, looked, {
      number: isWork ? (facts.warned ?? facts).number : null,
      asksMoved,
      isNamed,
      hidden,
      isDoubtful: (event.reading.fraud?.verdict ?? "none") !== "none",
      reach: reachStation(facts.station),
    }),
    [...(asksMoved ? sheetButtons.moved : []), ...choicesFor(fraud, entry)],
    isWork ? ["110", "96110"] : ["96110"],
  );
  const effects: Effect[] = [...work, reply];
  if (pending !== null) return goOn(pending, effects, facts);
  if (isSheet(state)) return sheetAgain(state, effects, facts);
  const also = lookupsBeside(fraud, entry, event, facts);
  const judged: State = {
    ...{
      flow: "check",
      v: 1,
      at: "judged",
      entry: entry ?? howToTell,
      words: event.text,
      asksMoved,
    },
    finding: { verdict: fraud.verdict, level: fraud.level, category: fraud.category },
  };
  const next = fraud.verdict === "none" ? (state.flow === "check" ? atMenu : state) : judged;
  return {
    state: state.flow === "emergency" ? state : next,
    effects: [...effects, ...also],
  };
}

/** What is filled in and goes on behind the verdict. */
function pendingIn(state: State): Resumable | null {
  return takesAnswers(state) ? underWay(state) : null;
}

type Sheet = Parameters<typeof sheetAgain>[0];

function isSheet(state: State): state is Sheet {
  return state.flow === "stop-payment" && state.at === "asking";
}

/** Words after a verdict: whether money left. Null: they ask on, or are about something else. */
export function afterVerdict(
  { words, asksMoved }: AtVerdict,
  { text, masked }: Said,
  facts: Facts,
): Decision | null {
  const answer = asksMoved ? yesOrNo(text) : null;
  const moved = moneyMoved(text);
  if (answer === "yes" || moved === true)
    return moneyIsGone({ text: `${words}\n${text}`, masked }, null, facts);
  return answer === "no" || moved === false ? moneyIsSafe(null, facts) : null;
}

type AtVerdict = Extract<State, { flow: "check"; at: "judged" }>;

/** Whoever asks on asks about the kind of fraud. */
export function asAnswered({ entry }: AtVerdict): State {
  return {
    ...{ flow: "ask", v: 2, at: "answered", entry, context: texts.context },
    age: null,
    facet: null,
  };
}

function choicesFor(fraud: FraudFinding, entry: string | null): Choice[] {
  if (fraud.verdict === "none") return [button("human"), button("back")];
  const more = { label: texts.buttons.more, action: { act: "entry" as const, entry: entry ?? "" } };
  return [
    ...(entry === null ? [] : [more]),
    button("human"),
    { label: texts.buttons.wrong, action: { act: "wrong-answer", entry: entry ?? howToTell } },
  ];
}

/** Somebody is caught up in it: an officer calls them. */
function warningFor(fraud: FraudFinding, { text }: Said, facts: Facts): Effect[] {
  const { level, category } = fraud;
  const { turn, number, warned } = facts;
  const kept = {
    do: "keep-warning",
    level: level!,
    category,
    source: "check",
    lost: null,
  } as const;
  if (warned)
    return [
      { do: "add-to-matter", matter: warned.matter, words: text },
      { ...kept, matter: warned.matter },
    ];
  return [
    {
      ...{ do: "open-matter", id: turn, number, kind: "fraud-alert", note: text, phone: null },
      level: "high",
    },
    { ...kept, matter: turn },
  ];
}

/**
 * Under a verdict stands the entry on that kind of fraud, else a good answer of those on fraud; under none
 * a good answer to what was asked besides. A swindler's words, a bare link or number ask for nothing of ours.
 */
function lookupsBeside(
  { verdict, genuine }: FraudFinding,
  entry: string | null,
  event: Said,
  facts: Facts,
): Effect[] {
  const { text, reading, forwarded } = event;
  const isTheirs = forwarded || genuine !== null || asksAboutThing(event);
  if (isTheirs && (verdict === "none" || entry === null)) return [];
  return ask(atMenu, text, reading, facts).effects.flatMap((effect): Effect[] => {
    if (effect.do !== "lookup") return [];
    const { search } = effect;
    if (entry === null || verdict === "none")
      return [{ do: "lookup", search: { ...search, besideCard: true, enough } }];
    return [
      {
        do: "lookup",
        search: {
          ...search,
          ...{ besideCard: true, enough: never, otherwise: entry },
          entries: [...search.entries, entry],
        },
      },
    ];
  });
}

/** An answer under a verdict must be as good as this. */
const enough = 0.5;
/** What was found is spoken of, and nothing else. */
const never = 2;
