import type { Picture } from "./kept-file.ts";

/** What a person points out to the station, beside quarrels and dangers of this minute. */
export const hazardKinds = [
  "road",
  "fire",
  "livestock",
  "herb-digging",
  "stolen-produce",
  "suspicious-people",
  "camera-wish",
  "other",
] as const;
export type HazardKind = (typeof hazardKinds)[number];

export type HazardAsk = "what" | "where" | "since";

/** A hazard or a tip as far as it was told. */
export interface HazardDraft {
  kind: HazardKind;
  /** In the person's own words, masked. */
  told: string[];
  where: string | null;
  since: string | null;
  /** Nothing that names the person goes with it. */
  anonymous: boolean;
  /** They have pictures. */
  photos: boolean;
  /** Those that they sent; older drafts have none. */
  pictures?: Picture[];
  phone: string | null;
  /** Asked already, answered or not. */
  asked: HazardAsk[];
}

export type HazardState =
  | { flow: "hazard"; v: 1; at: "asking"; ask: HazardAsk; draft: HazardDraft }
  | { flow: "hazard"; v: 1; at: "card"; draft: HazardDraft };

export type HazardAction =
  | { act: "hazard"; do: "answer"; ask: HazardAsk; value: string }
  | { act: "hazard"; do: "skip"; ask: HazardAsk }
  | { act: "hazard"; do: "save" | "save-nameless" | "change" | "drop" };

/** Kinds that tell of somebody's doing, not of a thing that is broken. */
export function isTip(kind: HazardKind): boolean {
  return kind === "herb-digging" || kind === "stolen-produce" || kind === "suspicious-people";
}

export function nextHazardAsk(draft: HazardDraft): HazardAsk | null {
  const { told, where, since, asked } = draft;
  const open: Record<HazardAsk, boolean> = {
    what: told.join("").length < 5,
    where: where === null,
    since: since === null,
  };
  const order: HazardAsk[] = ["what", "where", "since"];
  return order.find((ask) => open[ask] && !asked.includes(ask)) ?? null;
}
