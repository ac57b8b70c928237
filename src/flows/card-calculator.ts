import type { Citation } from "../domain/entry.ts";

/** Full years on a day. Both days: YYYY-MM-DD. A child of 29 February is a year older on 1 March. */
export function fullYears(born: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}

/** Why a card is asked for. */
export type CardReason = "first" | "renew" | "replace" | "damaged" | "temporary";

/** Unit: yuan. Source: 发改价格〔2003〕2322号; the first card is free since 2018-04-01. */
const fees: Record<CardReason, number> = {
  first: 0,
  renew: 20,
  replace: 40,
  damaged: 40,
  temporary: 10,
};

/** What an identity card of somebody so old is like. */
export interface Card {
  /** How long it is valid, in years; null = for good. */
  validYears: 5 | 10 | 20 | null;
  /** A guardian applies for a child. */
  applies: "guardian" | "self";
  /** Whether one has to have it. */
  duty: "voluntary" | "must";
  /** What it costs, in yuan; null where the reason is not told. Poor households may be exempt. */
  fee: number | null;
}

/** Source: 居民身份证法 第二条, 第五条, 第七条. `age` in full years. */
export function cardFor(age: number, reason: CardReason | null): Card {
  const fee = reason === null ? null : fees[reason];
  if (age < 16) return { validYears: 5, applies: "guardian", duty: "voluntary", fee };
  const self = { applies: "self", duty: "must", fee } as const;
  if (age < 26) return { validYears: 10, ...self };
  if (age < 46) return { validYears: 20, ...self };
  return { validYears: null, ...self };
}

/** The one kind of card for everybody between two ages; null where they differ. */
export function cardForSpan([from, to]: [number, number], reason: CardReason | null): Card | null {
  const [young, old] = [cardFor(from, reason), cardFor(to, reason)];
  return young.validYears === old.validYears ? young : null;
}

/** What the validity by age stands on. */
export const validityLaw: Citation = { title: "居民身份证法", article: "第五条" };
