import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isWhole, openDatabase } from "../../src/store/connection.ts";
import { migrations } from "../../src/store/migrations/all.ts";
import { bareSchemaForTest, onPostgres } from "../support/database.ts";
import { tablesOf } from "../support/open-rows.ts";
import { folderForTest } from "../support/opened-store.ts";

/** A place that a test can open more than once. */
const lastingPlace = () =>
  onPostgres ? bareSchemaForTest() : Promise.resolve(join(folderForTest(), "sanwu.sqlite"));

describe("the tables", () => {
  it("are made in a fresh database, and stay the same when it is opened again", async () => {
    const place = await lastingPlace();
    const first = await openDatabase(place);
    const made = await tablesOf(first);
    await first("settings").insert({ name: "a", value: "b" });
    await first.destroy();
    const again = await openDatabase(place);
    expect(await tablesOf(again)).toEqual(made);
    expect(made).toEqual(expect.arrayContaining(["conversations", "inbox", "outbox", "matters"]));
    expect(await again("settings").select("*")).toEqual([{ name: "a", value: "b" }]);
    expect(await isWhole(again)).toBe(true);
    await again.destroy();
  });

  it.skipIf(onPostgres)(
    "lose no commit: written ahead, and on the disk before it is reported",
    async () => {
      const db = await openDatabase(join(folderForTest(), "sanwu.sqlite"));
      expect(await db.raw("PRAGMA journal_mode")).toEqual([{ journal_mode: "wal" }]);
      expect(await db.raw("PRAGMA synchronous")).toEqual([{ synchronous: 2 }]);
      expect(await db.raw("PRAGMA foreign_keys")).toEqual([{ foreign_keys: 1 }]);
      await db.destroy();
    },
  );

  it("of a newer version are left alone, with a sentence that says what to do", async () => {
    const place = await lastingPlace();
    const db = await openDatabase(place);
    const later = { name: "999-later", batch: 9, migration_time: new Date(0) };
    await db("knex_migrations").insert(later);
    const before = await tablesOf(db);
    await expect(openDatabase(place)).rejects.toThrow(/"999-later".*newer version/s);
    expect(await tablesOf(db)).toEqual(before);
    await db.destroy();
  });

  it("are never undone: the way back is a backup", async () => {
    const [first] = await migrations.getMigrations([]);
    const migration = await migrations.getMigration(first!);
    await expect(migration.down!(undefined as never)).rejects.toThrow(/backup/);
  });

  it.skipIf(onPostgres)("are not made in a file that is no database", async () => {
    const file = join(folderForTest(), "sanwu.sqlite");
    writeFileSync(file, "这不是数据库".repeat(1_000));
    await expect(openDatabase(file)).rejects.toMatchObject({ code: "SQLITE_NOTADB" });
  });
});
