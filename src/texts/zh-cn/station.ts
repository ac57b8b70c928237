import type { OpenHours, Station } from "../../domain/station.ts";

const days = ["", "一", "二", "三", "四", "五", "六", "日"];

/** 周一到周五 09:00–12:00、14:30–17:30 */
export function hoursText(hours: OpenHours[]): string {
  const byDays = new Map<string, string[]>();
  for (const { days: on, from, to } of hours) {
    const name = daysText(on);
    byDays.set(name, [...(byDays.get(name) ?? []), `${from}–${to}`]);
  }
  return [...byDays].map(([on, times]) => `${on} ${times.join("、")}`).join("；");
}

function daysText(on: number[]): string {
  const sorted = on.toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return "";
  const inARow = sorted.length > 2 && last - first === sorted.length - 1;
  return inARow
    ? `周${days[first]}到周${days[last]}`
    : sorted.map((day) => `周${days[day]}`).join("、");
}

/** How to reach the station by phone and when, in one sentence. */
export function reachStation(station: Station): string {
  const hours = station.hours.length === 0 ? "" : `，上班时间：${hoursText(station.hours)}`;
  return station.phone === null
    ? `派出所的电话本所还没填，可以打12345请人转接${hours}。`
    : `派出所电话：${station.phone}${hours}。`;
}

export const missingFactNames = {
  phone: "电话",
  address: "地址",
  hours: "上班时间",
  checkedOn: "核对日期",
} as const;
