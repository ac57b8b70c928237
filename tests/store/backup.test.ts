import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { backupsIn, backUp, inspect, restore } from "../../src/store/backup.ts";
import {
  acceptInto,
  counting,
  folderForTest,
  letter,
  openedStore,
} from "../support/opened-store.ts";
import { worldKey } from "../support/world.ts";

const at = new Date("2026-11-24T02:00:00Z");

async function station() {
  const folder = folderForTest();
  const database = join(folder, "sanwu.sqlite");
  const store = await openedStore(database);
  const ids = counting();
  const says = (...keys: string[]) =>
    acceptInto(
      store,
      keys.map((key) => letter({ key, chat: `chat ${key}` })),
      ids,
    );
  return { folder, database, backups: join(folder, "backups"), store, says };
}

function damage(file: string): void {
  const bytes = readFileSync(file);
  for (let i = 8_192; i < bytes.length; i += 64) bytes[i] = bytes[i]! ^ 0xff;
  writeFileSync(file, bytes);
}

describe("a backup", () => {
  it("is whole, named by its time, and told what it holds", async () => {
    const { database, backups, says } = await station();
    await says("a", "b");
    const facts = await backUp(database, backups, worldKey, at);
    expect(facts).toMatchObject({
      file: join(backups, "sanwu-2026-11-24T02-00-00.sqlite"),
      conversations: 2,
      updates: 2,
    });
    expect(readdirSync(backups)).toEqual(["sanwu-2026-11-24T02-00-00.sqlite"]);
    expect(await inspect(facts.file, worldKey)).toEqual(facts);
  });

  it("can be made while people write, and is some whole moment of it", async () => {
    const { database, backups, says } = await station();
    await says("first");
    let going = true;
    let written = 1;
    const writing = (async () => {
      while (going) {
        await says(`a${written}`, `b${written}`);
        written += 2;
      }
    })();
    const found: number[] = [];
    for (let i = 0; i < 4; i++) {
      const facts = await backUp(database, backups, worldKey, new Date(at.getTime() + i * 1_000));
      expect(facts.updates % 2).toBe(1);
      found.push(facts.updates);
    }
    going = false;
    await writing;
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found.at(-1)!).toBeLessThanOrEqual(written);
    expect(found.at(-1)!).toBeGreaterThan(1);
  });

  it("holds no clear word", async () => {
    const { database, backups, says } = await station();
    await says("a");
    const { file } = await backUp(database, backups, worldKey, at);
    for (const word of ["身份证丢了", "chat a"])
      expect(readFileSync(file).includes(word), word).toBe(false);
  });

  it("with another key is not accepted, and none is left behind", async () => {
    const { database, backups, says } = await station();
    await says("a");
    await expect(backUp(database, backups, Buffer.alloc(32, 9), at)).rejects.toThrow(/another key/);
    expect(readdirSync(backups)).toEqual([]);
  });

  it("is listed newest first, and nothing else is", async () => {
    const { database, backups, says } = await station();
    await says("a");
    for (const hour of [1, 3, 2])
      await backUp(database, backups, worldKey, new Date(`2026-11-24T0${hour}:00:00Z`));
    writeFileSync(join(backups, "notes.txt"), "x");
    writeFileSync(join(backups, "sanwu-2027.sqlite.part"), "x");
    expect(backupsIn(backups).map((file) => file.slice(-13, -7))).toEqual([
      "-00-00",
      "-00-00",
      "-00-00",
    ]);
    expect(backupsIn(backups)[0]).toContain("T03");
    expect(backupsIn(join(backups, "nowhere"))).toEqual([]);
  });
});

describe("restoring", () => {
  it("puts the backup in place and keeps what was there beside it", async () => {
    const { folder, database, backups, store, says } = await station();
    await says("a");
    const { file } = await backUp(database, backups, worldKey, at);
    await says("b", "c");
    await store.db.destroy();
    await restore(file, database, worldKey, at);
    const restored = await openedStore(database);
    expect(await restored.db("inbox").select("id")).toHaveLength(1);
    await restored.db.destroy();
    const kept = readdirSync(folder).find((name) => /\.before-[\dT-]+$/.test(name));
    const before = await openedStore(join(folder, kept!));
    expect(await before.db("inbox").select("id")).toHaveLength(3);
  });

  it("works into an empty folder on a new computer", async () => {
    const { database, backups, says } = await station();
    await says("a");
    const { file } = await backUp(database, backups, worldKey, at);
    const elsewhere = join(folderForTest(), "data", "sanwu.sqlite");
    expect(await restore(file, elsewhere, worldKey, at)).toMatchObject({ updates: 1 });
    const store = await openedStore(elsewhere);
    expect(await store.db("inbox").select("id")).toHaveLength(1);
  });

  it.each([
    ["damaged pages", damage],
    ["a cut file", (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 20_000))],
    ["something else", (file: string) => writeFileSync(file, "x".repeat(50_000))],
  ])("refuses %s and touches nothing", async (_what, spoil) => {
    const { folder, database, backups, store, says } = await station();
    await says(...Array.from({ length: 60 }, (_, i) => `k${i}`));
    const { file } = await backUp(database, backups, worldKey, at);
    await store.db.destroy();
    spoil(file);
    const before = { files: readdirSync(folder), bytes: readFileSync(database) };
    await expect(restore(file, database, worldKey, at)).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(before.files);
    expect(readFileSync(database).equals(before.bytes)).toBe(true);
    expect(readdirSync(backups).filter((name) => name.startsWith(".trial"))).toEqual([]);
  });

  it("refuses a backup sealed with another key", async () => {
    const { database, backups, store, says } = await station();
    await says("a");
    const { file } = await backUp(database, backups, worldKey, at);
    await store.db.destroy();
    await expect(restore(file, database, Buffer.alloc(32, 9), at)).rejects.toThrow(/another key/);
    expect(existsSync(database)).toBe(true);
  });
});
