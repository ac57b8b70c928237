import { signalNames, type KeptModels } from "../src/understanding/fraud/evidence.ts";
import { featuresOf, type Features } from "../src/understanding/fraud/features.ts";
import type { FlagFinder, Hit } from "../src/understanding/fraud/flags.ts";
import {
  categoryOutcomes,
  kindColumns,
  levelGroups,
  levelOutcomes,
  scamColumns,
  voiceOutcomes,
} from "../src/understanding/fraud/labels.ts";
import { dangerIn, levelFeatures, type Danger } from "../src/understanding/fraud/level-signals.ts";
import { keepLinear } from "../src/understanding/fraud/linear.ts";
import { chanceBy, type Bars, type Curve } from "../src/understanding/fraud/model.ts";
import { keepNeighbours } from "../src/understanding/fraud/neighbours.ts";
import { isWarning } from "../src/understanding/fraud/signs.ts";
import { saidIn } from "../src/understanding/fraud/said.ts";
import { triage } from "../src/understanding/emergency/triage.ts";
import { hinge } from "./hinge.ts";
import type { Line } from "./fraud-lines.ts";
import { learn, type Example } from "../src/understanding/learning/learn.ts";
import { keep } from "../src/understanding/learning/model.ts";
import { logistic } from "./logistic.ts";

/** A line, and what it looks like. */
export interface Item {
  line: Line;
  danger: Danger;
  said: string;
  features: Features;
  hits: Hit[];
}

export function itemOf(line: Line, find: FlagFinder): Item {
  const danger = line.level === null ? "none" : dangerIn(triage(line.text));
  const said = saidIn(line.text);
  const hits = find(said);
  return { line, danger, said, features: featuresOf(said, hits), hits };
}

/** Money that is moving is told by many lines of other files: they count less for the kind. */
const urgentCounts = 0.35;
/** What fewer examples of scams show says little of their kind, and the file is read at every start. */
const leastSeenOfKind = 3;

export function learnModels(items: readonly Item[]): KeptModels {
  const everything = ({ features }: Item): string[] => [...features.words, ...features.signs];
  const scam = items.map((item) => {
    const { voice, weight } = item.line;
    const target = voice === null ? -1 : 1;
    const isFar = voice === null && weight < 1;
    return { features: everything(item), targets: [target, isFar ? 0 : target], weight };
  });
  const kinds = items
    .filter(({ line }) => line.voice !== null)
    .map((item) => ({
      features: everything(item),
      targets: kindsOf(item.line),
      weight: kindWeight(item.line),
    }));
  return {
    scam: keepLinear(hinge(scam, scamColumns)),
    neighbours: keepNeighbours(
      items.map(({ line, features }) => ({
        runs: features.words,
        scam: line.voice !== null,
        weight: line.weight,
      })),
    ),
    kinds: keepLinear(hinge(kinds, kindColumns, leastSeenOfKind)),
    levels: keep(learn(levelled(items), levelGroups, leastSeenOfKind), 1),
  };
}

/** Levels that few examples have count more, though not so much as all of the commonest. */
const evenness = 0.75;

function levelled(items: readonly Item[]): Example[] {
  const placed = items.flatMap((item) =>
    item.line.level === null
      ? []
      : {
          features: [
            ...item.features.words,
            ...item.features.signs,
            ...levelFeatures(item.said, item.danger),
          ],
          targets: [levelOutcomes.indexOf(item.line.level)],
          weight: item.line.weight,
        },
  );
  const sumOf = (some: readonly Example[]): number =>
    some.reduce((sum, { weight }) => sum + weight, 0);
  const mean = sumOf(placed) / levelOutcomes.length;
  const counts = levelOutcomes.map(
    (_level, at) => (mean / sumOf(placed.filter(({ targets }) => targets[0] === at))) ** evenness,
  );
  return placed.map((one) => ({ ...one, weight: one.weight * counts[Number(one.targets[0])]! }));
}

function kindWeight({ level, voice, weight }: Line): number {
  return level === "紧急" && voice === undefined ? weight * urgentCounts : weight;
}

/** For each group of columns: 1 in its own, −1 in the others, 0 where it is not known. */
function kindsOf({ voice, category }: Line): number[] {
  const group = <T>(outcomes: readonly T[], own: T | undefined): number[] =>
    outcomes.map((one) => (own === undefined ? 0 : one === own ? 1 : -1));
  return [...group(voiceOutcomes, voice ?? undefined), ...group(categoryOutcomes, category)];
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
  for (const { line, hits } of items.filter((item) => !isWarning(item.said)))
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
