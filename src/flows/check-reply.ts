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

/**
 * The finding with what the lists know: whatever is listed is a fraud whatever its words, and a host
 * that imitates another is suspicious at least.
 */
export function withLists(fraud: FraudFinding, { links, named }: Looked): FraudFinding {
  const isListed = [...links, ...named].some(({ verdict }) => verdict === "listed");
  const isOdd = links.some(({ verdict }) => verdict === "look-alike" || verdict === "tricky");
  if (!isListed && !(isOdd && fraud.verdict === "none")) return fraud;
  return {
    ...fraud,
    verdict: isListed ? "fraud" : "suspicious",
    level: fraud.level ?? (isListed ? "中危" : "低危"),
    genuine: null,
  };
}

/**
 * The verdict first, then what was seen, what to do now, the kind and the one question. A verdict is
 * never without its reasons, and nothing is ever called safe.
 * @param number of the matter that was opened, if one was
 */
export function verdictText(
  fraud: FraudFinding,
  looked: Looked,
  number: string | null,
  asksMoved: boolean,
): string {
  const { verdict, level, category, flags, genuine } = fraud;
  const named = namedLines(looked);
  if (verdict === "none" || level === null)
    return [
      texts.verdicts.none,
      ...named,
      genuine === null ? texts.unsure : texts.genuine(genuine),
    ].join("\n\n");
  const seen = flags
    .slice(0, mostFlags)
    .map(({ words, reason }) => texts.flag(linkTexts.dead(words), reason));
  const after = [
    ...(category === null ? [] : [texts.category(category)]),
    ...(number === null ? [] : [texts.opened(number)]),
    ...(asksMoved ? [texts.moved] : []),
  ];
  return [
    `${texts.verdicts[verdict]}${texts.own}`,
    [texts.why, ...seen, ...named].join("\n"),
    [texts.now, ...stepsFor(fraud).map((step, i) => `${i + 1}. ${step}`)].join("\n"),
    ...(after.length === 0 ? [] : [after.join("\n")]),
  ].join("\n\n");
}

function stepsFor({ voice, level }: FraudFinding): readonly string[] {
  if (voice === "near-miss") return texts.nearMiss;
  if (voice === "victim" && level !== "紧急") return texts.paidBefore;
  return texts.steps(level ?? "低危");
}

function namedLines({ links, named }: Looked): string[] {
  const all = [...links, ...named.filter(({ verdict }) => verdict !== "unknown")];
  return all
    .slice(0, mostNamed)
    .map(({ shown, reasons }) => texts.named(shown, reasons.slice(0, mostReasons).join("")));
}
