import type { FraudVoice } from "../../domain/fraud.ts";
import type { FraudCategory, FraudLevel } from "../../domain/sets.ts";
import { witnessesFrom, type KeptModels, type signalNames } from "./evidence.ts";
import type { Hit, KeptFlags } from "./flags.ts";
import { levelOutcomes } from "./labels.ts";
import { levelSignals, type Danger, type levelSignalNames } from "./level-signals.ts";

/** What was learnt, as it is kept in a file, with the red flags that it was learnt with. */
export interface KeptFraud extends KeptModels {
  flags: KeptFlags;
  /** How what speaks for a scam and against one makes one chance: a logistic curve. */
  curve: Curve;
  /** The same for each level of a scam. */
  levelCurves: LevelCurves;
  bars: Bars;
  /** Ids of the red flags that are proof enough to call a message suspicious, whatever its words. */
  proven: string[];
  /** Of the examples. */
  fingerprint: string;
  /** Of the file of intents that were heard beside it. */
  intents: string;
}

export type Curve = Record<(typeof signalNames)[number], number>;
export type LevelCurve = Record<(typeof levelSignalNames)[number], number>;
export type LevelCurves = Record<FraudLevel, LevelCurve>;

/** From which chance on a message is called suspicious, or a fraud; found on examples not learnt from. */
export interface Bars {
  suspicious: number;
  sure: number;
}

/** What the models make of a message. */
export interface Opinion {
  /** That it tells of a scam or is one: 0 … 1. */
  scam: number;
  /** If it is a scam. */
  voice: FraudVoice;
  category: FraudCategory | null;
  /** Chance of each level; together 1. */
  levels: ReadonlyMap<FraudLevel, number>;
}

export interface FraudModel {
  opinionOf(said: string, hits: readonly Hit[], danger: Danger): Opinion;
  /** How much a run of characters speaks for a scam. */
  pull(run: string): number;
}

type KeptOpinions = KeptModels & { curve: Curve; levelCurves: LevelCurves };

export function fraudModelFrom({ curve, levelCurves, ...models }: KeptOpinions): FraudModel {
  const { hear, pull } = witnessesFrom(models);
  return {
    opinionOf(said, hits, danger) {
      const { signals, kind } = hear(said, hits);
      const { voice, category } = kind;
      const levels = levelChances(levelCurves, levelSignals(said, kind, danger));
      return { scam: chanceBy(curve, signals), voice, category, levels };
    },
    pull,
  };
}

export function chanceBy(curve: Curve | LevelCurve, signals: readonly number[]): number {
  const score = Object.values(curve).reduce((sum, weight, at) => sum + weight * signals[at]!, 0);
  return 1 / (1 + Math.exp(-score));
}

/** Each level by its own curve, made to add up to 1. */
export function levelChances(
  curves: LevelCurves,
  signals: readonly number[],
): Map<FraudLevel, number> {
  const chances = levelOutcomes.map((level) => chanceBy(curves[level], signals));
  const sum = chances.reduce((all, each) => all + each, 1e-9);
  return new Map(levelOutcomes.map((level, at) => [level, chances[at]! / sum]));
}
