import { writeFileSync } from "node:fs";
import { join } from "node:path";
import knex, { type Knex } from "knex";
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

  it.skipIf(onPostgres)("of the first version keep every row of people's words", async () => {
    const place = join(folderForTest(), "sanwu.sqlite");
    const first = knex({
      ...{ client: "sqlite3", connection: { filename: place }, useNullAsDefault: true },
    });
    const [name] = await migrations.getMigrations([]);
    await first.migrate.latest({
      migrationSource: { ...migrations, getMigrations: () => Promise.resolve([name!]) },
    });
    await first("conversations").insert({
      ...{ id: "c1", channel: "telegram", chat_blind: "b", chat: "sealed", memory: "sealed" },
      ...{ created_at: 1, updated_at: 1 },
    });
    await first("matters").insert({
      ...{ id: "m1", number: "100001", kind: "callback", status: "open", conversation: "c1" },
      ...{ note: "sealed", opened_at: 7 },
    });
    await first("alerts").insert({
      ...{ id: "a1", conversation: "c1", class: "violence", words: "sealed", status: "waiting" },
      at: 7,
    });
    const rows = (db: Knex) =>
      Promise.all(["conversations", "matters", "alerts"].map((it) => db(it)));
    const before = await rows(first);
    await first.destroy();
    const now = await openDatabase(place);
    const after = await rows(now);
    expect(after).toMatchObject(before);
    // Nobody who waited then is forgotten: the clock looks at the matter at once.
    expect(after[1]).toMatchObject([{ due_at: 7, level: "normal" }]);
    expect(await isWhole(now)).toBe(true);
    await now.destroy();
  });

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
