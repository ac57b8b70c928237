import type { FoundFlag, FraudFinding } from "../domain/fraud.ts";
import type { Event, Facts } from "../domain/flow.ts";
import { checkTexts as texts } from "../texts/zh-cn/check.ts";
import { asksAboutThing } from "../understanding/fraud/asked-thing.ts";
import {
  deedIn,
  fittingCategory,
  fittingFlags,
  isTelling,
  withoutResidues,
} from "../understanding/fraud/fitting.ts";
import { genuineNoticeIn } from "../understanding/fraud/genuine-notice.ts";
import { demanding, mechanismIn, mechanisms } from "../understanding/fraud/mechanisms.ts";
import { namedIn } from "../understanding/fraud/named.ts";
import { saidIn } from "../understanding/fraud/said.ts";
import { linkFindings, namedFindings } from "./link-findings.ts";
import type { Looked } from "./check-reply.ts";

type Said = Pick<Extract<Event, { on: "said" }>, "text" | "masked" | "reading">;

/** What is to be said of a message: its finding with what fits it, and what lists and spelling say of what it names. */
export interface Judged {
  fraud: FraudFinding;
  looked: Looked;
}

const nothingFound: FraudFinding = {
  ...{ verdict: "none", level: null, category: null, voice: "none", flags: [], genuine: null },
};

/**
 * A message judged for people's eyes: of the signs only those whose words they can see fit it, with
 * what the lists know. A score alone calls nothing suspicious; what is urgent stays so.
 */
export function judge(event: Said, facts: Pick<Facts, "lists">): Judged {
  const { text, masked, reading } = event;
  const looked = lookedAt(event, facts);
  const said = saidIn(text);
  const found = reading.fraud ?? nothingFound;
  const fitting = fittingFlags(
    found,
    said,
    looked.links.map(({ shownAs }) => shownAs),
  );
  const isNamed = asksAboutThing({ text, masked });
  const rest = saidIn(withoutLinks(text, looked));
  const seen = found.verdict === "none" || fitting.length > 0 ? fitting : seenIn(found, rest);
  const flags = seen.length > 0 ? seen : alikeIn(found, rest);
  const stands = flags.length > 0 || found.level === "紧急" || isOwnTale(found);
  const kept =
    stands && found.verdict !== "none"
      ? asDone({ ...found, flags, category: fittingCategory(found, said) }, said)
      : { ...nothingFound, voice: found.voice };
  const withKnown = withLists(kept, found, looked);
  if (withKnown.verdict !== "none") return { fraud: withKnown, looked };
  const genuine = isNamed ? null : genuineNoticeIn(said);
  return { fraud: { ...withKnown, genuine }, looked };
}

/** Of a link more is said by itself. */
function withoutLinks(text: string, { links }: Looked): string {
  return links.reduce((rest, { shownAs }) => rest.replaceAll(shownAs, " "), text);
}

/** Whoever gave something away did not leave it alone: that is the first thing to be seen. */
function asDone(fraud: FraudFinding, said: string): FraudFinding {
  if (fraud.voice !== "near-miss" && fraud.voice !== "tale") return fraud;
  const deed = deedIn(said);
  if (deed?.deed !== "gave") return fraud;
  const told = { words: deed.words, ...texts.deeds.gave };
  const flags = [told, ...fraud.flags.filter(({ words }) => !told.words.includes(words))];
  if (fraud.voice === "tale") return { ...fraud, flags };
  return { ...fraud, flags, voice: "tale", level: fraud.level === "紧急" ? "紧急" : "高危" };
}

/** Who fell for it or left it alone knows what it was. */
function isOwnTale({ voice, verdict }: FraudFinding): boolean {
  return verdict === "fraud" && (voice === "victim" || voice === "near-miss");
}

/**
 * Where no pattern fits: what they say that they did, and of what is surely no ordinary message the way
 * in which it works.
 */
function seenIn({ verdict, level, voice }: FraudFinding, said: string): FoundFlag[] {
  if (voice === "question" && verdict !== "fraud") return [];
  const isHearsay = verdict !== "fraud" && level === "低危";
  if (isHearsay && !paysFirst.test(said)) return [];
  const deed = deedIn(said);
  if (deed !== null && (deed.deed === "gave" || verdict === "fraud"))
    return [{ words: deed.words, ...texts.deeds[deed.deed] }];
  const way = mechanismIn(withoutResidues(said), verdict === "fraud" ? mechanisms : demanding);
  return way === null ? [] : [{ words: way.words, ...texts.mechanisms[way.is] }];
}

/** Of what is surely a trick, and shows none of its ways, the words that are most like other tricks. */
function alikeIn({ verdict, voice, flags }: FraudFinding, said: string): FoundFlag[] {
  if (verdict !== "fraud" || (voice !== "text" && voice !== "tale")) return [];
  const words = flags
    .map((flag) => withoutResidues(flag.words).trim())
    .find((one) => said.includes(one) && isTelling(one));
  return words === undefined ? [] : [{ words, ...texts.alike }];
}

/** Money first: of hearsay nothing less is a sign. */
const paysFirst = /(?:先|让我|叫我|让俺)[^,。!?]{0,4}(?:交|付|打|转|垫|充|押)/u;

function lookedAt({ text, masked }: Said, { lists }: Pick<Facts, "lists">): Looked {
  if (lists === null) return { links: [], named: [] };
  return {
    links: linkFindings(text, lists),
    named: namedFindings(namedIn(text, masked), lists),
  };
}

/** Something in it stands in a list. */
export function isListed({ links, named }: Looked): boolean {
  return [...links, ...named].some(({ verdict }) => verdict === "listed");
}

/** A link that pretends, hides where it leads or is of the kind that swindlers buy; a call from abroad. */
function isOdd({ links, named }: Looked): boolean {
  if (named.some(({ sign }) => sign === "foreign")) return true;
  return links.some(
    ({ verdict, cheap }) =>
      verdict === "look-alike" ||
      verdict === "tricky" ||
      verdict === "shortener" ||
      (verdict === "unknown" && cheap),
  );
}

/**
 * What was seen with what the lists know: whatever is listed is a fraud whatever its words, and a host
 * that imitates another is suspicious at least, and as bad as the words were found to be.
 */
function withLists(seen: FraudFinding, found: FraudFinding, looked: Looked): FraudFinding {
  const listed = isListed(looked);
  if (!listed && !(isOdd(looked) && seen.verdict === "none")) return seen;
  const pretends = looked.links.some(({ verdict }) => verdict === "look-alike");
  const isSure = listed || (pretends && found.verdict === "fraud");
  return {
    ...seen,
    verdict: isSure ? "fraud" : "suspicious",
    level: seen.level ?? "中危",
    genuine: null,
  };
}
