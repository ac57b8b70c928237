import type { FraudVoice } from "../../domain/fraud.ts";
import type { FraudCategory, FraudLevel, Intent } from "../../domain/sets.ts";
import { intentChances } from "../intent.ts";
import { modelFrom, type KeptModel, type Model } from "../learning/model.ts";
import { featuresOf, weightOf, type Features } from "./features.ts";
import type { Hit } from "./flags.ts";
import { genuineIn } from "./genuine.ts";
import {
  categoryColumn,
  categoryOutcomes,
  kindGroups,
  levelColumn,
  levelOutcomes,
  scamGroups,
  voiceOutcomes,
} from "./labels.ts";
import { neighboursFrom, type KeptNeighbours } from "./neighbours.ts";

export interface KeptModels {
  /** Scam or not, by words alone and by signs alone: two opinions that err differently. */
  words: KeptModel;
  signs: KeptModel;
  /** A third: what the examples are that a message is most like. */
  neighbours: KeptNeighbours;
  /** Of a scam, who speaks, its category, its level: by words and signs. */
  kinds: KeptModel;
}

/** What speaks for a scam and against one, in the order of the curve's weights. */
export const signalNames = [
  "base",
  "words",
  "signs",
  "neighbours",
  /** The weight of the red flags. */
  "flags",
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
  level: FraudLevel;
  /** Chance of each level. */
  levels: ReadonlyMap<FraudLevel, number>;
}

export interface Evidence {
  /** One for each of `signalNames`. */
  signals: number[];
  kind: Kind;
}

export interface Witnesses {
  /** Of words that `saidIn` made ready. */
  hear(said: string, hits: readonly Hit[]): Evidence;
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
  const words = modelFrom(kept.words, scamGroups, remedy);
  const signs = modelFrom(kept.signs, scamGroups, remedy);
  const kinds = modelFrom(kept.kinds, kindGroups, remedy);
  const neighbours = neighboursFrom(kept.neighbours);
  return {
    hear(said, hits) {
      const features = featuresOf(said, hits);
      const kind = kindOf(kinds, features);
      const signals = [
        1,
        logit(words.chances(features.words)[0]!),
        logit(signs.chances(features.signs)[0]!),
        neighbours(features.words),
        Math.min(weightOf(hits), mostWeight),
        Number(genuineIn(said) !== null),
        ...wishesIn(said),
        Number(kind.voice === "text"),
      ];
      return { signals, kind };
    },
    pull: (run) => words.pull(run, 0),
  };
}

function wishesIn(said: string): number[] {
  const chances = intentChances(said);
  const sum = (intents: readonly Intent[]): number =>
    logit(intents.reduce((all, intent) => all + (chances.get(intent) ?? 0), 0));
  return [sum(["ask_fraud"]), sum(elsewhere), sum(["unknown", "smalltalk"])];
}

function kindOf(kinds: Model, { words, signs }: Features): Kind {
  const chances = kinds.chances([...words, ...signs]);
  const best = (first: number, many: number): number => {
    let at = 0;
    for (let i = 1; i < many; i++) if (chances[first + i]! > chances[first + at]!) at = i;
    return at;
  };
  return {
    voice: voiceOutcomes[best(0, voiceOutcomes.length)]!,
    category: categoryOutcomes[best(categoryColumn, categoryOutcomes.length)]!,
    level: levelOutcomes[best(levelColumn, levelOutcomes.length)]!,
    levels: new Map(levelOutcomes.map((level, at) => [level, chances[levelColumn + at]!])),
  };
}

function logit(chance: number): number {
  const kept = Math.min(1 - 1e-5, Math.max(1e-5, chance));
  return Math.log(kept / (1 - kept));
}
