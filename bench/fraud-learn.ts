import { signalNames, type KeptModels } from "../src/understanding/fraud/evidence.ts";
import { featuresOf, type Features } from "../src/understanding/fraud/features.ts";
import type { FlagFinder, Hit } from "../src/understanding/fraud/flags.ts";
import {
  categoryOutcomes,
  kindGroups,
  levelOutcomes,
  scamGroups,
  voiceOutcomes,
} from "../src/understanding/fraud/labels.ts";
import { chanceBy, type Bars, type Curve } from "../src/understanding/fraud/model.ts";
import { keepNeighbours } from "../src/understanding/fraud/neighbours.ts";
import { saidIn } from "../src/understanding/fraud/said.ts";
import { learn, type Target } from "../src/understanding/learning/learn.ts";
import { keep } from "../src/understanding/learning/model.ts";
import type { Line } from "./fraud-lines.ts";
import { logistic } from "./logistic.ts";

/** A line, and what it looks like. */
export interface Item {
  line: Line;
  said: string;
  features: Features;
  hits: Hit[];
}

export function itemOf(line: Line, find: FlagFinder): Item {
  const said = saidIn(line.text);
  const hits = find(said);
  return { line, said, features: featuresOf(said, hits), hits };
}

/** Half of what is engaged looks like what is only told: it counts more for the level. */
const engagedCounts = 1.6;
/** Money that is moving is told by many lines of other files: they count less for the level. */
const urgentCounts = 0.35;

export function learnModels(items: readonly Item[]): KeptModels {
  const scam = (of: "words" | "signs") =>
    keep(
      learn(
        items.map(({ line, features }) => ({
          features: features[of],
          targets: [Number(line.voice !== null)],
          weight: line.weight,
        })),
        scamGroups,
      ),
      1,
    );
  const kinds = items
    .filter(({ line }) => line.voice !== null)
    .map(({ line, features }) => ({
      features: [...features.words, ...features.signs],
      targets: kindsOf(line),
      weight: kindWeight(line),
    }));
  return {
    words: scam("words"),
    signs: scam("signs"),
    neighbours: keepNeighbours(
      items.map(({ line, features }) => ({
        runs: features.words,
        scam: line.voice !== null,
        weight: line.weight,
      })),
    ),
    kinds: keep(learn(kinds, kindGroups), 1),
  };
}

function kindWeight({ level, voice, weight }: Line): number {
  if (level === "高危") return weight * engagedCounts;
  return level === "紧急" && voice === undefined ? weight * urgentCounts : weight;
}

function kindsOf({ voice, category, level }: Line): Target[] {
  return [
    voice ? voiceOutcomes.indexOf(voice) : null,
    category === undefined ? null : categoryOutcomes.indexOf(category),
    level === null ? null : levelOutcomes.indexOf(level),
  ];
}

/** A line that was not learnt from: what the models say of it, and whether it is a scam. */
export interface Unseen {
  signals: number[];
  scam: boolean;
  /** A red flag that speaks for itself was in it. */
  proven: boolean;
}

/** So many examples a heavy red flag must be found in, and such a share of them must be scams, that it is proof. */
const proof = { examples: 8, share: 0.95 };

/** Ids of the red flags whose finding is enough, whatever the models say. */
export function provenFlags(items: readonly Item[]): string[] {
  const counts = new Map<string, [scams: number, all: number]>();
  for (const { line, hits } of items)
    for (const { flag } of hits) {
      if (flag.weight < 3) continue;
      const [scams, all] = counts.get(flag.id) ?? [0, 0];
      counts.set(flag.id, [scams + Number(line.voice !== null), all + 1]);
    }
  return [...counts].flatMap(([id, [scams, all]]) =>
    all >= proof.examples && scams >= all * proof.share ? id : [],
  );
}

export function curveFrom(unseen: readonly Unseen[]): Curve {
  const weights = logistic(
    unseen.map(({ signals, scam }) => ({ values: signals, right: scam, weight: 1 })),
  );
  return Object.fromEntries(
    signalNames.map((name, at) => [name, Number(weights[at]!.toFixed(4))]),
  ) as Curve;
}

/** Of ordinary messages that were written to look like scams so many may be called suspicious, or a fraud. */
const falseAlarms: Record<keyof Bars, number> = { suspicious: 0.06, sure: 0.015 };

export function barsFrom(curve: Curve, unseen: readonly Unseen[]): Bars {
  const ordinary = unseen
    .flatMap(({ signals, scam, proven }) => (scam ? [] : proven ? 1 : chanceBy(curve, signals)))
    .sort((a, b) => b - a);
  const bar = (share: number): number =>
    Math.ceil(1000 * (ordinary[Math.floor(share * ordinary.length)] ?? 1)) / 1000;
  return { suspicious: bar(falseAlarms.suspicious), sure: bar(falseAlarms.sure) };
}
