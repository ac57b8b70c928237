import type { Calendar } from "../domain/calendar.ts";
import type { SeatDeskAction, SeatStep } from "../domain/desk-seats.ts";
import { atStation, type Closure } from "../domain/openings.ts";
import { dateOf } from "../domain/station-time.ts";
import { normalise } from "./normalise.ts";
import { numberIn } from "./small-number.ts";
import { serviceIn } from "./service.ts";
import { whenIn } from "./when/when.ts";

const lists: Record<string, Extract<SeatDeskAction, { act: "seats" }>["on"]> = {
  预约: "today",
  今天预约: "today",
  今天的预约: "today",
  今日预约: "today",
  预约名单: "today",
  明天预约: "tomorrow",
  明天的预约: "tomorrow",
  明日预约: "tomorrow",
};

const steps: Record<string, SeatStep> = {
  到: "arrived",
  到了: "arrived",
  来了: "arrived",
  办完: "done",
  办完了: "done",
  办好: "done",
  办好了: "done",
  没来: "no-show",
  没到: "no-show",
};

/** 今天有谁预约 · 明天几个人约了. */
const whoComes =
  /^(今|明)[天日儿]?(?:都)?(?:有)?(?:谁|哪些人|几个人?|多少人?)(?:来)?(?:预约|约)(?:了|的|过)?$/u;
const stepFirst = /^(到了?|来了|办完了?|办好了?|没来|没到)(\d{1,3})号?$/u;
const numberFirst =
  /^(\d{1,3}|[一二三四五六七八九十]{1,3})号(到了?|来了|办完了?|办好了?|没来|没到)$/u;
/** A stretch ends with how much of the day it is, and begins after a space or with a day: 开会 opens nothing. */
const stretch =
  /^([关开])(?:\s+|(?=[今明后大这下本周星礼上中早头全\d一二三四五六七八九十]))((?:.*(?:今|明|后|周|星期|礼拜|月|号|日).*)?(?:上午|早上|头晌|下午|后晌|全天|一天|整天|半天))$/u;
/** 周四上午不办公. */
const notOpen =
  /^((?:.*(?:今|明|后|周|星期|礼拜|月|号|日).*)(?:上午|早上|头晌|下午|后晌|全天|一天|整天))(?:窗口)?不(?:办公|上班|开门|放号)$/u;
const wholeDay = /(?:全天|一天|整天)$/u;

/** What one of us asks for about seats, with a whole message; null for anything else. */
export function seatCommandIn(text: string): SeatDeskAction | null {
  const words = text.trim().replace(/^\//u, "").replace(/\s+/gu, " ");
  const said = normalise(words).replace(/[^\p{L}\p{N}]+/gu, "");
  const on = lists[said];
  const asked = whoComes.exec(said)?.[1];
  if (on !== undefined || asked !== undefined)
    return { act: "seats", on: on ?? (asked === "明" ? "tomorrow" : "today") };
  const [, verb = "", number = ""] = stepFirst.exec(said) ?? [];
  const [, later = "", name = ""] = numberFirst.exec(said) ?? [];
  const step = steps[verb] ?? steps[name];
  if (step !== undefined)
    return { act: "seat-step", seat: String(numberIn(number || later) ?? 0), step };
  const walkIn = /^加个?号(?:[ ，,：:](.*))?$/u.exec(words);
  if (walkIn) return { act: "walk-in", ...personIn(walkIn[1] ?? "") };
  const shut = notOpen.exec(normalise(words))?.[1];
  if (shut !== undefined) return { act: "close-seats", words: shut };
  const [, open, rest] = stretch.exec(normalise(words)) ?? [];
  if (rest === undefined) return null;
  return { act: open === "关" ? "close-seats" : "open-seats", words: rest };
}

/** 换身份证 张三: what is to be done, and for whom. */
function personIn(
  words: string,
): Pick<Extract<SeatDeskAction, { act: "walk-in" }>, "service" | "name"> {
  const parts = words.split(/[ ，,]+/u).filter((part) => part !== "");
  const last = parts.at(-1);
  const named = parts.length > 1 && last !== undefined && serviceIn(last).service === null;
  const about = named ? parts.slice(0, -1).join(" ") : words;
  return { service: serviceIn(about).service, name: named ? last.slice(0, 12) : null };
}

/** The stretch of a day that these words name; without a day today. Null: how much of it is not said. */
export function stretchIn(
  words: string,
  now: number,
  calendar: Calendar,
  villages: readonly string[],
): Closure | null {
  const said = normalise(words);
  const place = villages.find((village) => said.includes(village)) ?? atStation;
  const { date, period } = whenIn(said.replace(place, ""), now, calendar);
  const day = date ?? dateOf(now);
  if (wholeDay.test(said)) return { day, place, from: "00:00", to: "24:00" };
  if (period === null) return null;
  return period === "am"
    ? { day, place, from: "00:00", to: "12:00" }
    : { day, place, from: "12:00", to: "24:00" };
}
