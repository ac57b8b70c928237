import type { Hotline } from "../../domain/hotlines.ts";
import type { EmergencyReading } from "../../domain/reading.ts";
import type { EmergencyClass } from "../../domain/sets.ts";
import type { Case } from "./cases.ts";
import type { Likelihood } from "./model/weigh.ts";

/**
 * From this likelihood on a card is shown. Set on lines that the model had not learnt from, towards
 * at most 2 false cards in 100 ordinary messages.
 */
const card = 0.3;
/** The same for a piece that was cut out of a long message: it lacks what stands around it. */
const cardOfPart = 0.8;
/** From this one on an officer is called: where words are clear by themselves, and where they are likely. */
const call = { clear: 0.75, likely: 0.85 };
/** Distress that only the model feels, below this, is asked about first. */
const sureDistress = 0.92;

/** From what the words say and what the model makes of them. The model's word alone calls nobody. */
export function judged(
  cases: Case[],
  likelihood: Likelihood,
  text: string,
  isPart: boolean,
): EmergencyReading | null {
  if (likelihood.any < (isPart ? cardOfPart : card)) return null;
  const of = likeliest(likelihood);
  const mine = cases.filter((one) => one.class === of).sort((a, b) => b.total - a.total);
  const [best] = mine;
  if (best) return { class: of, hotlines: best.hotlines, strength: strengthOf(mine, likelihood) };
  const unclear = of === "self_harm" && likelihood.any < sureDistress;
  return { class: of, hotlines: hotlinesFor(of, text), strength: unclear ? "unclear" : "card" };
}

function strengthOf(mine: Case[], { any }: Likelihood): Case["strength"] {
  const has = (strength: Case["strength"]) => mine.some((one) => one.strength === strength);
  if (has("alert")) return any < call.clear ? "card" : "alert";
  // Distress around a corner stays a question, however much of it there is.
  if (has("unclear")) return "unclear";
  return any < call.likely ? "card" : "alert";
}

function likeliest({ of }: Likelihood): EmergencyClass {
  let best: EmergencyClass = "violence";
  for (const [name, likelihood] of of) if (likelihood > (of.get(best) ?? 0)) best = name;
  return best;
}

/** The numbers of a class where no sign says more. */
function hotlinesFor(of: EmergencyClass, text: string): [Hotline, ...Hotline[]] {
  switch (of) {
    case "fraud_in_progress":
      return ["110", "96110"];
    case "self_harm":
      return ["110", "120", "12356"];
    case "disaster":
      return ["119", "110"];
    case "fire_accident":
      if (/火|烟|烧|爆|炸|糊味/u.test(text)) return ["119", "110"];
      if (/撞|翻车|车祸|追尾|轧|碾|班车|摩托/u.test(text)) return ["122", "120"];
      return ["120", "110"];
    case "violence":
    case "missing_person":
    case "crime_in_progress":
    case "border_security":
      return ["110"];
    default:
      return of satisfies never;
  }
}
