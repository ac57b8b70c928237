import { expect, it } from "vitest";
import { figuresOf } from "../../src/domain/figures.ts";
import { noRoster } from "../../src/domain/roster.ts";
import { openedBetween } from "../../src/store/matter-figures.ts";
import { revoke } from "../../src/store/people.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { fire } from "../support/said.ts";
import { openWorld } from "../support/world.ts";

const { buttons: desk } = deskTexts;
const minute = 60_000;
const day = 24 * 60 * minute;

it("figures of the past stay what they were when somebody leaves and others go on with it", async () => {
  const world = await openWorld();
  const zhang = await world.staff("zhang");
  const from = world.now();
  await world.villager("li").says("找民警");
  await zhang.presses(desk.take);
  await world.villager("sun").says(fire);
  await zhang.presses(desk.takeAlert);
  const to = world.now() + 1;
  const figures = () =>
    world.store.db.transaction(async (trx) =>
      figuresOf(await openedBetween(trx, from, to), noRoster),
    );
  const then = await figures();
  expect(then).toMatchObject({ total: 2, taken: 2, takenInTime: 2 });
  const wang = await world.staff("wang");
  const [person] = await world.rows("people");
  await revoke(world.store.db, String(person!["id"]), world.now());
  await world.wait(day);
  for (const { number } of await world.rows("matters")) await wang.says(`接${String(number)}`);
  expect((await world.rows("matters")).map(({ owner }) => owner)).not.toContain(person!["id"]);
  expect(await figures()).toEqual(then);
});
