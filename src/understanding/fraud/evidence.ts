import type { FraudVoice } from "../../domain/fraud.ts";
import type { FraudCategory, FraudLevel, Intent } from "../../domain/sets.ts";
import { intentChances } from "../intent.ts";
import { modelFrom, type KeptModel } from "../learning/model.ts";
import { featuresOf, weightOf } from "./features.ts";
import type { Hit } from "./flags.ts";
import { genuineIn } from "./genuine.ts";
import {
  categoryColumn,
  categoryOutcomes,
  kindColumns,
  levelGroups,
  levelOutcomes,
  scamColumns,
  voiceOutcomes,
} from "./labels.ts";
import { levelFeatures, type Danger } from "./level-signals.ts";
import { scorerFrom, type KeptLinear } from "./linear.ts";
import { isWarning } from "./signs.ts";
import { neighboursFrom, type KeptNeighbours } from "./neighbours.ts";

export interface KeptModels {
  /** Scam or not, by words and signs: two opinions, of which the second has not heard of ordinary days. */
  scam: KeptLinear;
  /** A third: what the examples are that a message is most like. */
  neighbours: KeptNeighbours;
  /** Of a scam, who speaks and its category. */
  kinds: KeptLinear;
  /** Of a scam, its level. */
  levels: KeptModel;
}

/** What speaks for a scam and against one, in the order of the curve's weights. */
export const signalNames = [
  "base",
  "all",
  "own",
  "neighbours",
  /** The weight of the red flags, and of those that a warning names. */
  "flags",
  "flagsNamed",
  /** A bank's code, a courier's notice and the like. */
  "genuine",
  /** As what a person wants: to ask about fraud, something else of the station, nothing of it. */
  "asksFraud",
  "asksElse",
  "asksNothing",
  /** Written by a stranger to many, not by the person. */
  "pasted",
] as const;

/** If it is a scam: who speaks, of what kind it is. */
export interface Kind {
  voice: FraudVoice;
  category: FraudCategory | null;
  /** Chance of each level; together 1. */
  levels: ReadonlyMap<FraudLevel, number>;
}

export interface Evidence {
  /** One for each of `signalNames`. */
  signals: number[];
  kind: Kind;
}

export interface Witnesses {
  /** Of words that `saidIn` made ready. */
  hear(said: string, hits: readonly Hit[], danger: Danger): Evidence;
  /** How much a run of characters speaks for a scam. */
  pull(run: string): number;
}

/** Beyond this more flags say no more. */
const mostWeight = 10;
const elsewhere: readonly Intent[] = [
  "ask_hukou",
  "ask_id_card",
  "ask_legal",
  "book",
  "change_booking",
  "dispute",
  "report_hazard",
  "human",
  "party_village",
];

export function witnessesFrom(kept: KeptModels): Witnesses {
  const remedy = "knowledge/models/fraud.json does not fit: run `npm run train:fraud`.";
  const scam = scorerFrom(kept.scam, scamColumns, remedy);
  const kinds = scorerFrom(kept.kinds, kindColumns, remedy);
  const levels = modelFrom(kept.levels, levelGroups, remedy);
  const neighbours = neighboursFrom(kept.neighbours);
  return {
    hear(said, hits, danger) {
      const { words, signs } = featuresOf(said, hits);
      const features = [...words, ...signs];
      const chances = levels.chances([...features, ...levelFeatures(said, danger)]);
      const kind = {
        ...kindFrom(kinds.scores(features)),
        levels: new Map(levelOutcomes.map((level, at) => [level, chances[at]!])),
      };
      const weight = Math.min(weightOf(hits), mostWeight);
      const signals = [
        1,
        ...scam.scores(features),
        neighbours(words),
        ...(isWarning(said) ? [0, weight] : [weight, 0]),
        Number(genuineIn(said) !== null),
        ...wishesIn(said),
        Number(kind.voice === "text"),
      ];
      return { signals, kind };
    },
    pull: (run) => scam.pull(run, 0),
  };
}

function wishesIn(said: string): number[] {
  const chances = intentChances(said);
  const sum = (intents: readonly Intent[]): number =>
    logit(intents.reduce((all, intent) => all + (chances.get(intent) ?? 0), 0));
  return [sum(["ask_fraud"]), sum(elsewhere), sum(["unknown", "smalltalk"])];
}

function kindFrom(scores: Float64Array): Omit<Kind, "levels"> {
  const best = (first: number, many: number): number => {
    let at = 0;
    for (let i = 1; i < many; i++) if (scores[first + i]! > scores[first + at]!) at = i;
    return at;
  };
  return {
    voice: voiceOutcomes[best(0, voiceOutcomes.length)]!,
    category: categoryOutcomes[best(categoryColumn, categoryOutcomes.length)]!,
  };
}

function logit(chance: number): number {
  const kept = Math.min(1 - 1e-5, Math.max(1e-5, chance));
  return Math.log(kept / (1 - kept));
}
