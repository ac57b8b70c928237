import { atMenu, type State } from "../domain/conversation.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import type { FraudFinding } from "../domain/fraud.ts";
import type { Choice } from "../domain/message.ts";
import type { FraudCategory } from "../domain/sets.ts";
import { checkTexts as texts } from "../texts/zh-cn/check.ts";
import { namedIn } from "../understanding/fraud/named.ts";
import { moneyMoved, yesOrNo } from "../understanding/payment/moved.ts";
import { button, notice } from "./reply.ts";
import { ask } from "./ask.ts";
import { goOn } from "./resume.ts";
import { moneyIsGone, moneyIsSafe } from "./stop-payment.ts";
import { buttons as sheetButtons } from "./stop-payment-ask.ts";
import { verdictText, withLists, type Looked } from "./check-reply.ts";
import { isIntake } from "./intake.ts";
import { linkFindings, namedFindings } from "./link-findings.ts";

type Said = Extract<Event, { on: "said" }>;

/**
 * Whether words are checked of their own accord: a scam that was pasted, told or fallen for. A
 * question in general is answered from the knowledge base.
 */
export function isChecked({ text, reading: { fraud, intent } }: Said): boolean {
  if (fraud === null || fraud.verdict === "none") return false;
  if (fraud.voice === "question" || fraud.voice === "none") return false;
  // What only looks like it, and may ask for something we know of, is answered.
  const mayBePasted = intent === "unknown" && fraud.voice === "text" && text.length >= pastedFrom;
  return fraud.verdict === "fraud" || intent === "ask_fraud" || mayBePasted;
}

/** Shorter words were hardly pasted. Unit: UTF-16 code units. */
const pastedFrom = 30;

/** A scam's own words: in whatever flow they are pasted, they are no answer of it. */
export function isPasted({ reading: { fraud } }: Said): boolean {
  return fraud?.verdict === "fraud" && fraud.voice === "text";
}

/** After 查诈骗: all but what is plainly about something else. */
export function isForCheck({ reading: { fraud, intent, confidence } }: Said): boolean {
  if (fraud !== null && fraud.verdict !== "none") return true;
  const isElsewhere = intent !== "ask_fraud" && intent !== "unknown" && intent !== "smalltalk";
  return !(isElsewhere && confidence > sureOfElsewhere);
}

const sureOfElsewhere = 0.8;

/** The verdict on what was said, and after it what was under way. */
export function check(state: State, event: Said, facts: Facts): Decision {
  const looked = lookedAt(event, facts);
  const fraud = withLists(event.reading.fraud ?? nothingFound, looked);
  const pending = isIntake(state) ? state : null;
  const isWork = fraud.level === "高危" || fraud.level === "紧急";
  const asksMoved =
    pending === null &&
    (fraud.voice === "text" || fraud.voice === "tale") &&
    fraud.verdict === "fraud";
  const work = isWork ? warningFor(fraud, event, facts) : [];
  const effects: Effect[] = [
    ...work,
    notice(
      verdictText(fraud, looked, isWork ? (facts.warned ?? facts).number : null, asksMoved),
      [...(asksMoved ? sheetButtons.moved : []), ...choicesFor(fraud)],
      isWork ? ["110", "96110"] : ["96110"],
    ),
  ];
  if (pending !== null) return goOn(pending, effects, facts);
  const also = lookupsBeside(fraud, event, facts);
  const judged: State = {
    ...{ flow: "check", v: 1, at: "judged", entry: entryFor(fraud), words: event.text, asksMoved },
    finding: { verdict: fraud.verdict, level: fraud.level, category: fraud.category },
  };
  const stays = state.flow === "emergency" || state.flow === "stop-payment";
  const next = fraud.verdict === "none" ? (state.flow === "check" ? atMenu : state) : judged;
  return { state: stays ? state : next, effects: [...effects, ...also] };
}

function lookedAt({ text, masked }: Said, { lists }: Facts): Looked {
  if (lists === null) return { links: [], named: [] };
  return {
    links: linkFindings(text, lists),
    named: namedFindings(namedIn(text, masked), lists),
  };
}

/** Words after a verdict: whether money left. Null: they ask on, or are about something else. */
export function afterVerdict(
  { words, asksMoved }: Judged,
  { text, masked }: Said,
  facts: Facts,
): Decision | null {
  const answer = asksMoved ? yesOrNo(text) : null;
  const moved = moneyMoved(text);
  if (answer === "yes" || moved === true)
    return moneyIsGone({ text: `${words}\n${text}`, masked }, null, facts);
  return answer === "no" || (asksMoved && moved === false) ? moneyIsSafe(null, facts) : null;
}

type Judged = Extract<State, { flow: "check"; at: "judged" }>;

/** Whoever asks on asks about the kind of fraud. */
export function asAnswered({ entry }: Judged): State {
  return {
    ...{ flow: "ask", v: 2, at: "answered", entry, context: texts.context },
    age: null,
    facet: null,
  };
}

function choicesFor(fraud: FraudFinding): Choice[] {
  if (fraud.verdict === "none") return [button("human"), button("back")];
  const entry = entryFor(fraud);
  return [
    { label: texts.buttons.more, action: { act: "entry", entry } },
    button("human"),
    { label: texts.buttons.wrong, action: { act: "wrong-answer", entry } },
  ];
}

/** The entry on each class of fraud. */
const entries: Record<FraudCategory, string> = {
  刷单返利类: "fraud-brushing-orders",
  虚假网络投资理财类: "fraud-investment",
  "虚假购物、服务类": "fraud-shopping",
  冒充电商物流客服类: "fraud-fake-service",
  虚假征信类: "fraud-credit-record",
  "贷款、代办信用卡类": "fraud-loan",
  冒充公检法及政府机关类: "fraud-fake-police",
  "冒充领导、熟人类": "fraud-fake-leader",
  网络游戏产品虚假交易类: "fraud-game",
  "网络婚恋、交友类": "fraud-romance",
  冒充军警购物类: "fraud-fake-army",
  网黑案件: "fraud-trojan-blackmail",
};

function entryFor({ category }: FraudFinding): string {
  return category === null ? "fraud-how-to-tell" : entries[category];
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
 * Under a verdict stands what is known of it, with its law: a good answer to what was asked besides,
 * else the entry on that kind of fraud.
 */
function lookupsBeside(
  fraud: FraudFinding,
  { text, reading, forwarded }: Said,
  facts: Facts,
): Effect[] {
  const otherwise = fraud.verdict === "none" ? null : entryFor(fraud);
  const isTheirs = forwarded || (fraud.voice === "text" && fraud.verdict === "fraud");
  return ask(atMenu, text, reading, facts).effects.flatMap((effect): Effect[] => {
    if (effect.do !== "lookup") return [];
    const { search } = effect;
    if (otherwise === null && isTheirs) return [];
    return [
      {
        do: "lookup",
        search: {
          ...search,
          ...{ besideCard: true, enough: isTheirs ? never : enough },
          ...(otherwise === null ? {} : { otherwise, entries: [...search.entries, otherwise] }),
        },
      },
    ];
  });
}

/** An answer under a verdict must be as good as this. */
const enough = 0.5;
/** A swindler's words ask for nothing of ours. */
const never = 2;

const nothingFound: FraudFinding = {
  ...{ verdict: "none", level: null, category: null, voice: "none", flags: [], genuine: null },
};
