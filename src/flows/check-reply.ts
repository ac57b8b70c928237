import type { FraudFinding } from "../domain/fraud.ts";
import { checkTexts as texts } from "../texts/zh-cn/check.ts";
import { linkTexts } from "../texts/zh-cn/links.ts";
import type { LinkFinding, NamedFinding } from "./link-findings.ts";

/** So many signs are named; more would not be read. */
const mostFlags = 3;
/** … and so many links and numbers, with so many sentences each. */
const mostNamed = 3;
const mostReasons = 2;

/** What the lists and the spelling say of links, numbers and names. */
export interface Looked {
  links: readonly LinkFinding[];
  named: readonly NamedFinding[];
}

/** What a verdict is told with. */
interface Telling {
  /** Of the matter that was opened; null = none was. */
  number: string | null;
  asksMoved: boolean;
  /** A link, a number, an account or an app was asked about. */
  isNamed: boolean;
  /** An account was covered, and cannot be looked up here. */
  hidden: boolean;
  /** It sounded like a trick, and nothing in it shows one. */
  isDoubtful: boolean;
  /** How to reach the station: one sentence. */
  reach: string;
}

/**
 * The verdict first, then what was seen, what to do now, the kind and the one question. A verdict is
 * never without its reasons, and nothing is ever called safe.
 */
export function verdictText(fraud: FraudFinding, looked: Looked, telling: Telling): string {
  const { verdict, level, category, flags } = fraud;
  if (verdict === "none" || level === null) return clean(fraud, looked, telling);
  const seen = flags
    .slice(0, mostFlags)
    .map(({ words, reason }) => texts.flag(linkTexts.dead(words), reason));
  const listed = namedLines(looked, (it) => it === "listed");
  const others = namedLines(looked, (it) => it !== "listed" && it !== "unknown");
  const unknown =
    telling.isNamed || listed.length + others.length + seen.length === 0
      ? namedLines(looked, (it) => it === "unknown")
      : linkLines(looked);
  const { number, asksMoved } = telling;
  const after = [
    ...(category === null || flags.length === 0 ? [] : [texts.category(category)]),
    ...(number === null ? [] : [texts.opened(number)]),
    ...(asksMoved ? [texts.moved] : []),
  ];
  const reasons = [...listed, ...seen, ...others, ...unknown].slice(0, mostFlags + mostNamed);
  return [
    `${texts.verdicts[verdict]}${texts.own}`,
    ...(reasons.length === 0 ? [] : [[texts.why, ...reasons].join("\n")]),
    [texts.now, ...stepsFor(fraud).map((step, i) => `${i + 1}. ${step}`)].join("\n"),
    ...(after.length === 0 ? [] : [after.join("\n")]),
  ].join("\n\n");
}

/** Nothing was found: what it is where the words tell, that a miss is no comfort, and what to watch for. */
function clean({ genuine }: FraudFinding, looked: Looked, telling: Telling): string {
  if (genuine !== null) return texts.genuine(genuine, telling.reach);
  const lines = [
    ...namedLines(looked, () => true),
    ...(telling.isNamed && telling.hidden ? [texts.accountNotHere] : []),
  ];
  const isOwners =
    looked.links.length > 0 && looked.links.every(({ verdict }) => verdict === "known");
  if (isOwners) return [...lines, texts.unsure].join("\n\n");
  const first = telling.isDoubtful && lines.length === 0 ? texts.cannotTell : texts.verdicts.none;
  return [first, ...lines, texts.unsure].join("\n\n");
}

function stepsFor({ voice, level }: FraudFinding): readonly string[] {
  if (voice === "near-miss") return texts.nearMiss;
  if (voice === "victim" && level !== "紧急") return texts.paidBefore;
  return texts.steps(level ?? "低危");
}

type OfThing = LinkFinding["verdict"] | NamedFinding["verdict"];

function namedLines({ links, named }: Looked, wanted: (verdict: OfThing) => boolean): string[] {
  return [...links, ...named.filter(isShortest)]
    .filter(({ verdict }) => wanted(verdict))
    .slice(0, mostNamed)
    .map((it) => texts.named(nameOf(it), it.reasons.slice(0, mostReasons).join("")));
}

/** Of an app's name and longer words around it the name. */
function isShortest(it: NamedFinding, _at: number, all: readonly NamedFinding[]): boolean {
  if (it.kind !== "app" || it.verdict === "listed") return true;
  return !all.some((one) => one !== it && one.kind === "app" && it.shown.includes(one.shown));
}

/** Links of which nothing is known. */
function linkLines({ links }: Looked): string[] {
  return namedLines({ links, named: [] }, (it) => it === "unknown");
}

/** A mobile number and an account are told by their ends: replies are kept. */
function nameOf(it: LinkFinding | NamedFinding): string {
  if (!("kind" in it) || it.kind === "app") return it.shown;
  const digits = it.shown.replace(/\D/g, "");
  const isPrivate =
    it.kind === "account" ? digits.length >= longAccount : /^(?:86)?1[3-9]\d{9}$/.test(digits);
  return isPrivate ? texts.tail(digits.slice(-4), it.kind) : it.shown;
}

/** Unit: digits. */
const longAccount = 12;
