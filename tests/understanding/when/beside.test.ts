import { describe, expect, it } from "vitest";
import { whenIn } from "../../../src/understanding/when/when.ts";
import { shippedCalendar } from "../../support/calendar.ts";

/** Tuesday. */
const tuesday = Date.parse("2026-11-24T10:00:00+08:00");

function dateIn(text: string): string | null {
  return whenIn(text, tuesday, shippedCalendar).date;
}

describe("a day beside others", () => {
  it.each([
    ["冬至那天我过寿，过了寿第二天去", "2026-12-23"],
    ["俺爹28号出院，出院后第二天", "2026-11-29"],
    ["那边12月15号开庭，开庭前一天", "2026-12-14"],
    ["26号我去旗里，27号去你们那儿", "2026-11-27"],
    ["俺儿子说26号，俺说27号", "2026-11-27"],
    ["28号礼拜六，礼拜五吧", "2026-11-27"],
    ["我 的 孩子 星期六 学校 回来 星期一 办", "2026-11-30"],
    ["下周一到周三出差，周四去", "2026-12-03"],
    ["26号27号补觉，28号", "2026-11-28"],
    ["28号下雪放假，30号", "2026-11-30"],
    ["这周六你们上班吗，不上班就下周一", "2026-11-30"],
    ["两个星期以后的星期一", "2026-12-07"],
    ["元旦那天没人吧，那2号去", "2027-01-02"],
    ["不是二十六，是二十七", "2026-11-27"],
    ["二十七、二十八都行", "2026-11-27"],
    ["十二月二十是生日，十二月二十一去，农历的", "2027-01-28"],
  ])("leans on another day of the same words: %s", (said, date) => {
    expect(dateIn(said)).toBe(date);
  });
});
