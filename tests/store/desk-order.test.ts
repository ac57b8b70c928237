import { describe, expect, it } from "vitest";
import type { Level, Status } from "../../src/domain/matter.ts";
import { mattersOfOthers, waitingMatters } from "../../src/store/matters.ts";
import type { Store } from "../../src/store/store.ts";
import { onPostgres } from "../support/database.ts";
import { acceptInto, counting, letter, openedStore } from "../support/opened-store.ts";

const late = { level: "normal" as Level, at: 1 };

async function withMatters(rows: { level: Level; at: number; status?: Status; owner?: string }[]) {
  const store = await openedStore();
  const [li] = await acceptInto(store, [letter()], counting());
  for (const id of ["zhang", "wang"])
    await store.db("people").insert({
      ...{ id, role: "officer", name: "x", name_blind: id, villages: "[]", joined_at: 0 },
    });
  await store.db("matters").insert(
    rows.map(({ level, at, status = "open", owner = null }, n) => ({
      ...{ id: `m${n}`, number: String(100_001 + n), kind: "callback", status, owner, level },
      ...{ conversation: li!.conversation, note: "x", opened_at: at, heard_at: at, due_at: at },
    })),
  );
  return store;
}

const ids = (matters: { id: string }[]) => matters.map(({ id }) => id);

describe("what the desk shows first", () => {
  it("is the most pressing of what waits, and of that the oldest", async () => {
    const { db } = await withMatters([
      { level: "normal", at: 1 },
      { level: "high", at: 9 },
      { level: "urgent", at: 5 },
      { level: "high", at: 2 },
      { level: "alarm", at: 8, status: "assigned" },
      { level: "alarm", at: 0, status: "closed" },
    ]);
    expect(ids(await waitingMatters(db, 4))).toEqual(["m4", "m2", "m3", "m1"]);
  });

  it("is the same of what others have in hand", async () => {
    const { db } = await withMatters([
      { ...late, status: "taken", owner: "wang" },
      { level: "urgent", at: 3, status: "mediating", owner: "wang" },
      { level: "alarm", at: 2, status: "taken", owner: "zhang" },
      { level: "alarm", at: 2, status: "closed", owner: "wang" },
    ]);
    const others = await db.transaction((trx) => mattersOfOthers(trx, "zhang", 10));
    expect(ids(others)).toEqual(["m1", "m0"]);
  });

  it.skipIf(onPostgres)("is read without sorting all that there is", async () => {
    const { db } = await withMatters([late]);
    const plans = await plansOf(db, async () => {
      await waitingMatters(db, 10);
      await db.transaction((trx) => mattersOfOthers(trx, "zhang", 10));
    });
    expect(plans).toEqual([
      [expect.stringContaining("matters_waiting_first")],
      [expect.stringContaining("matters_in_hand_first")],
    ]);
  });
});

/** How SQLite goes about each query of the work that reads matters. */
async function plansOf(db: Store["db"], work: () => Promise<unknown>): Promise<string[][]> {
  const asked: { sql: string; bindings: string[] }[] = [];
  const listen = (query: { sql: string; bindings: string[] }) => void asked.push(query);
  db.on("query", listen);
  await work();
  db.off("query", listen);
  const plans: string[][] = [];
  for (const { sql, bindings } of asked) {
    if (!sql.includes("from `matters`")) continue;
    const steps = (await db.raw(`explain query plan ${sql}`, bindings)) as { detail: string }[];
    plans.push(steps.map(({ detail }) => detail));
  }
  return plans;
}
