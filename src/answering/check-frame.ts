import { hotlines } from "../domain/hotlines.ts";
import type { EntryFile } from "./entry-file.ts";
import type { Say } from "./problem.ts";
import type { CheckWording } from "./wording.ts";

/** So long before a day the admin is told. Unit: days. */
const ahead = 30;

/** The folder, and numbers that nobody has checked. */
export function checkFrame(file: EntryFile, say: Say, words: CheckWording): void {
  const { entry } = file;
  const folder = file.file.split("/")[0] ?? "";
  if (folder !== entry.topic) say(file, ["topic"], words.wrongFolder(folder, entry.topic));
  for (const number of strangeNumbers(entry.short))
    say(file, ["short"], words.strangeNumber(number));
  for (const { facet, text } of entry.sections)
    for (const number of strangeNumbers(text))
      say(file, ["id"], words.strangeNumberIn(facet, number));
}

/** Days that are over, and days that are near. Format of `today`: YYYY-MM-DD. */
export function checkDays(
  file: EntryFile,
  today: string,
  say: Say,
  warn: Say,
  words: CheckWording,
): void {
  const { reviewed, effective } = file.entry;
  const review = daysFrom(today, reviewed.againBy);
  if (review < 0) say(file, ["reviewed"], words.reviewDue(reviewed.againBy));
  else if (review <= ahead) warn(file, ["reviewed"], words.reviewSoon(reviewed.againBy, review));
  if (effective.to === null) return;
  const end = daysFrom(today, effective.to);
  if (end < 0) say(file, ["effective"], words.expired(effective.to));
  else if (end <= ahead) warn(file, ["effective"], words.expiresSoon(effective.to, end));
}

/** Format: YYYY-MM-DD. Below 0 = `day` is before `from`. */
function daysFrom(from: string, day: string): number {
  return Math.round((Date.parse(day) - Date.parse(from)) / 86_400_000);
}

/** What looks like a phone number and is none of the checked hotlines. */
function strangeNumbers(text: string): string[] {
  const numbers = text.match(
    /(?<![\d.])(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|(?:12|96|95)\d{3})(?![\d.元块]|万)/gu,
  );
  return (numbers ?? []).filter((number) => !(number in hotlines));
}
