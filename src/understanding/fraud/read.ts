import kept from "../../../knowledge/models/fraud.json" with { type: "json" };
import type { FraudFinding, GenuineThing } from "../../domain/fraud.ts";
import type { FraudLevel } from "../../domain/sets.ts";
import { flagFinder, type Hit } from "./flags.ts";
import { generalFlagOf } from "./general-flags.ts";
import { genuineIn } from "./genuine.ts";
import type { Danger } from "./level-signals.ts";
import { isUrgent, levelFrom } from "./level.ts";
import { fraudModelFrom, type KeptFraud, type Opinion } from "./model.ts";
import { flagFor, reasonsFrom } from "./reasons.ts";
import { saidIn } from "./said.ts";
import { isWarning } from "./signs.ts";

const { flags, bars, proven, ...models } = kept as KeptFraud;
const find = flagFinder(flags);
const model = fraudModelFrom(models);
const flagById = new Map(flags.flags.map((flag) => [flag.id, flag]));

/** Warnings may name what they warn of. */
const warnings: ReadonlySet<GenuineThing | null> = new Set(["96110", "12381"] as const);

/** Somebody asks whether something is a trick. */
const asksAboutTricks =
  /骗|诈|真的?假|真假|靠谱|能信|可信|可靠|有诈|套路|正规(?:吗|不|么)|(?:敢|能)(?:不能)?(?:点|扫|加|信|下载|填)(?:不|吗|么|$)/u;
/** Words that were not said by whoever sends them: a notice, a text with a sender or a link. */
const pasted =
  /^(?:【|\[)[^】\]]{2,16}(?:】|\])|https?:|www\.|[a-z0-9-]{2,30}\.(?:com|cn|top|xyz|vip|cc|net|shop|club|site|online|icu)(?![a-z])|退订|尊敬的|您(?:的|尾号|好[,!])|验证码/u;

/**
 * What is found in a message that may be, tell of or ask about a fraud. Null: it does nothing of the
 * kind, so that nothing was checked. Pure; never throws.
 * @param danger what the reading of dangers says of money on its way; a sure one is found whatever the words look like
 */
export function readFraud(text: string, danger: Danger = "none"): FraudFinding | null {
  const said = saidIn(text);
  if (said === "") return null;
  const hits = find(said);
  const opinion = model.opinionOf(said, hits, danger);
  if (isUrgent(said, opinion, danger)) return findingOf(said, hits, opinion, "紧急");
  const genuine = genuineIn(said);
  if (opinion.scam >= leastFor(said, hits, genuine))
    return findingOf(said, hits, opinion, levelFrom(opinion));
  if (genuine === null && !asksAboutTricks.test(said) && !pasted.test(said)) return null;
  return { verdict: "none", level: null, category: null, voice: "none", flags: [], genuine };
}

/** A flag that is proof needs no likely words beside it. */
function leastFor(said: string, hits: readonly Hit[], genuine: GenuineThing | null): number {
  const isProven = hits.some(({ flag }) => proven.includes(flag.id));
  return isProven && !warnings.has(genuine) && !isWarning(said) ? 0 : bars.suspicious;
}

function findingOf(
  said: string,
  hits: readonly Hit[],
  { scam, voice, category }: Opinion,
  level: FraudLevel,
): FraudFinding {
  const general = flagById.get(generalFlagOf(category));
  if (general === undefined)
    throw new Error(`knowledge/red-flags.yaml lacks ${generalFlagOf(category)}`);
  return {
    verdict: level === "紧急" || (scam >= bars.sure && level !== "低危") ? "fraud" : "suspicious",
    level,
    category,
    voice,
    flags: reasonsFrom(hits, category, () => flagFor(general, said, model.pull)),
    genuine: null,
  };
}
