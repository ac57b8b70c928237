import { expect, it } from "vitest";
import { replay } from "../../src/commands/replay.ts";
import { shippedCalendar } from "../support/calendar.ts";
import { realKnowledge } from "../support/real-knowledge.ts";
import { smallKnowledge } from "../support/small-knowledge.ts";
import { transcript } from "../support/transcript.ts";

const quiet = { info() {}, warn() {}, error() {} };
const clock = { now: () => Date.parse("2026-11-24T10:00:00+08:00") };

async function bookingsIn(now: string | undefined, ...turns: string[]) {
  const out: string[] = [];
  async function* given() {
    yield JSON.stringify({ id: 1, now, turns });
  }
  const knowledge = { ...smallKnowledge(), calendar: shippedCalendar };
  await replay(given(), (line) => out.push(line), { knowledge, clock, log: quiet });
  return transcript.parse(JSON.parse(out[0]!)).turns.map(({ reading }) => reading.booking);
}

it("tells what was understood of a visit, by the line's own clock and the shipped holidays", async () => {
  expect(
    await bookingsIn("2026-06-17T15:05:00+08:00", "端午放完假头一天上班去补身份证，给约上"),
  ).toEqual([{ service: "id_card_replace", date: "2026-06-22", period: null, time: null }]);
  expect(await bookingsIn("2026-09-16T15:05", "下礼拜三上午九点想去换个证")).toEqual([
    { service: "id_card_renew", date: "2026-09-23", period: "am", time: "09:00" },
  ]);
});

it("tells nothing of a visit where none is wanted", async () => {
  expect(await bookingsIn(undefined, "身份证丢了咋补", "我家着火了快来人")).toEqual([null, null]);
});

it("gives every villager empty seats: the same talk is the same for the fiftieth", async () => {
  const turns = ["明天上午九点想去换个证", "不留", "确定", "我的预约"];
  const out: string[] = [];
  async function* given() {
    for (let id = 0; id < 50; id++)
      yield JSON.stringify({ id, now: "2026-11-24T10:00:00+08:00", turns });
  }
  const knowledge = await realKnowledge();
  await replay(given(), (line) => out.push(line), { knowledge, clock, log: quiet });
  const heard = out.map((line) =>
    transcript.parse(JSON.parse(line)).turns.map(({ replies, did }) => ({ replies, did })),
  );
  expect(heard[0]![2]!.did).toEqual(["booked:id_card_renew"]);
  expect(heard).toEqual(Array(50).fill(heard[0]));
});
