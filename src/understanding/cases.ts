import type { CaseAsk, CaseChoice } from "../domain/bookable.ts";
import type { Age } from "./age.ts";
import { denied, type Whom } from "./whom.ts";

/** What words tell of a question. */
export type CaseRead =
  | { is: "told"; choice: CaseChoice }
  | { is: "unsure" }
  /** What was told before is taken back. */
  | { is: "denied"; choice: CaseChoice }
  | null;

const unsure =
  /说不(?:准|好|清|上)|不(?:知道|清楚|晓得|懂|一定|确定|明白)|记不(?:清|得|住)|没数|拿不准|哪个都行|都行|随便|不好说/u;

/**
 * Which case normalised words tell.
 * @param asked the question stands open: short answers count, and that one cannot say
 */
export function caseIn(
  said: string,
  ask: CaseAsk,
  heard: { age: Age | null; whom: Whom },
  asked: boolean,
): CaseRead {
  const byAge = ask.choices.find(({ age }) => age && heard.age && isWithin(heard.age, age));
  if (byAge) return { is: "told", choice: byAge };
  const meant = said.replace(denied, " ");
  const spoken = (words: string): CaseChoice | null =>
    latest(ask.choices, (choice) =>
      lastOf(words, asked ? [...choice.said, ...choice.answers, choice.label] : choice.said),
    );
  const told = spoken(meant);
  if (told) return { is: "told", choice: told };
  const byWho = ask.choices.find(({ who }) => who !== undefined && who === heard.whom.who);
  if (byWho) return { is: "told", choice: byWho };
  if (asked && unsure.test(said)) return { is: "unsure" };
  const taken = meant === said ? null : spoken(said);
  return taken ? { is: "denied", choice: taken } : null;
}

function isWithin(one: Age, other: Age): boolean {
  return one.from >= other.from && one.to <= other.to;
}

/** Of what was said, the last counts: 不丢,坏了. */
function latest(
  choices: readonly CaseChoice[],
  endOf: (choice: CaseChoice) => number,
): CaseChoice | null {
  const ends = choices.map((choice) => ({ choice, end: endOf(choice) }));
  const most = Math.max(...ends.map(({ end }) => end));
  return most < 0 ? null : ends.find(({ end }) => end === most)!.choice;
}

/** Words that are said and not denied (没丢): where the last of them ends, the longer first; -1 = none is. */
function lastOf(said: string, words: readonly string[]): number {
  let end = -1;
  for (const word of words) {
    for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1)) {
      const isDenied = /[没不未别]$|没有$/u.test(said.slice(0, at)) && !/^[没不未还]/u.test(word);
      if (!isDenied) end = Math.max(end, at + word.length + word.length / 100);
    }
  }
  return end;
}
