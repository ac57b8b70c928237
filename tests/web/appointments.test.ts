import { expect, test } from "vitest";
import { deskSeatTexts, seatStatusNames } from "../../src/texts/zh-cn/desk-seats.ts";
import { bookTexts } from "../../src/texts/zh-cn/book.ts";
import { icsTexts, ownSeatTexts } from "../../src/texts/zh-cn/seat-ics.ts";
import { seatPageTexts as words } from "../../src/texts/zh-cn/seats-page.ts";
import type { Wanted } from "../../src/domain/appointment.ts";
import { bookSeat } from "../../src/store/appointments.ts";
import { seatKnowledge, seatStation } from "../support/seat-knowledge.ts";
import { visitor } from "./browserless.ts";
import { deskStation } from "./desk-station.ts";

const today = "2026-11-24";
const room = { counters: 2, minutes: 30 };
const knowledge = seatKnowledge({
  ...seatStation,
  hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "16:00" }],
});

async function open() {
  const station = await deskStation({}, undefined, { knowledge });
  const { db, cipher } = station.world.store;
  const zhang = await station.joined(await station.invited("张强"));
  let made = 0;
  const book = (over: Partial<Wanted>, conversation: string | null = null) =>
    db.transaction((trx) =>
      bookSeat(
        trx,
        cipher,
        {
          ...{ id: `seat-${++made}`, service: "id_card_renew", day: today, at: "13:00" },
          ...{ place: "所里", name: null, phone: null, ...over },
        },
        room,
        { conversation, at: station.world.now() },
      ),
    );
  const trail = async () =>
    (await station.world.rows("trail"))
      .map(({ act, subject }) => `${String(act)} ${String(subject)}`)
      .filter((line) => line.includes("seat"));
  return { ...station, zhang, book, trail, db };
}

test("the day shows who comes, with covered names; the week shows seven days", async () => {
  const { zhang, book, trail } = await open();
  await book({ name: "李秀英", phone: "13800138000" });
  await book({ day: "2026-11-26", at: "09:30", name: "王五" });
  const page = await zhang.read("/desk/appointments");
  expect(page).toContain("1号 13:00");
  expect(page).toContain("李某");
  expect(page).not.toMatch(/秀英|13800138000|王某/);
  const week = await zhang.read("/desk/appointments?view=week");
  expect(week).toContain("王某");
  expect(week.match(/id="day-/g)).toHaveLength(7);
  expect(week).toContain(words.week("2026-11-23", "2026-11-29"));
  expect(await zhang.read("/desk/appointments?view=day&day=2026-11-26")).toContain("王某");
  expect(await zhang.read("/desk/appointments?view=x&day=2026-13-99")).toContain("李某");
  expect(await trail()).toContain(`see seats ${today} week`);
  expect(await zhang.read("/desk")).toContain('href="/desk/appointments"');
});

test("a seat goes its steps; one that cannot be taken is said, and nothing changes", async () => {
  const { zhang, book, trail, db } = await open();
  await book({});
  const step = (one: string) =>
    zhang.form("/desk/appointments/step", { seat: "seat-1", step: one, day: today, view: "day" });
  const came = await step("arrived");
  expect(came.status).toBe(303);
  expect(await zhang.read(came.headers.get("location")!)).toContain(seatStatusNames.arrived);
  expect((await step("done")).status).toBe(303);
  const late = await step("no-show");
  expect(late.status).toBe(409);
  expect(await late.text()).toContain(words.notNow);
  expect(await db("appointments").where({ status: "done" })).toHaveLength(1);
  expect((await trail()).filter((line) => !line.startsWith("see"))).toEqual([
    ...["arrived seat seat-1", "done seat seat-1"],
  ]);
  const unknown = await zhang.form("/desk/appointments/step", { seat: "nobody", step: "done" });
  expect(unknown.status).toBe(409);
});

test("somebody without a seat is added at the next free time, once", async () => {
  const { zhang, world } = await open();
  const form = { service: "id_card_renew", name: "张三" };
  const added = await zhang.form("/desk/appointments/walk-in", form);
  const where = added.headers.get("location")!;
  expect(await zhang.read(where)).toContain(words.walkIn.added(1, "10:00"));
  await zhang.read(where);
  expect(await world.rows("appointments")).toMatchObject([{ status: "arrived", name: "张三" }]);
  const strange = await zhang.form("/desk/appointments/walk-in", { service: "haircut" });
  expect(strange.status).toBe(400);
});

test("half a day is closed after a look at whom it moves, and opened again", async () => {
  const { zhang, book, world } = await open();
  await book({ day: "2026-11-26", at: "09:30" });
  const half = { day: "2026-11-26", half: "am", place: "所里" };
  const look = await (await zhang.form("/desk/appointments/close", half)).text();
  const stretch = { day: half.day, place: half.place, from: "00:00", to: "12:00" };
  expect(look).toContain(deskSeatTexts.stretch(stretch));
  expect(look).toContain("有1个人约在那段时间");
  expect(await world.rows("seat_closures")).toEqual([]);
  const sure = await zhang.form("/desk/appointments/close", { ...stretch, sure: "1" });
  const page = await zhang.read(sure.headers.get("location")!);
  expect(page).toContain(words.closed(deskSeatTexts.stretch(stretch)));
  expect(page).toContain(words.stretch("所里", "12:00", "16:00"));
  await zhang.form("/desk/appointments/open", half);
  expect(await world.rows("seat_closures")).toEqual([]);
});

test("lists and figures are exported; no cell is a formula, few people are not counted", async () => {
  const { zhang, book } = await open();
  await book({ name: "=1+1" });
  for (let i = 0; i < 5; i++) await book({ day: `2026-11-1${i}`, name: "李秀英" });
  const list = await zhang.read("/desk/appointments.csv");
  const bytes = await (await zhang.ask("/desk/appointments.csv")).arrayBuffer();
  expect([...new Uint8Array(bytes).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(list).toContain(words.csvColumns.join(","));
  expect(list).toContain("'=某");
  const page = await zhang.read("/desk/appointments/figures");
  const file = await zhang.read("/desk/appointments/figures.csv");
  for (const shown of [page, file]) {
    expect(shown).toContain(words.counted.rows.booked[0]);
    expect(shown).toContain(words.counted.none);
  }
  expect(file).toContain(`${words.counted.rows.booked[0]},6,n/a,n/a,`);
  expect(file).toContain(`${words.counted.rows.kept[0]},0,n/a,n/a,`);
});

test("what a villager calls themselves is text and no page", async () => {
  const { zhang, book } = await open();
  await book({ name: "<script>alert(1)</script>" });
  expect(await zhang.read("/desk/appointments")).not.toContain("<script>alert");
});

test("a villager's calendar file is for their own browser alone", async () => {
  const { app, world, book, db } = await open();
  const [li, wang] = [visitor(app), visitor(app)];
  for (const one of [li, wang]) {
    await one.read("/");
    await one.form("/say", { nonce: `nonce-0000000${one === li ? 1 : 2}`, text: "您好" });
  }
  await world.app.settled();
  const rows = (await db("conversations").orderBy("id")) as { id: string }[];
  await book({ day: "2026-11-26", at: "09:30" }, rows.at(-2)!.id);
  const page = await li.read("/seats");
  expect(page).toContain(bookTexts.slot({ day: "2026-11-26", at: "09:30", place: "所里" }));
  expect(page).toContain('href="/seats/seat-1.ics"');
  for (const other of [wang, visitor(app)])
    expect(await other.read("/seats")).toContain(ownSeatTexts.none);
  const answer = await li.ask("/seats/seat-1.ics");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain("text/calendar");
  const file = await answer.text();
  expect(file).toContain("DTSTART:20261126T013000Z\r\n");
  expect(file).toContain("DTEND:20261126T020000Z\r\n");
  expect(file.replaceAll("\r\n ", "")).toContain(icsTexts.papers(["老身份证", "户口簿"]));
  for (const line of file.split("\r\n"))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const other of [wang, visitor(app)])
    expect((await other.ask("/seats/seat-1.ics")).status).toBe(404);
  expect((await li.ask("/seats/seat-9.ics")).status).toBe(404);
  await db("appointments").update({ status: "cancelled" });
  expect((await li.ask("/seats/seat-1.ics")).status).toBe(404);
});
