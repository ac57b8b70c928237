import fc from "fast-check";
import { expect, it } from "vitest";
import { record, verify } from "../../src/store/trail.ts";
import { openedStore } from "../support/opened-store.ts";

const entry = (at: number) => ({ at, actor: "z", act: "take", subject: `matter ${at}` });

it("is whole as written", async () => {
  const { db } = await openedStore();
  expect(await verify(db)).toMatchObject({ whole: true, rows: 0 });
  await db.transaction((trx) => record(trx, [entry(1), entry(2)]));
  await db.transaction((trx) => record(trx, [entry(3)]));
  expect(await verify(db)).toMatchObject({ whole: true, rows: 3 });
});

it("shows any row that was edited, removed or moved", async () => {
  const { db } = await openedStore();
  const rows = 40;
  await db.transaction((trx) =>
    record(
      trx,
      Array.from({ length: rows }, (_, i) => entry(i)),
    ),
  );
  const kept = (await db("trail").orderBy("seq")) as Record<string, unknown>[];
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: rows - 1 }),
      fc.constantFrom("edit", "remove", "swap"),
      async (seq, how) => {
        await db("trail").delete();
        const changed = kept.map((row) => ({ ...row }));
        const [one, next] = [changed[seq - 1]!, changed[seq]!];
        if (how === "edit") one["actor"] = "somebody else";
        if (how === "swap") [one["seq"], next["seq"]] = [next["seq"], one["seq"]];
        await db("trail").insert(how === "remove" ? changed.toSpliced(seq - 1, 1) : changed);
        expect(await verify(db)).toMatchObject({ whole: false });
      },
    ),
    { numRuns: 60 },
  );
});
