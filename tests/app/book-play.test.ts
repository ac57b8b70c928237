import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellMinutes } from "../../src/domain/appointment.ts";
import { bookTexts as texts } from "../../src/texts/zh-cn/book.ts";
import { bookableKnowledge } from "../support/bookable.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld, type World } from "../support/world.ts";

const people = ["li", "wang", "zhao", "bai"];
const lines = [
  "约周三上午九点补身份证",
  "约周三上午九点迁户口",
  "明天上午九点半约调解",
  "不是周三是周四",
  "改成周五下午三点",
  "包音，13800138000",
  "不留",
  "我的预约",
  "取消预约",
  "算了",
  "身份证丢了要多少钱",
  "越早越好",
  "对",
  "嗯",
];

type Deed =
  | { who: number; does: "says"; line: number }
  | { who: number; does: "presses"; button: number }
  | { who: number; does: "saves" }
  | { who: number; does: "repeats" }
  | { does: "restart" }
  | { does: "wait" };

const who = fc.nat(people.length - 1);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      who,
      does: fc.constant("says" as const),
      line: fc.nat(lines.length - 1),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ who, does: fc.constant("presses" as const), button: fc.nat(5) }),
  },
  { weight: 4, arbitrary: fc.record({ who, does: fc.constant("saves" as const) }) },
  { weight: 1, arbitrary: fc.record({ who, does: fc.constant("repeats" as const) }) },
  { weight: 1, arbitrary: fc.constant<Deed>({ does: "restart" }) },
  { weight: 1, arbitrary: fc.constant<Deed>({ does: "wait" }) },
);

async function play(deeds: readonly Deed[]) {
  const world = await openWorld({ knowledge: bookableKnowledge() });
  const all = people.map((name) => world.villager(name));
  let confirmed = 0;
  for (const each of deeds) {
    if (each.does === "restart") await world.restart();
    else if (each.does === "wait") await world.wait(20 * 60_000);
    else confirmed += await doOne(all[each.who]!, each);
  }
  return { world, all, confirmed };
}

/** @returns how often a seat may have been taken or moved by it */
async function doOne(one: Villager, deed: Extract<Deed, { who: number }>): Promise<number> {
  if (deed.does === "says") {
    await one.says(lines[deed.line]!);
    return /^[对嗯]$/u.test(lines[deed.line]!) ? 1 : 0;
  }
  const choices = one.choices();
  const label =
    deed.does === "saves" ? texts.save : choices[deed.does === "presses" ? deed.button : 0];
  if (label === undefined || !choices.includes(label)) return 0;
  await one.presses(label);
  return label === texts.save ? 1 : 0;
}

/** Cells of all seats that are held: no two are one. */
async function cellsOf(world: World): Promise<string[]> {
  return (await world.rows("seat_cells")).map(({ day, place, counter, from_minute }) =>
    [day, place, counter, from_minute].join(" "),
  );
}

describe("seats, whatever people do", () => {
  it(
    "nobody has another's, nothing is taken without 确定, and what was promised stands in a row",
    { timeout: 240_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(deed, { minLength: 6, maxLength: 24 }), async (deeds) => {
          const { world, all, confirmed } = await play(deeds);
          const cells = await cellsOf(world);
          expect(new Set(cells).size).toBe(cells.length);
          const rows = await world.rows("appointments");
          expect(rows.length).toBeLessThanOrEqual(confirmed);
          for (const { id, status } of rows) {
            const own = (await world.rows("seat_cells")).filter(
              (cell) => cell["appointment"] === id,
            );
            if (status === "cancelled") expect(own).toEqual([]);
            else expect(own.length * cellMinutes).toBeGreaterThanOrEqual(cellMinutes);
          }
          const promises = all.flatMap((one) =>
            one
              .gets()
              .flatMap(({ text }) => /^约好了：(.+?)，(\S+?)，(\d+)号/u.exec(text)?.[3] ?? []),
          );
          expect(promises.length).toBe(rows.length);
          const numbers = rows.map(({ day, place, number }) => [day, place, number].join(" "));
          expect(new Set(numbers).size).toBe(numbers.length);
          await world.app.stop();
        }),
        { numRuns: 40 },
      );
    },
  );
});
