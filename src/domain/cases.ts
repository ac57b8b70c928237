import type { Bookable, CaseAsk, CaseChoice, Cited } from "./bookable.ts";

/** What was told, by question: the choice's name; null = they could not say. */
export type Told = Readonly<Record<string, string | null>>;

/** What is known of a case. */
export interface Case {
  told: Told;
  /** It is for somebody else. */
  proxy: boolean;
  /** Full years of the person it is for, as far as told: from, to. */
  age?: readonly [number, number] | null;
}

/** So many questions are asked one after another at most. */
export const mostAsked = 3;

/** The choice that holds; null = not told. */
export function choiceOf(ask: CaseAsk, { told, proxy, age = null }: Case): CaseChoice | null {
  const name = told[ask.name];
  const chosen = ask.choices.find((choice) => choice.name === name);
  if (chosen) return chosen;
  if (name === undefined && age) {
    const ofAge = ask.choices.find((it) => it.age && it.age.from <= age[0] && age[1] <= it.age.to);
    if (ofAge) return ofAge;
  }
  if (name === undefined && ask.only === "for-others" && !proxy) return ask.choices[0] ?? null;
  return null;
}

/** Whether a case holds; null = not known. A case that no question answers is never known. */
export function holds(
  when: string | undefined,
  asks: readonly CaseAsk[],
  known: Case,
): boolean | null {
  if (when === undefined) return true;
  const ask = askOf(when, asks);
  if (!ask) return null;
  const above = holds(ask.when, asks, known);
  if (above === false) return false;
  const chosen = choiceOf(ask, known);
  return chosen === null ? null : chosen.case === when;
}

/** A line that is told. */
export interface Line {
  what: string;
  /** The case in which it holds, where that was not told; null = it holds. */
  when: string | null;
}

/** The lines that hold, and those that may. */
export function linesIn(
  lines: readonly Cited[],
  { asks = [] }: Pick<Bookable, "asks">,
  known: Case,
): (Line & { from: string })[] {
  return lines.flatMap(({ what, from, when }) => {
    const held = holds(when, asks, known);
    return held === false ? [] : [{ what, from, when: held ? null : when! }];
  });
}

/** The question that tells this case from others. */
export function askOf(when: string, asks: readonly CaseAsk[]): CaseAsk | undefined {
  return asks.find(({ choices }) => choices.some((choice) => choice.case === when));
}

/** What is asked next; null = all that matters was asked. */
export function nextAsk({ asks = [] }: Bookable, known: Case): CaseAsk | null {
  return (
    asks.find(
      (ask) =>
        known.told[ask.name] === undefined &&
        choiceOf(ask, known) === null &&
        holds(ask.when, asks, known) === true,
    ) ?? null
  );
}

/** The most questions that anybody can be asked one after another. */
export function longestAsking(service: Bookable, told: Told = {}): number {
  const ask = nextAsk(service, { told, proxy: true });
  if (!ask) return 0;
  const names = [...ask.choices.map(({ name }) => name), null];
  return (
    1 + Math.max(...names.map((name) => longestAsking(service, { ...told, [ask.name]: name })))
  );
}
