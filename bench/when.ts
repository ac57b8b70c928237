import { readFileSync } from "node:fs";
import { z } from "zod";
import { readHolidaysFile } from "../src/answering/holidays-file.ts";
import { knowledgeWording } from "../src/texts/zh-cn/kb.ts";
import { serviceIn } from "../src/understanding/service.ts";
import { whenIn } from "../src/understanding/when/when.ts";
import { isBlind } from "./blind.ts";

const line = z.strictObject({
  now: z.iso.datetime({ offset: true }),
  text: z.string(),
  date: z.string().nullable(),
  period: z.enum(["am", "pm"]).nullable(),
  time: z.string().nullable(),
  service: z.string().nullable(),
});
/** A line of the time expressions that others collected; only how it is judged is of interest here. */
const foreign = z.object({
  text: z.string(),
  base: z.string(),
  /** First and last second; an object where it is no stretch of time. */
  time: z.union([z.tuple([z.string(), z.string()]), z.unknown().transform(() => null)]),
  booking: z.boolean(),
});

/**
 * What is understood of bookings: exact day, half of the day and time, service. `--blind` measures
 * the quarter that nobody looks at while tuning, `--show=N` prints misses of the others,
 * `--second FILE` adds time expressions of others.
 */
export function benchWhen(args: string[]): Promise<void> {
  const blind = args.includes("--blind");
  const show = Number(args.find((arg) => arg.startsWith("--show="))?.slice(7) ?? 0);
  const read = readHolidaysFile(
    "holidays.yaml",
    readFileSync("knowledge/holidays.yaml", "utf8"),
    knowledgeWording.problems,
  );
  if (!read.ok) throw new Error(read.problems.map(({ reason }) => reason).join("; "));
  const lines = linesOf("tests/golden/when.jsonl")
    .map((each) => line.parse(each))
    .filter(({ text }) => isBlind(text) === blind);
  const wrong: Record<"date" | "period and time" | "service", string[]> = {
    date: [],
    "period and time": [],
    service: [],
  };
  for (const { now, text, ...expected } of lines) {
    const when = whenIn(text, Date.parse(now), read.calendar);
    const { service } = serviceIn(text);
    const tell = (what: keyof typeof wrong, told: unknown, right: unknown): void => {
      if (told !== right) wrong[what].push(`    ${now} ${text}  →  ${told}, not ${right}`);
    };
    tell("date", when.date, expected.date);
    tell("period and time", `${when.period} ${when.time}`, `${expected.period} ${expected.time}`);
    tell("service", service, expected.service);
  }
  for (const [what, misses] of Object.entries(wrong)) {
    report(what, lines.length - misses.length, lines.length);
    if (!blind) for (const miss of misses.slice(0, show)) console.log(miss);
  }
  const second = args.indexOf("--second");
  if (second >= 0) secondOpinion(args[second + 1] ?? "", read.calendar);
  return Promise.resolve();
}

/** Single days to come only: bare hours stand for today there, and past days are no bookings. */
function secondOpinion(file: string, calendar: Parameters<typeof whenIn>[2]): void {
  const days = linesOf(file)
    .map((each) => foreign.parse(each))
    .filter(({ booking, time }) => booking && time?.[0].slice(0, 10) === time?.[1].slice(0, 10))
    .filter(({ base, time }) => (time?.[0].slice(0, 10) ?? "") > base.slice(0, 10));
  const right = days.filter(({ text, base, time }) => {
    const now = Date.parse(`${base.replace(" ", "T")}+08:00`);
    return whenIn(text, now, calendar).date === time?.[0].slice(0, 10);
  });
  report("second opinion, date", right.length, days.length);
}

function linesOf(file: string): unknown[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((each) => JSON.parse(each) as unknown);
}

function report(what: string, right: number, all: number): void {
  console.log(`${what}: ${right} of ${all} right (${((100 * right) / all).toFixed(1)} %)`);
}
