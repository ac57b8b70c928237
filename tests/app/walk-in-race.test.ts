import { expect, it } from "vitest";
import { noPatience } from "../../src/app/hear.ts";
import { bookTexts } from "../../src/texts/zh-cn/book.ts";
import { deskSeatTexts as texts } from "../../src/texts/zh-cn/desk-seats.ts";
import { renewal, seatKnowledge, seatStation } from "../support/seat-knowledge.ts";
import { words } from "../support/villager.ts";
import { openWorld } from "../support/world.ts";

const knowledge = seatKnowledge({
  ...seatStation,
  hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "14:00" }],
});

it("officers who write people down at once, while villagers book the same times, are told what each has", async () => {
  const world = await openWorld({ knowledge, patience: noPatience });
  const officers = [];
  for (const name of ["zhang", "li", "wang", "zhao"]) officers.push(await world.staff(name));
  const villagers = Array.from({ length: 4 }, (_, i) => world.villager(`v${i}`));
  for (const one of villagers) {
    await one.says("换身份证，今天下午1点");
    await one.presses(bookTexts.skipName);
    one.gets();
  }
  const walkIns = officers.map((one) => one.update(words("加号 换身份证 张三")));
  const presses = villagers.map((one) =>
    one.update({ kind: "press", choice: one.choiceOf(bookTexts.save) }),
  );
  await world.app.receive(presses.flatMap((press, i) => [walkIns[i]!, press]));
  await world.app.settled();

  const rows = await world.rows("appointments");
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, i) => i + 1));
  const cells = await world.rows("seat_cells");
  expect(new Set(cells.map((cell) => `${cell["counter"]} ${cell["from_minute"]}`)).size).toBe(
    cells.length,
  );
  const arrived = rows.filter(({ status }) => status === "arrived");
  const told = arrived.map(({ number, at }) =>
    texts.walkedIn(Number(number), String(at), renewal.name, "张三"),
  );
  const heard = officers.flatMap((one) => one.hears());
  expect(heard).toEqual([...told, ...Array<string>(heard.length - told.length).fill(texts.full)]);
  expect(told.length).toBeGreaterThanOrEqual(3);
  const booked = rows.filter(({ status }) => status === "booked");
  expect(booked).toHaveLength(1);
  const said = villagers.map((one) => one.hears().join("\n"));
  expect(said.filter((one) => one.startsWith("约好了"))).toHaveLength(1);
  expect(said.filter((one) => one === bookTexts.refused.taken)).toHaveLength(3);
  expect(world.logged.filter(({ level }) => level === "error")).toEqual([]);
});
