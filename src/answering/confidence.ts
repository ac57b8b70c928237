import { weights } from "./weights.ts";

/** What speaks for an entry being the answer. */
export interface Signals {
  /** Score in the index beside how telling the question is. About 0 … 6. */
  strength: number;
  /** How far its rank lies above the next one's; below 0 when it is not the first. */
  lead: number;
  /** 0 … 1: likeness of the entry's closest phrasing; 1 = the same terms. */
  likest: number;
  /** 0 … 1: share of the question of which the entry says anything at all. */
  covered: number;
  /** How many terms the question has. */
  terms: number;
  /** 0 … 1: how likely the classifier takes it to be. */
  chance: number;
  /** 0 … 1: how likely the classifier takes the question to be none of ours. */
  strange: number;
  /** How much less likely than the classifier's own first (nats, 0 = it is the first). */
  behind: number;
}

/** An entry that has the very question is at least so sure, whatever stands beside it. */
const sameQuestion = 0.97;
/** Beyond these a signal says nothing more. */
const most = { lead: 0.35, few: 6, terms: 20, behind: 4 } as const;

/** What the classifier's opinion (nats) counts beside the index's: enough to part the nearly equal. */
const chanceShare = 0.05;

/** Orders entries for one question. One that has the very question comes first. */
export function rankOf({ strength, likest, chance }: Ranking): number {
  return strength + chanceShare * Math.log(chance + 1e-4) + (isSame(likest) ? 100 : 0);
}

type Ranking = Pick<Signals, "strength" | "likest" | "chance">;

/** What the curve reads: each signal in a shape in which more of it is always so much more. */
export function shaped(signals: Signals): Record<keyof typeof weights.confidence, number> {
  return {
    base: 1,
    strength: signals.strength,
    lead: Math.max(-most.lead, Math.min(signals.lead, most.lead)),
    likest: signals.likest,
    covered: signals.covered,
    few: Math.log(1 + Math.min(signals.terms, most.few)),
    terms: Math.log(1 + Math.min(signals.terms, most.terms)),
    chance: signals.chance,
    strange: signals.strange,
    behind: Math.min(signals.behind, most.behind),
  };
}

/** 0 … 1: how often an entry with such signals is the right one; a logistic curve, fitted. */
export function confidenceOf(signals: Signals): number {
  const values = shaped(signals);
  let sum = 0;
  for (const name of signalNames) sum += weights.confidence[name] * values[name];
  const likely = 1 / (1 + Math.exp(-sum));
  return isSame(signals.likest) && signals.lead > 0 ? Math.max(likely, sameQuestion) : likely;
}

export const signalNames = Object.keys(weights.confidence) as (keyof typeof weights.confidence)[];

function isSame(likest: number): boolean {
  return likest > 0.999;
}
