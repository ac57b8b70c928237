import { expect, test } from "vitest";
import type { Effect } from "../../src/domain/flow.ts";
import { deleteOld, matterKeptDays } from "../../src/store/deleting.ts";
import { keep, type Keeping } from "../../src/store/keeping.ts";
import { matterNamed } from "../../src/store/matters.ts";
import { openWarningOf, personOf, warningOf } from "../../src/store/warnings.ts";
import { openWorld } from "../support/world.ts";

const day = 24 * 3_600_000;

/** A station to which one villager has written, and what a check of theirs keeps. */
async function station() {
  const world = await openWorld();
  const { db, cipher } = world.store;
  await world.villager("li").says("在吗");
  const [{ id: conversation }] = (await world.rows("conversations")) as [{ id: string }];
  let made = 0;
  const warned = async (
    level: "高危" | "紧急",
    lost: number | null = null,
    source: "check" | "stop-payment" = "check",
  ): Promise<string> => {
    const id = `m${++made}`;
    const kept: Extract<Effect, { do: "open-matter" | "keep-warning" }>[] = [
      {
        ...{ do: "open-matter", id, number: `20000${made}`, kind: "fraud-alert", phone: null },
        ...{ note: `第${made}次`, level: source === "check" ? "high" : "alarm" },
      },
      { do: "keep-warning", matter: id, level, category: "刷单返利类", source, lost },
    ];
    await keepAll(id, kept);
    return id;
  };
  const keepAll = (turn: string, kept: Keeping[]) =>
    db.transaction(async (trx) => {
      for (const it of kept) await keep(trx, cipher, { turn, conversation, at: world.now() }, it);
    });
  const open = () =>
    db.transaction((trx) => openWarningOf(trx, personOf(cipher, { conversation })));
  return { world, db, warned, keepAll, open };
}

test("a second warning of the same person goes on in the open matter", async () => {
  const { db, warned, world, open } = await station();
  const first = await warned("高危");
  const second = await warned("紧急", 20_000);
  expect(await open()).toMatchObject({ matter: first, level: "紧急", times: 2, lost: 20_000 });
  expect(await matterNamed(db, first)).toMatchObject({ level: "urgent", calls: 0, status: "open" });
  expect(await matterNamed(db, second)).toMatchObject({ status: "closed", mergedInto: first });
  const [row] = await world.rows("matters");
  expect(row!["note"]).toBe("第1次\n第2次");
});

test("the same turn taken again keeps it once", async () => {
  const { warned, keepAll, open } = await station();
  await warned("高危");
  const second = await warned("高危");
  await keepAll(second, [
    {
      do: "keep-warning",
      matter: second,
      level: "紧急",
      category: null,
      source: "check",
      lost: null,
    },
  ]);
  expect(await open()).toMatchObject({ times: 2 });
});

test("after it is closed, a warning opens another matter", async () => {
  const { db, warned, open } = await station();
  const first = await warned("高危");
  await db("matters").where({ id: first }).update({ status: "closed", closed_at: 1 });
  const second = await warned("高危");
  expect(await open()).toMatchObject({ matter: second, times: 1 });
});

test("a transfer takes in what nobody has yet, and leaves a talk under way alone", async () => {
  const { db, warned, open } = await station();
  const first = await warned("高危");
  const second = await warned("紧急", 500, "stop-payment");
  expect(await matterNamed(db, first)).toMatchObject({ status: "closed", mergedInto: second });
  expect(await open()).toMatchObject({ matter: second, times: 2, lost: 500 });
  expect(await warningOf(db, first)).toBeNull();
  await db("matters").where({ id: second }).update({ status: "taken", owner: null });
});

test("stays as long as its matter, and goes with it", async () => {
  const { world, db, warned } = await station();
  const first = await warned("高危");
  await world.app.stop();
  await db("matters").where({ id: first }).update({ status: "closed", closed_at: world.now() });
  await deleteOld(world.store, world.now() + matterKeptDays * day - 1);
  expect(await world.rows("warnings")).toHaveLength(1);
  await deleteOld(world.store, world.now() + matterKeptDays * day + 1);
  for (const table of ["warnings", "warning_events", "matters"])
    expect(await world.rows(table)).toEqual([]);
});
