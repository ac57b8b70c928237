import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { dateOf } from "../../../src/domain/station-time.ts";
import { whenIn } from "../../../src/understanding/when/when.ts";
import { shippedCalendar } from "../../support/calendar.ts";

interface Line {
  now: string;
  text: string;
  date: string | null;
  period: "am" | "pm" | null;
  time: string | null;
}

const lines = readFileSync("tests/golden/when.jsonl", "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Line);

/** Tuesday. */
const tuesday = "2026-11-24T10:00:00+08:00";

function when(text: string, now = tuesday) {
  return whenIn(text, Date.parse(now), shippedCalendar);
}

function dateIn(text: string, now = tuesday): string | null {
  return when(text, now).date;
}

describe("the day of a visit", () => {
  it.each([
    ["明儿个", "2026-11-25"],
    ["大后天头晌", "2026-11-27"],
    ["这礼拜天", "2026-11-29"],
    ["下下周二", "2026-12-08"],
    ["下个月5号", "2026-12-05"],
    ["23号", "2026-12-23"],
    ["24号", "2026-11-24"],
    ["11月23号", "2027-11-23"],
    ["月底最后一天", "2026-11-30"],
    ["下个月头一个礼拜一", "2026-12-07"],
    ["半个月后", "2026-12-09"],
    ["明年1月5号", "2027-01-05"],
  ])("is counted from today: %s", (said, date) => {
    expect(dateIn(said)).toBe(date);
  });

  it("is the next one for a bare weekday, next week's on that very day", () => {
    expect(dateIn("周三")).toBe("2026-11-25");
    expect(dateIn("周一")).toBe("2026-11-30");
    expect(dateIn("周二")).toBe("2026-12-01");
    expect(dateIn("这周二")).toBe("2026-11-24");
    expect(dateIn("下周二")).toBe("2026-12-01");
  });

  it.each([
    ["初八", "2026-12-16"],
    ["腊月二十八", "2027-02-04"],
    ["大年三十", "2027-02-05"],
    ["正月十六", "2027-02-21"],
    ["农历冬月十五", "2026-12-23"],
    ["腊月三十", "2027-02-05"],
  ])("is lunar where people count so: %s", (said, date) => {
    expect(dateIn(said)).toBe(date);
  });

  it.each([
    ["2026-09-16T15:20:00+08:00", "国庆放完假头一天上班", "2026-10-08"],
    ["2026-09-16T15:20:00+08:00", "国庆前最后一天上班", "2026-09-30"],
    ["2026-09-16T15:20:00+08:00", "补班那个礼拜六", "2026-10-10"],
    ["2026-01-30T09:00:00+08:00", "补班那个礼拜六", "2026-02-14"],
    ["2026-06-10T08:05:00+08:00", "端午前一天", "2026-06-18"],
    ["2025-12-28T20:00:00+08:00", "元旦放完假头一天上班", "2026-01-04"],
  ])("goes by the announced holidays: %s %s", (now, said, date) => {
    expect(dateIn(said, now)).toBe(date);
  });

  it("is known after one day beside a weekend, announced or not", () => {
    expect(dateIn("过完元旦头一天上班")).toBe("2027-01-04");
    expect(dateIn("清明后头一天上班", "2027-03-30T09:00:00+08:00")).toBe("2027-04-06");
  });

  it("is not guessed where the year's holidays are not announced", () => {
    expect(dateIn("国庆放完假头一天上班", "2027-09-20T09:00:00+08:00")).toBeNull();
    expect(whenIn("国庆放完假头一天上班", Date.parse("2026-09-16T09:00+08:00"), [])).toEqual({
      date: null,
      period: null,
      time: null,
    });
  });

  it.each([
    "这几天",
    "下旬",
    "下个月",
    "周末",
    "过两天",
    "20号左右",
    "二十三四号",
    "12月8日至10日之间",
    "年前再说",
    "越早越好",
    "跟上回一样",
    "28号到30号",
  ])("is no day where they name a stretch: %s", (said) => {
    expect(dateIn(said)).toBeNull();
  });

  it.each([
    ["不是周三是周四", "2026-11-26"],
    ["周三不行，周四", "2026-11-26"],
    ["周三或者周四", "2026-11-25"],
    ["原来约的周三，改周五", "2026-11-27"],
    ["明天，哦不对，后天", "2026-11-26"],
    ["我不是说后天去吗，后天队里打草，大后天中不", "2026-11-27"],
    ["周三没空", null],
    ["周四那个号我去不了了", null],
    ["明天上午不行，下午吧", "2026-11-25"],
    ["周三周四都有事，周五也够呛，礼拜六", "2026-11-28"],
    ["26号去……26号放假是吧，27号", "2026-11-27"],
    ["26号不行就27号", "2026-11-26"],
    ["周四吧，哎不对周四孩子打疫苗，周五", "2026-11-27"],
    ["他说26号，我说27号，听我的27号", "2026-11-27"],
    ["周三周四都行，最好周四", "2026-11-26"],
  ])("is the last one that they stand by: %s", (said, date) => {
    expect(dateIn(said)).toBe(date);
  });

  it.each([
    ["身份证11月3号丢的，周五去补", "2026-11-27"],
    ["我1988年3月5号生人，明天去", "2026-11-25"],
    ["证27年到期", null],
    ["那张二十年的到日子了", null],
    ["周六上班不", null],
    ["几点上班", null],
    ["住了3个月了", null],
    ["我今年16岁", null],
  ])("is not the day of something else: %s", (said, date) => {
    expect(dateIn(said)).toBe(date);
  });
});

describe("the time of a visit", () => {
  it.each([
    ["两点", "pm", "14:00"],
    ["八点", "am", "08:00"],
    ["三点一刻", "pm", "15:15"],
    ["上午9点半", "am", "09:30"],
    ["9:30", "am", "09:30"],
    ["十点来钟", "am", "10:00"],
    ["晌午十二点半", "pm", "12:30"],
    ["差一刻三点", "pm", "14:45"],
    ["周三四点", "pm", "16:00"],
    ["下午吧 三点", "pm", "15:00"],
    ["头晌", "am", null],
    ["傍黑", "pm", null],
    ["中午", "pm", null],
    ["晚上", "pm", null],
    ["上午下午都行", null, null],
    ["上午没空 下午三点半", "pm", "15:30"],
    ["早点去", null, null],
    ["本周五下午", "pm", null],
    ["周五9:30前往", "am", "09:30"],
    ["下周三 14:00", "pm", "14:00"],
    ["三点……算了三点半保险，周五下午", "pm", "15:30"],
    ["原来约的今天下午，改到明天同一时间", "pm", null],
    ["头晌去，晌午前能办完不", "am", null],
    ["七点半交班，八点半能到", "am", "08:30"],
    ["26号27号的下午都行", "pm", null],
    ["原约5月8日9时，取消", null, null],
    ["礼拜四一上班", "am", null],
    ["有一点事", null, null],
  ])("is read by office hours, and its half of the day follows: %s", (said, period, time) => {
    expect(when(said)).toMatchObject({ period, time });
  });
});

describe("golden lines", () => {
  it("are understood but for a few", () => {
    const right = (fits: (line: Line) => boolean): number =>
      lines.filter(fits).length / lines.length;
    const read = new Map(lines.map((line) => [line, when(line.text, line.now)]));
    expect(right((line) => read.get(line)!.date === line.date)).toBeGreaterThan(0.95);
    expect(
      right((line) => read.get(line)!.period === line.period && read.get(line)!.time === line.time),
    ).toBeGreaterThan(0.95);
  });
});

describe("laws", () => {
  const words = fc.constantFrom(
    ...[
      "明天",
      "周",
      "三",
      "下",
      "礼拜",
      "二十八",
      "号",
      "12",
      "月",
      "初",
      "八",
      "点",
      "半",
      "上午",
    ],
    ...[
      "国庆",
      "后",
      "前",
      "一天",
      "不是",
      "改到",
      "，",
      " ",
      ":",
      "30",
      "没空",
      "腊月",
      "补班",
      "那",
    ],
    ...["最后", "第", "个", "头", "年", "过", "到", "丢", "去", "🙂", "\n", "\u200b", "9", "."],
  );
  const sentences = fc
    .array(fc.oneof(words, fc.string({ maxLength: 3 })), { maxLength: 14 })
    .map((parts) => parts.join(""));
  const moments = fc.integer({
    min: Date.parse("2025-01-01T00:00:00Z"),
    max: Date.parse("2040-12-31T00:00:00Z"),
  });

  it("names a real day not before today, and a time inside its half of the day", () => {
    fc.assert(
      fc.property(sentences, moments, (said, now) => {
        const { date, period, time } = whenIn(said, now, shippedCalendar);
        if (date !== null) {
          expect(date >= dateOf(now)).toBe(true);
          expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
        }
        if (time === null) return;
        expect(time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
        expect(period).toBe(time < "12:00" ? "am" : "pm");
      }),
      { numRuns: 400 },
    );
  });

  it("is the same however the words are disguised", () => {
    const disguises: ((text: string) => string)[] = [
      (text) => text.replace(/./gu, "$&\u200b"),
      (text) =>
        text.replace(/[0-9:]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0)),
      (text) => text.replaceAll("礼拜", "禮拜").replaceAll("后", "後").replaceAll("点", "點"),
      (text) => `  ${text}\n`,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...lines), fc.constantFrom(...disguises), (line, disguise) => {
        expect(when(disguise(line.text), line.now)).toEqual(when(line.text, line.now));
      }),
      { numRuns: 200 },
    );
  });

  it("does not hang on long nonsense", () => {
    const began = performance.now();
    for (const part of ["周", "三点", "国庆后", "1月2号到", "改到周三 ", "初", "十"])
      when(part.repeat(4_000 / part.length));
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe("a server in another zone", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each(["America/New_York", "Pacific/Kiritimati", "UTC"])("reads the same: %s", (other) => {
    const there = lines.map((line) => when(line.text, line.now));
    process.env.TZ = other;
    expect(new Date(0).getTimezoneOffset()).not.toBe(-480);
    expect(lines.map((line) => when(line.text, line.now))).toEqual(there);
  });

  it("has the station's midnight", () => {
    expect(dateIn("明天", "2026-11-24T15:59:59Z")).toBe("2026-11-25");
    expect(dateIn("明天", "2026-11-24T16:00:00Z")).toBe("2026-11-26");
  });
});
