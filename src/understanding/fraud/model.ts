import type { FraudVoice } from "../../domain/fraud.ts";
import type { FraudCategory, FraudLevel } from "../../domain/sets.ts";
import { witnessesFrom, type KeptModels, type signalNames } from "./evidence.ts";
import type { Hit, KeptFlags } from "./flags.ts";
import type { Danger } from "./level-signals.ts";

/** What was learnt, as it is kept in a file, with the red flags that it was learnt with. */
export interface KeptFraud extends KeptModels {
  flags: KeptFlags;
  /** How what speaks for a scam and against one makes one chance: a logistic curve. */
  curve: Curve;
  bars: Bars;
  /** Ids of the red flags that are proof enough to call a message suspicious, whatever its words. */
  proven: string[];
  /** Of the examples. */
  fingerprint: string;
  /** Of the file of intents that were heard beside it. */
  intents: string;
}

export type Curve = Record<(typeof signalNames)[number], number>;

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

export function fraudModelFrom({ curve, ...models }: KeptModels & { curve: Curve }): FraudModel {
  const { hear, pull } = witnessesFrom(models);
  return {
    opinionOf(said, hits, danger) {
      const { signals, kind } = hear(said, hits, danger);
      return { scam: chanceBy(curve, signals), ...kind };
    },
    pull,
  };
}

export function chanceBy(curve: Curve, signals: readonly number[]): number {
  const score = Object.values(curve).reduce((sum, weight, at) => sum + weight * signals[at]!, 0);
  return 1 / (1 + Math.exp(-score));
}
