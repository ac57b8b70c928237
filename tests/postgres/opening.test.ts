import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { doctor } from "../../src/commands/doctor.ts";
import { backup } from "../../src/commands/backup.ts";
import { readConfig } from "../../src/config.ts";
import { openLog } from "../../src/log.ts";
import { cipherWith } from "../../src/store/cipher.ts";
import { openDatabase } from "../../src/store/connection.ts";
import { publicName } from "../../src/store/postgres.ts";
import { openStore } from "../../src/store/store.ts";
import { bareSchemaForTest, placeForTest, postgresUrl } from "../support/database.ts";
import { folderForTest, openedStore } from "../support/opened-store.ts";
import { worldKey } from "../support/world.ts";

describe("a PostgreSQL database", () => {
  it("gets its tables once, however many workers start at the same time", async () => {
    const place = await bareSchemaForTest();
    const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase(place)));
    const batches = await opened[0]!("knex_migrations").select("name");
    expect(new Set(batches.map(({ name }) => name)).size).toBe(batches.length);
    for (const db of opened) await db.destroy();
  });

  it("is opened again after a worker was killed while it made tables", async () => {
    const place = await bareSchemaForTest();
    const first = await openDatabase(place);
    await first("knex_migrations_lock").update({ is_locked: 1 });
    await first.destroy();
    const again = await openDatabase(place);
    expect(await again("knex_migrations_lock").first("is_locked")).toEqual({ is_locked: 0 });
    await again.destroy();
  });

  it("gives numbers as numbers, and truth as SQLite does", async () => {
    const { db } = await openedStore();
    const { rows } = await db.raw(
      "select 1790000000000::bigint as at, sum(x) as sum, true as yes, false as no, null::boolean as none from unnest(array[1, 2]::bigint[]) as x",
    );
    expect(rows).toEqual([{ at: 1_790_000_000_000, sum: 3, yes: 1, no: 0, none: null }]);
  });

  it("is not touched by a worker with another data key", async () => {
    const place = await placeForTest();
    const store = await openStore(place, cipherWith(worldKey));
    await expect(openStore(place, cipherWith(randomBytes(32)))).rejects.toThrow(
      /another data key.*DATA_KEY/s,
    );
    await store.close();
  });

  it("that cannot be reached is named, without its password", async () => {
    const opening = openDatabase("postgres://sanwu:geheim@127.0.0.1:1/sanwu");
    await expect(opening).rejects.toThrow(/^postgres:\/\/127\.0\.0\.1:1\/sanwu cannot be used: .+/);
    await expect(opening).rejects.not.toThrow(/geheim/);
  });

  it("is named by the doctor, and left to pg_dump by the backup", async () => {
    const place = await placeForTest();
    const settings = { DATA_DIR: folderForTest(), DATABASE_URL: place };
    const config = readConfig(process.cwd(), settings);
    const lines: string[] = [];
    await doctor(config, openLog("silent"), (text) => lines.push(text));
    expect(lines.join("\n")).toContain(publicName(postgresUrl));
    expect(lines.join("\n")).not.toContain(new URL(postgresUrl).password + "@");
    await expect(backup(config, () => undefined)).rejects.toThrow(/pg_dump/);
  });
});
