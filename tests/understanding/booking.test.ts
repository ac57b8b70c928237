import { describe, expect, it } from "vitest";
import { bookingIn, withBooking } from "../../src/understanding/booking.ts";
import { read } from "../../src/understanding/read.ts";
import { shippedCalendar } from "../support/calendar.ts";

const now = Date.parse("2026-11-24T10:00:00+08:00");
const said = "给我约明天上午九点半补身份证";

describe("what is said of a visit", () => {
  it("is its service, day, half of the day and time", () => {
    expect(bookingIn(said, now, shippedCalendar)).toEqual({
      service: "id_card_replace",
      date: "2026-11-25",
      period: "am",
      time: "09:30",
    });
  });

  it("stands in the reading where a visit is wanted or changed", () => {
    const reading = read(said);
    expect(reading.intent).toBe("book");
    expect(withBooking(reading, said, now, shippedCalendar)).toEqual({
      ...reading,
      booking: bookingIn(said, now, shippedCalendar),
    });
  });

  it("asks what a wish is about where no usual word tells it", () => {
    const reading = { ...read("你好"), intent: "book" as const };
    const likely = (words: string) =>
      words.includes("盖戳") ? ("residence_permit" as const) : null;
    const service = (words: string) =>
      withBooking(reading, words, now, shippedCalendar, null, likely).booking?.service;
    expect(service("外面来的人盖戳那个，明天去")).toBe("residence_permit");
    expect(service("换身份证，顺便盖戳")).toBe("id_card_renew");
    expect(service("明天去")).toBeNull();
  });

  it("stands in no other reading", () => {
    for (const other of ["身份证丢了咋补", "着火了快来人", "你好"]) {
      const reading = read(other);
      expect(withBooking(reading, other, now, shippedCalendar)).toBe(reading);
      expect(reading.booking).toBeNull();
    }
  });

  it("makes a visit of what looked like a question or a quarrel", () => {
    const lines = [
      ["想把我爸的户口销了，后天过去", "hukou_cancel"],
      ["跟他家坟地边界那事，28号当面说开，你们给做个中间人", "mediation"],
    ] as const;
    for (const intent of ["ask_hukou", "dispute"] as const)
      for (const [words, service] of lines) {
        const reading = withBooking({ ...read("你好"), intent }, words, now, shippedCalendar);
        const isOurs = intent === "ask_hukou" || service === "mediation";
        expect(reading.intent).toBe(isOurs ? "book" : intent);
        expect(reading.booking?.service ?? null).toBe(isOurs ? service : null);
      }
  });

  it("leaves questions and losses what they are", () => {
    for (const words of ["后天去换证要带啥", "明天高考，证没了", "报户口超过一个月会不会罚"]) {
      const reading = { ...read("你好"), intent: "ask_id_card" as const };
      expect(withBooking(reading, words, now, shippedCalendar)).toBe(reading);
    }
  });
});
