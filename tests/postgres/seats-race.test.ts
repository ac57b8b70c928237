import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { deskAppointments } from "../../src/app/desk-appointments.ts";
import { idsFrom } from "../../src/app/ids.ts";
import { addLogin, signIn } from "../../src/store/logins.ts";
import { bookTexts } from "../../src/texts/zh-cn/book.ts";
import { deskSeatTexts } from "../../src/texts/zh-cn/desk-seats.ts";
import { openRows } from "../support/open-rows.ts";
import { renewal, seatKnowledge, seatStation } from "../support/seat-knowledge.ts";
import { words } from "../support/villager.ts";
import { workersAt } from "../support/workers.ts";

const morning = "2026-11-24T08:00:00";

/** A morning with this many counters. */
const counters = (seats: number) => ({
  ...seatKnowledge({ ...seatStation, seats: { counters: seats, hours: [] } }),
  services: [{ ...renewal, capacity: seats }],
});

/** Its times, each as often as it can be had. */
const times = (seats: number) =>
  ["09:00", "09:30", "10:00", "10:30"].flatMap((at) => Array<string>(seats).fill(at));

const distinct = (values: unknown[]) => expect(new Set(values).size).toBe(values.length);

describe("two workers at one database", () => {
  it("give 7 seats to 200 villagers once each, and tell 193 of other times", async () => {
    const seats = 7;
    const slot = { day: "2026-11-26", at: "09:30", place: "所里" };
    const { store, villager, together, records, rolledBack } = await workersAt(
      counters(seats),
      morning,
    );
    const people = Array.from({ length: 200 }, (_, i) => villager(`v${i}`));
    const pressing = (label: string) =>
      together(people, (one) => ({ kind: "press", choice: one.choiceOf(label) }));
    await together(people, () => words("换身份证，26号上午9点半"));
    await pressing(bookTexts.skipName);
    expect(await openRows(store, "appointments")).toEqual([]);
    for (const one of people) one.gets();
    await pressing(bookTexts.save);

    expect(records.map(({ outcome }) => outcome)).toEqual(Array(600).fill("answered"));
    expect(rolledBack()).toBe(0);
    const booked = await openRows(store, "appointments");
    expect(booked).toHaveLength(seats);
    for (const row of booked) expect(row).toMatchObject({ status: "booked", ...slot });
    distinct(booked.map(({ number }) => number));
    distinct(booked.map(({ conversation }) => conversation));
    const cells = await openRows(store, "seat_cells");
    expect(cells.map(({ counter }) => counter).toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const heard = people.map((one) => ({ said: one.hears(), offers: one.choices() }));
    for (const { said } of heard) expect(said).toHaveLength(1);
    const won = heard.filter(({ said }) => said[0]!.startsWith("约好了"));
    const lost = heard.filter(({ said }) => said[0] === bookTexts.refused.taken);
    expect([won.length, lost.length]).toEqual([seats, 200 - seats]);
    // What each winner heard is the number that their row has.
    const numbers = won.map(({ said }) => Number(/，(\d+)号，/u.exec(said[0]!)?.[1]));
    expect(numbers.toSorted()).toEqual(booked.map(({ number }) => number).toSorted());
    for (const { offers } of lost) {
      expect(offers.length).toBeGreaterThanOrEqual(3);
      expect(offers).not.toContain(bookTexts.label(slot));
    }
  }, 180_000);

  it("give all who stand at the counter at the same moment the next free time each", async () => {
    const { store, officer, together, records, rolledBack } = await workersAt(counters(4), morning);
    const names = ["zhang", "li", "wang", "zhao", "liu", "chen", "yang", "huang"];
    const officers = [];
    for (const name of names) officers.push(await officer(name));
    const heard: string[] = [];
    while (heard.length < times(4).length) {
      await together(officers, () => words("加号 换身份证 张三"));
      heard.push(...officers.flatMap((one) => one.hears()));
    }
    const rows = (await openRows(store, "appointments")).toSorted(
      (a, b) => Number(a["number"]) - Number(b["number"]),
    );
    expect(rows.map(({ number, at, status }) => [number, at, status])).toEqual(
      times(4).map((at, i) => [i + 1, at, "arrived"]),
    );
    const told = times(4).map((at, i) => deskSeatTexts.walkedIn(i + 1, at, renewal.name, "张三"));
    expect(heard.toSorted()).toEqual(told.toSorted());
    await together(officers, () => words("加号 换身份证 张三"));
    expect(officers.flatMap((one) => one.hears())).toEqual(names.map(() => deskSeatTexts.full));
    expect(records.every(({ outcome }) => outcome === "answered")).toBe(true);
    // None of them was thought about again.
    expect(rolledBack()).toBe(0);
  }, 60_000);

  it("give all who are written down at two desks at once the next free time each", async () => {
    const { workers, officer, now, rolledBack } = await workersAt(counters(4), morning);
    await officer("zhang");
    const at = now();
    const use = { code: "c".repeat(24), session: "browser", at, fresh: () => "zhang-web" };
    const { db, cipher } = workers[0]!.store;
    await db.transaction(async (trx) => {
      await addLogin(trx, cipher, { code: use.code, person: "person-zhang", at });
      await signIn(trx, cipher, { ...use, station: false });
    });
    const ids = idsFrom(now, randomBytes);
    const desks = workers.map(({ store }) => deskAppointments(store, { now }, ids, counters(4)));
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        desks[i % 2]!.walkIn(use.session, renewal.service, "张三"),
      ),
    );
    const added = done.filter((one) => one !== null && typeof one === "object");
    expect(done.filter((one) => one === "full")).toHaveLength(4);
    expect(added.toSorted((a, b) => a.number - b.number)).toEqual(
      times(4).map((at, i) => ({ number: i + 1, at })),
    );
    expect(rolledBack()).toBe(0);
  });
});
