import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isWhole, openDatabase } from "../../src/store/connection.ts";
import { migrations } from "../../src/store/migrations/all.ts";
import { folderForTest } from "../support/opened-store.ts";

const tables = async (db: Awaited<ReturnType<typeof openDatabase>>) =>
  (await db("sqlite_master").where({ type: "table" }).select("name").orderBy("name")).map(
    ({ name }: { name: string }) => name,
  );

describe("the tables", () => {
  it("are made in a fresh database, and stay the same when it is opened again", async () => {
    const file = join(folderForTest(), "sanwu.sqlite");
    const first = await openDatabase(file);
    const made = await tables(first);
    await first("settings").insert({ name: "a", value: "b" });
    await first.destroy();
    const again = await openDatabase(file);
    expect(await tables(again)).toEqual(made);
    expect(made).toEqual(expect.arrayContaining(["conversations", "inbox", "outbox", "matters"]));
    expect(await again("settings").select("*")).toEqual([{ name: "a", value: "b" }]);
    expect(await isWhole(again)).toBe(true);
    await again.destroy();
  });

  it("lose no commit: written ahead, and on the disk before it is reported", async () => {
    const db = await openDatabase(join(folderForTest(), "sanwu.sqlite"));
    expect(await db.raw("PRAGMA journal_mode")).toEqual([{ journal_mode: "wal" }]);
    expect(await db.raw("PRAGMA synchronous")).toEqual([{ synchronous: 2 }]);
    expect(await db.raw("PRAGMA foreign_keys")).toEqual([{ foreign_keys: 1 }]);
    await db.destroy();
  });

  it("of a newer version are left alone, with a sentence that says what to do", async () => {
    const file = join(folderForTest(), "sanwu.sqlite");
    const db = await openDatabase(file);
    await db("knex_migrations").insert({ name: "999-later", batch: 9, migration_time: 0 });
    const before = await tables(db);
    await db.destroy();
    await expect(openDatabase(file)).rejects.toThrow(/"999-later".*newer version/s);
    const look = await import("knex").then(({ default: knex }) =>
      knex({ client: "sqlite3", connection: { filename: file }, useNullAsDefault: true }),
    );
    expect(await tables(look)).toEqual(before);
    await look.destroy();
  });

  it("are never undone: the way back is a backup", async () => {
    const [first] = await migrations.getMigrations([]);
    const migration = await migrations.getMigration(first!);
    await expect(migration.down!(undefined as never)).rejects.toThrow(/backup/);
  });

  it("are not made in a file that is no database", async () => {
    const file = join(folderForTest(), "sanwu.sqlite");
    writeFileSync(file, "这不是数据库".repeat(1_000));
    await expect(openDatabase(file)).rejects.toMatchObject({ code: "SQLITE_NOTADB" });
  });
});
