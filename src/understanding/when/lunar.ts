import { dayOf, partsOf } from "./days.ts";
import type { Day } from "./days.ts";

/**
 * Lunar years: the day of the first month's first (MM-DD), the lengths of the months in order
 * (L = 30 days, s = 29), and after which month a leap one stands (0 = none). Source: chinese-days
 * 1.5.7 (MIT). Node's own calendar is a day off in 2027, where the new moon falls on midnight.
 */
const years: Record<number, [string, string, number]> = {
  2024: ["02-10", "sLssLsLLsLLs", 0],
  2025: ["01-29", "LsLssLsLsLLLs", 6],
  2026: ["02-17", "LsLssLssLLLs", 0],
  2027: ["02-06", "LLsLssLssLLs", 0],
  2028: ["01-26", "LLLsLssLssLLs", 5],
  2029: ["02-13", "LLsLsLsLssLL", 0],
  2030: ["02-03", "sLsLLsLsLsLs", 0],
  2031: ["01-23", "sLLsLsLLsLsLs", 3],
  2032: ["02-11", "LssLsLLsLLsL", 0],
  2033: ["01-31", "sLssLsLsLLLsL", 11],
  2034: ["02-19", "sLssLsLsLLsL", 0],
  2035: ["02-08", "LsLssLssLLsL", 0],
  2036: ["01-28", "LLsLssLssLsLL", 6],
  2037: ["02-15", "LLsLssLssLsL", 0],
  2038: ["02-04", "LLsLsLsLssLs", 0],
  2039: ["01-24", "LLsLLsLsLsLss", 5],
  2040: ["02-12", "LsLLsLsLLsLs", 0],
  2041: ["02-01", "sLsLsLLsLLsL", 0],
  2042: ["01-22", "sLssLsLsLLsLL", 2],
  2043: ["02-10", "sLssLssLLsLL", 0],
  2044: ["01-30", "LsLssLssLsLLL", 7],
  2045: ["02-17", "LsLssLssLsLL", 0],
  2046: ["02-06", "LsLsLsLssLsL", 0],
  2047: ["01-26", "LsLLsLsLssLsL", 5],
  2048: ["02-14", "sLLsLLsLssLs", 0],
  2049: ["02-02", "LsLsLLsLLsLs", 0],
  2050: ["01-23", "sLsLsLsLLsLLs", 3],
};

/** The months of a lunar year in order: number (a leap one has that of the month before it), first day, length. */
function monthsOf(year: number): { month: number; first: Day; length: number }[] {
  const row = years[year];
  if (!row) return [];
  const [newYear, lengths, leap] = row;
  let first = dayOf(year, Number(newYear.slice(0, 2)), Number(newYear.slice(3))) ?? 0;
  return [...lengths].map((mark, at) => {
    const length = mark === "L" ? 30 : 29;
    const month = leap !== 0 && at >= leap ? at : at + 1;
    const own = { month, first, length };
    first += length;
    return own;
  });
}

/**
 * The first day from `today` on that has this lunar date; a day 30 that the month has not is its
 * last one. A leap month is never meant unless the plain one is over.
 * @param month null = any
 */
export function nextLunar(month: number | null, date: number, today: Day): Day | null {
  const { year } = partsOf(today);
  for (let ahead = -1; ahead <= 2; ahead += 1)
    for (const each of monthsOf(year + ahead)) {
      if (month !== null && each.month !== month) continue;
      if (date > each.length && (month === null || date > 30)) continue;
      const day = each.first + Math.min(date, each.length) - 1;
      if (day >= today) return day;
    }
  return null;
}

/** Solar terms: the month, and the constant of the usual formula (寿星公式) in this century. */
const terms = {
  小寒: [1, 5.4055],
  大寒: [1, 20.12],
  立春: [2, 3.87],
  惊蛰: [3, 5.63],
  春分: [3, 20.646],
  清明: [4, 4.81],
  谷雨: [4, 20.1],
  立夏: [5, 5.52],
  芒种: [6, 5.678],
  夏至: [6, 21.37],
  小暑: [7, 7.108],
  大暑: [7, 22.83],
  立秋: [8, 7.5],
  处暑: [8, 23.13],
  白露: [9, 7.646],
  秋分: [9, 23.042],
  寒露: [10, 8.318],
  霜降: [10, 23.438],
  立冬: [11, 7.438],
  冬至: [12, 21.94],
} as const;

/** Those that are words for the weather besides. */
const ofWeather = {
  雨水: [2, 18.73],
  小满: [5, 21.04],
  小雪: [11, 22.36],
  大雪: [12, 7.18],
} as const;

export type Term = keyof typeof terms | keyof typeof ofWeather;
export const termNames = Object.keys(terms) as Term[];
export const termsAndWeather = Object.keys(ofWeather) as Term[];

/** The first day of this solar term from `today` on. */
export function nextTerm(term: Term, today: Day): Day | null {
  const { year } = partsOf(today);
  const [month, constant] = { ...terms, ...ofWeather }[term];
  for (const each of [year, year + 1]) {
    const ofCentury = each % 100;
    const leaps = Math.floor((month < 3 ? ofCentury - 1 : ofCentury) / 4);
    const day = dayOf(each, month, Math.floor(ofCentury * 0.2422 + constant) - leaps);
    if (day !== null && day >= today) return day;
  }
  return null;
}
