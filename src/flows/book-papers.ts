import type { Bookable, CaseAsk, Cited } from "../domain/bookable.ts";
import type { BookAction, BookDraft } from "../domain/booking.ts";
import {
  choiceOf,
  holds,
  linesIn,
  nextAsk,
  type Case,
  type Line,
  type Told,
} from "../domain/cases.ts";
import type { Citation } from "../domain/entry.ts";
import type { Facts } from "../domain/flow.ts";
import type { Facet } from "../domain/sets.ts";
import { dateOf } from "../domain/station-time.ts";
import type { Choice } from "../domain/message.ts";
import { bookPapersTexts as texts, type Papers } from "../texts/zh-cn/book-papers.ts";
import { ageIn, bareAge, type Age } from "../understanding/age.ts";
import { caseIn } from "../understanding/cases.ts";
import { facetsIn } from "../understanding/facet.ts";
import { normalise } from "../understanding/normalise.ts";
import { whomIn, type Whom } from "../understanding/whom.ts";
import { cardFor, validityLaw } from "./card-calculator.ts";

const grownUp: Age = { from: 18, to: 120 };

const serviceIn = ({ services }: Facts, { service }: BookDraft): Bookable | null =>
  services.find((each) => each.service === service) ?? null;

export const caseOf = ({ told = {}, proxy, age = null }: BookDraft): Case => ({
  ...{ told, proxy },
  ...(age === null ? {} : { age }),
});

/** The question that stands open for a draft; null = none does. */
export function openAsk(draft: BookDraft, service: Bookable): CaseAsk | null {
  return draft.moves === null ? nextAsk(service, caseOf(draft)) : null;
}

/**
 * What words tell of the case joins what is known. Gives the very same draft back where they tell nothing.
 * @param asked the question that stands open; short answers to it count
 */
function withCases(
  draft: BookDraft,
  service: Bookable | null,
  text: string,
  facts: Facts,
  asked: CaseAsk | null = null,
): BookDraft {
  const said = normalise(text);
  const whom = whomIn(said);
  const age = ageOf(said, whom, facts, asked);
  const heard = withWhom(draft, whom, age);
  if (!service) return heard;
  let told: Told = heard.told ?? {};
  for (const ask of service.asks ?? []) {
    const read = caseIn(said, ask, { age, whom }, ask.name === asked?.name);
    if (read?.is === "told") told = put(told, ask.name, read.choice.name);
    else if (read?.is === "unsure") told = put(told, ask.name, null);
    else if (read?.is === "denied" && told[ask.name] === read.choice.name)
      told = without(told, ask.name);
  }
  return told === (heard.told ?? {}) || sameTold(told, heard.told ?? {})
    ? heard
    : { ...heard, told };
}

/** The cases that all of these words tell, the last counting. */
export function withAllCases(draft: BookDraft, all: readonly string[], facts: Facts): BookDraft {
  const service = serviceIn(facts, draft);
  return all.reduce((so, words) => withCases(so, service, words, facts), draft);
}

/** Sides of the matter that the list itself tells: who asks for them gets the list. */
const onList: ReadonlySet<Facet> = new Set(["材料", "谁去", "费用"]);

/**
 * Words that answer the open question; null = they do not, or ask for something that the list does
 * not tell.
 * @param wanted the draft with what else the words tell
 */
export function withAnswer(
  draft: BookDraft,
  wanted: BookDraft,
  text: string,
  facts: Facts,
): BookDraft | null {
  const service = serviceIn(facts, draft);
  const asked = service && openAsk(draft, service);
  if (!asked) return null;
  const heard = withCases(draft, service, text, facts, asked);
  if (openAsk(heard, service)?.name === asked.name) return null;
  if (!facetsIn(normalise(text)).every((facet) => onList.has(facet))) return null;
  return { ...heard, wish: wanted.wish, slot: wanted.slot };
}

/** Whether words told something of the case. */
export function tellsCase(told: BookDraft, draft: BookDraft): boolean {
  return told.told !== draft.told || told.proxy !== draft.proxy || told.age !== draft.age;
}

function ageOf(said: string, whom: Whom, facts: Facts, asked: CaseAsk | null): Age | null {
  const isOfAge = asked?.choices.some((choice) => choice.age) ?? false;
  const told =
    ageIn(said, Number(dateOf(facts.now).slice(0, 4))) ?? (isOfAge ? bareAge(said) : null);
  return told ?? (whom.isGrown ? grownUp : null);
}

function withWhom(draft: BookDraft, { who }: Whom, age: Age | null): BookDraft {
  const proxy = who === null ? draft.proxy : who === "other";
  const years: BookDraft["age"] = age ? [age.from, age.to] : (draft.age ?? null);
  const [from, to] = draft.age ?? [];
  if (proxy === draft.proxy && years?.[0] === from && years?.[1] === to) return draft;
  return { ...draft, proxy, age: years };
}

const put = (told: Told, ask: string, choice: string | null): Told =>
  told[ask] === choice ? told : { ...without(told, ask), [ask]: choice };

function without(told: Told, ask: string): Told {
  return Object.fromEntries(Object.entries(told).filter(([name]) => name !== ask));
}

function sameTold(one: Told, other: Told): boolean {
  const [mine, theirs] = [Object.entries(one), Object.entries(other)];
  return mine.length === theirs.length && mine.every(([name, choice]) => other[name] === choice);
}

/** The question with its buttons, for whoever puts it. */
export function askText(service: Bookable, ask: CaseAsk, wanted: string): string {
  return texts.ask(service.name, wanted, ask.question);
}

export function askChoices({ service }: Bookable, ask: CaseAsk): Choice[] {
  const answer = (label: string, choice: string | null): Choice => {
    const action: BookAction = { act: "book", do: "case", service, ask: ask.name, choice };
    return { label, action };
  };
  return [...ask.choices.map(({ label, name }) => answer(label, name)), answer(texts.unsure, null)];
}

/** A button of a question; an old one changes what was told then. */
export function withChoice(
  draft: BookDraft,
  { service, ask, choice }: Extract<BookAction, { do: "case" }>,
): BookDraft {
  return { ...draft, service, told: put(draft.told ?? {}, ask, choice) };
}

/** 返回 among the questions: the last one that was answered is asked again; null = there is none. */
export function oneBack(draft: BookDraft, facts: Facts): BookDraft | null {
  const service = serviceIn(facts, draft);
  const asks = service?.asks ?? [];
  let told = draft.told ?? {};
  for (const name of Object.keys(told).toReversed()) {
    if (!asks.some((ask) => ask.name === name)) continue;
    told = without(told, name);
    const before = { ...draft, age: null, told };
    if (service && openAsk(before, service)) return before;
  }
  return null;
}

/** What applies of a service, as it is told on the card and with the seat. */
export function papersText(draft: BookDraft, service: Bookable): string {
  return texts.list(papersOf(draft, service));
}

export function papersOf(draft: BookDraft, service: Bookable): Papers {
  const { grounds = {}, papers, who, fee = [], inPerson = [] } = service;
  const known = caseOf(draft);
  const used = new Set<string>();
  const linesOf = (lines: readonly Cited[]): Line[] =>
    linesIn(lines, service, known).flatMap(({ what, from, when }) => {
      if (grounds[from] === undefined) return [];
      used.add(from);
      return [{ what, when }];
    });
  const lines = { papers: linesOf(papers), who: linesOf(who), fee: linesOf(fee) };
  const saysOneself = lines.who.some(({ what }) => /本人[去来]/u.test(what));
  const validity = service.card ? validityOf(draft, service) : null;
  return {
    ...lines,
    cases: toldCases(draft, service),
    inPerson: draft.proxy && saysOneself ? linesOf(inPerson) : null,
    validity,
    grounds: [
      ...[...used].flatMap((id) => grounds[id] ?? []),
      ...(validity !== null && used.size > 0 ? [validityLaw] : []),
    ].filter(isNew()),
  };
}

/** What was told, the closest only: 因为房子分户, not 分户 as well. */
function toldCases(draft: BookDraft, { asks = [] }: Bookable): string[] {
  const known: Case = { ...caseOf(draft), proxy: true };
  const open = asks.filter((ask) => holds(ask.when, asks, known) === true);
  return open.flatMap((ask) => {
    const choice = choiceOf(ask, known);
    // Nobody said it in so many words, and it is what holds for most.
    if (ask.only && choice === ask.choices[0]) return [];
    const chosen = choice?.case;
    const isCloser = open.some((other) => other.when === chosen && choiceOf(other, known) !== null);
    return chosen === undefined || isCloser ? [] : [chosen];
  });
}

/** Every answer that is kept with a seat, in words; one to a question that is no longer put, as it is kept. */
export function keptAnswers({ told, proxy, age }: Case, service: Bookable | undefined): string[] {
  const answers = Object.entries(told).map(([name, choice]) => {
    const ask = service?.asks?.find((each) => each.name === name);
    const chosen = ask?.choices.find((each) => each.name === choice)?.case;
    return chosen ?? `${ask?.question ?? name}${choice ?? texts.unsure}`;
  });
  return [
    ...(proxy ? [texts.forOther] : []),
    ...(age ? [texts.ages(age[0], age[1])] : []),
    ...answers,
  ];
}

/** What words told anew, to say that it was heard; nothing for what was not. */
export function notedCases(told: BookDraft, draft: BookDraft, service: Bookable | null): string[] {
  const before = service ? toldCases(draft, service) : [];
  const cases = service ? toldCases(told, service).filter((each) => !before.includes(each)) : [];
  const whom = told.proxy === draft.proxy ? [] : [told.proxy ? texts.forOther : texts.forSelf];
  const [from, to] = told.age ?? [];
  const isNewAge = told.age !== draft.age && from !== undefined && from === to;
  const noted = [...whom, ...(isNewAge ? [texts.years(from)] : []), ...cases];
  return noted.length === 0 ? [] : [texts.noted(noted)];
}

function isNew(): (one: Citation) => boolean {
  const seen = new Set<string>();
  return ({ title, article }) => {
    const name = `${title}${article ?? ""}`;
    return !seen.has(name) && Boolean(seen.add(name));
  };
}

/** How long a card is valid at the ages that this person may be of. */
function validityOf(draft: BookDraft, { asks = [] }: Bookable): NonNullable<Papers["validity"]> {
  const byCase = asks.map((ask) => choiceOf(ask, caseOf(draft))?.age).find((age) => age) ?? null;
  const [from, to] = draft.age ?? [byCase?.from ?? 0, byCase?.to ?? oldest];
  return validitySpans.filter((span) => span.from <= to && from <= (span.to ?? oldest));
}

/** Unit: full years. */
const oldest = 120;

/** The ages between which a card is valid for the same time. */
const validitySpans = spansUpTo(oldest);

function spansUpTo(last: number): NonNullable<Papers["validity"]> {
  const spans: { from: number; to: number | null; years: number | null }[] = [];
  for (let age = 0; age <= last; age++) {
    const years = cardFor(age, null).validYears;
    const span = spans.at(-1);
    if (span && span.years === years) span.to = age;
    else spans.push({ from: age, to: age, years });
  }
  return spans.map((span) => (span.to === last ? { ...span, to: null } : span));
}
