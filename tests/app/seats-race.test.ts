import { expect, it } from "vitest";
import { noPatience } from "../../src/app/hear.ts";
import { bookTexts } from "../../src/texts/zh-cn/book.ts";
import { renewal, seatKnowledge, seatStation } from "../support/seat-knowledge.ts";
import { words } from "../support/villager.ts";
import { openWorld } from "../support/world.ts";

const seats = 7;
const slot = { day: "2026-11-26", at: "09:30", place: "所里" };
const knowledge = {
  ...seatKnowledge({ ...seatStation, seats: { counters: seats, hours: [] } }),
  services: [{ ...renewal, capacity: seats }],
};

it("of 200 villagers who press 确定 for 7 seats 7 have one, and 193 are offered another time", async () => {
  const world = await openWorld({ knowledge, patience: noPatience });
  const people = Array.from({ length: 200 }, (_, i) => world.villager(`v${i}`));
  type Villager = (typeof people)[number];
  const together = async (does: (one: Villager) => ReturnType<Villager["update"]>) => {
    await world.app.receive(people.map(does));
    await world.app.settled();
  };
  const pressing = (label: string) =>
    together((one) => one.update({ kind: "press", choice: one.choiceOf(label) }));
  await together((one) => one.update(words("换身份证，26号上午9点半")));
  await pressing(bookTexts.skipName);
  expect(await world.rows("appointments")).toEqual([]);
  for (const one of people) one.gets();
  await pressing(bookTexts.save);

  const booked = await world.rows("appointments");
  expect(booked).toHaveLength(seats);
  expect(new Set(booked.map(({ number }) => number)).size).toBe(seats);
  for (const row of booked) expect(row).toMatchObject({ status: "booked", ...slot });
  const heard = people.map((one) => ({ said: one.hears().join("\n"), offers: one.choices() }));
  const won = heard.filter(({ said }) => said.startsWith("约好了"));
  const lost = heard.filter(({ said }) => said === bookTexts.refused.taken);
  expect([won.length, lost.length]).toEqual([seats, 200 - seats]);
  for (const { offers } of lost) {
    expect(offers.length).toBeGreaterThanOrEqual(3);
    expect(offers).not.toContain(bookTexts.label(slot));
  }
}, 60_000);
