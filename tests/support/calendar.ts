import { readFileSync } from "node:fs";
import { readHolidaysFile } from "../../src/answering/holidays-file.ts";
import type { Calendar } from "../../src/domain/calendar.ts";
import { knowledgeWording } from "../../src/texts/zh-cn/kb.ts";

/** The shipped holidays. */
export const shippedCalendar: Calendar = shipped();

function shipped(): Calendar {
  const text = readFileSync("knowledge/holidays.yaml", "utf8");
  const read = readHolidaysFile("holidays.yaml", text, knowledgeWording.problems);
  if (!read.ok) throw new Error(read.problems.map(({ reason }) => reason).join("; "));
  return read.calendar;
}
