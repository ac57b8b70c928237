import { expect, it } from "vitest";
import { deskCommandIn } from "../../src/understanding/desk-command.ts";
import { stretchIn } from "../../src/understanding/seat-command.ts";
import { shippedCalendar } from "../support/calendar.ts";

/** A Tuesday. */
const now = Date.parse("2026-11-24T10:00:00+08:00");

it.each([
  ["预约", { act: "seats", on: "today" }],
  ["今天预约", { act: "seats", on: "today" }],
  ["/预约", { act: "seats", on: "today" }],
  ["明天预约", { act: "seats", on: "tomorrow" }],
  ["到3", { act: "seat-step", seat: "3", step: "arrived" }],
  ["到 3", { act: "seat-step", seat: "3", step: "arrived" }],
  ["3号来了", { act: "seat-step", seat: "3", step: "arrived" }],
  ["办完12", { act: "seat-step", seat: "12", step: "done" }],
  ["没来5号", { act: "seat-step", seat: "5", step: "no-show" }],
  ["加号 换身份证 张三", { act: "walk-in", service: "id_card_renew", name: "张三" }],
  ["加号 换身份证", { act: "walk-in", service: "id_card_renew", name: null }],
  ["加号", { act: "walk-in", service: null, name: null }],
  ["关 明天下午", { act: "close-seats", words: "明天下午" }],
  ["关12月3号上午", { act: "close-seats", words: "12月3号上午" }],
  ["关 下午", { act: "close-seats", words: "下午" }],
  ["开 明天下午", { act: "open-seats", words: "明天下午" }],
])("%s", (text, action) => {
  expect(deskCommandIn(text)).toEqual(action);
});

it.each([
  ...["我下午过去", "关门了吧", "开个证明要多久", "到了打电话", "到100001", "预约好了", "加号牌"],
  ...["关于明天上午", "开会明天下午", "关于明天的事", "3号我过去", "来了三个人", "开车明天来"],
])("no command: %s", (text) => {
  expect(deskCommandIn(text)).toBeNull();
});

it.each([
  ["明天下午", "2026-11-25 所里 12:00-24:00"],
  ["12月3号上午", "2026-12-03 所里 00:00-12:00"],
  ["下午", "2026-11-24 所里 12:00-24:00"],
  ["周五全天", "2026-11-27 所里 00:00-24:00"],
  ["前进村明天上午", "2026-11-25 前进村 00:00-12:00"],
])("the stretch of %s", (words, stretch) => {
  const found = stretchIn(words, now, shippedCalendar, ["前进村"]);
  expect(found && `${found.day} ${found.place} ${found.from}-${found.to}`).toBe(stretch);
});

it("half a day is no stretch: which half?", () => {
  expect(stretchIn("明天半天", now, shippedCalendar, [])).toBeNull();
});
