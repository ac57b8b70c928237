import type { Calendar } from "../../domain/calendar.ts";
import { shifted, together } from "./beside.ts";
import { chosenDay, clocksOf } from "./choose.ts";
import { clocksIn, withPart } from "./clock.ts";
import type { ClockMention } from "./clock.ts";
import { dateOfDay, dayAt } from "./days.ts";
import { feastDays } from "./feasts.ts";
import { mentionsIn } from "./mention.ts";
import { monthDays } from "./month-days.ts";
import { nearDays, plainDates } from "./near-days.ts";
import { isOfOther } from "./refuse.ts";
import { spokenTime } from "./spoken.ts";

/** When somebody wants to come, as far as their words say it. */
export interface When {
  /** Format: YYYY-MM-DD, in the station's zone; never before today. */
  date: string | null;
  period: "am" | "pm" | null;
  /** Format: HH:MM; always inside `period`. */
  time: string | null;
}

const rules = [...feastDays, ...monthDays, ...nearDays, ...plainDates];

/**
 * The day and time that words name for a visit; null where they name none, or only a stretch
 * (这几天, 下旬). Weeks begin on Monday, a bare weekday is the next one after today, a bare hour is
 * one of office hours, noon and evening are pm. Pure; never throws.
 * @param now unit: ms since 1970
 * @param calendar holidays and the weekends worked for them, as far as announced
 */
export function whenIn(text: string, now: number, calendar: Calendar): When {
  const said = spokenTime(text);
  const around = { today: dayAt(now), calendar };
  const named = mentionsIn(said, rules, around).map((mention) => shifted(said, mention));
  const days = together(said, named, around.today).filter((day) => !isOfOther(said, day));
  const clocks = clocksIn(said, named);
  const meant = chosenDay(said, days, clocks);
  const isPast = meant !== null && meant.day !== null && meant.day < around.today;
  const chosen = isPast
    ? chosenDay(
        said,
        days.filter((day) => day !== meant && (day.day ?? 0) >= around.today),
        clocks,
      )
    : meant;
  const date = chosen === null || chosen.day === null ? null : dateOfDay(chosen.day);
  return { date, ...timeOf(said, clocksOf(said, clocks, days, chosen ?? meant)) };
}

/** 下午吧,三点 is one time in two places. */
function timeOf(said: string, clocks: ClockMention[]): Omit<When, "date"> {
  const exact = arrivalAmong(said, clocks) ?? clocks.find(({ minutes }) => minutes !== null);
  const [first] = clocks;
  if (first === undefined) return { period: null, time: null };
  if (exact === undefined || exact.minutes === null) {
    const halves = new Set(clocks.map(({ period }) => period));
    return { period: halves.size > 1 ? null : first.period, time: null };
  }
  const named = clocks.find(({ told }) => told !== null)?.told ?? null;
  const minutes = exact.told === null ? withPart(exact.minutes, named) : exact.minutes;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return {
    period: hours < 12 ? "am" : "pm",
    time: `${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`,
  };
}

/** Of several hours the one that they come at: 七点半交班,八点半能到. */
function arrivalAmong(said: string, clocks: ClockMention[]): ClockMention | undefined {
  return clocks.find(
    ({ minutes, to }, at) =>
      minutes !== null &&
      to !== clocks[at + 1]?.from &&
      /^[ 就能可以准时赶]{0,4}(?:到(?![\d一二两三四五六七八九十点半])|过去|去)/u.test(
        said.slice(to),
      ),
  );
}
