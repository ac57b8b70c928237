import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import knex, { type Knex } from "knex";
import { isWhole, openDatabase } from "../src/store/connection.ts";
import { migrationNames, migrations } from "../src/store/migrations/all.ts";
import { chanceFrom } from "../tests/faults/chance.ts";

/** So many rows go in with one statement. */
const atOnce = 100;
/** The tables of the first version that hold people's words. */
const tables = ["conversations", "inbox", "outbox", "matters", "alerts", "questions"];

/**
 * A station of the first version with so many conversations is brought up to date, and the process
 * that does it is killed at moments spread over the whole of it. After each, another one must come to
 * the end with every row as it was, and a third must find nothing left to do.
 */
export async function benchMigrateKills(
  conversations: number,
  kills: number,
  seed: number,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sanwu-migrate-"));
  const chance = chanceFrom(seed);
  const fixture = join(folder, "first.sqlite");
  const file = join(folder, "now.sqlite");
  const fresh = () => {
    for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(file + end, { force: true });
    cpSync(fixture, file);
  };
  try {
    const first = await fill(fixture, conversations);
    // The quickest of three: the moments are to lie within it, not behind it.
    let took = Infinity;
    for (let n = 0; n < 3; n++) {
      fresh();
      took = Math.min(took, await migrated(file, null));
    }
    const before = await read(file, first);
    const found = { killedMidway: 0, doneBefore: 0, stuck: 0, changed: 0, damaged: 0, notStill: 0 };
    for (let n = 0; n < kills; n++) {
      fresh();
      const left = await migrated(file, ((n + chance()) / kills) * took);
      found[left === null ? "killedMidway" : "doneBefore"]++;
      try {
        await (await openDatabase(file)).destroy();
      } catch {
        found.stuck++;
        continue;
      }
      const after = await read(file, first);
      if (after.sums !== before.sums || after.tables !== before.tables) found.changed++;
      if (!after.whole) found.damaged++;
      await (await openDatabase(file)).destroy();
      if ((await read(file, first)).tables !== after.tables) found.notStill++;
    }
    const size = statSync(fixture).size / 1_048_576;
    console.log(
      `migrations ${migrationNames[0]} → ${migrationNames.at(-1)}: ${conversations} conversations, ${size.toFixed(0)} MB in ${took.toFixed(0)} ms (${((took / size) * 1.024).toFixed(1)} s a GB), ${kills} kills`,
    );
    console.log(found);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Columns of the first version, by table. */
type Columns = Map<string, string[]>;

/** Lets a process bring the file up to date. @returns how long it took, in ms; null where it was killed after `life` ms */
async function migrated(file: string, life: number | null): Promise<number | null>;
async function migrated(file: string, life: null): Promise<number>;
async function migrated(file: string, life: number | null): Promise<number | null> {
  const child = spawn(process.execPath, ["--import", "tsx", "bench/migrate-child.ts", file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  let said = "";
  let began = 0;
  let ended = 0;
  await new Promise<void>((begins) => {
    child.once("exit", () => begins());
    child.stdout.on("data", (part: Buffer) => {
      said += part.toString();
      if (began === 0) began = performance.now();
      if (said.includes("is done") && ended === 0) ended = performance.now();
      begins();
    });
  });
  if (life !== null) {
    await pause(life);
    child.kill("SIGKILL");
  }
  await gone;
  return ended === 0 ? null : ended - began;
}

/** Rows as the first version left them. */
async function fill(file: string, count: number): Promise<Columns> {
  const db = plain(file);
  try {
    await db.migrate.latest({
      migrationSource: { ...migrations, getMigrations: async () => migrationNames.slice(0, 1) },
    });
    await db.raw("PRAGMA journal_mode=WAL");
    const sealed = (n: number) =>
      `5a5a5a5a.${createHash("sha512").update(String(n)).digest("base64url")}`;
    const put = (table: string, many: number, row: (n: number) => object) =>
      db.transaction(async (trx) => {
        for (let from = 0; from < many; from += atOnce)
          await trx(table).insert(
            Array.from({ length: Math.min(atOnce, many - from) }, (_, i) => row(from + i)),
          );
      });
    const conversation = (n: number) => `c${n % count}`;
    await put("conversations", count, (n) => ({
      ...{ id: `c${n}`, channel: "telegram", chat_blind: `b${n}`, chat: sealed(n) },
      ...{ memory: sealed(n), created_at: n, updated_at: n },
    }));
    await put("inbox", count, (n) => ({
      ...{ id: `i${n}`, conversation: conversation(n), channel: "telegram", update_blind: `u${n}` },
      ...{ at: n, body: sealed(n), status: n % 100 === 0 ? "new" : "done" },
    }));
    await put("outbox", count, (n) => ({
      ...{ id: `o${n}`, conversation: conversation(n), inbox: `i${n}`, kind: "answer" },
      ...{ body: sealed(n), status: n % 100 === 0 ? "ready" : "sent", due_at: n, created_at: n },
    }));
    await put("matters", count / 10, (n) => ({
      ...{ id: `m${n}`, number: String(100_000 + n), kind: "callback", status: "open" },
      ...{ conversation: conversation(n), note: sealed(n), opened_at: n },
    }));
    await put("alerts", count / 100, (n) => ({
      ...{ id: `a${n}`, conversation: conversation(n), class: "fire_accident" },
      ...{ words: sealed(n), status: "waiting", at: n },
    }));
    await put("questions", count / 10, (n) => ({
      ...{ id: `q${n}`, conversation: conversation(n), text: sealed(n), at: n, status: "new" },
    }));
    await db.raw("PRAGMA wal_checkpoint(TRUNCATE)");
    const columns: Columns = new Map();
    for (const table of tables) columns.set(table, Object.keys(await db(table).columnInfo()));
    return columns;
  } finally {
    await db.destroy();
  }
}

/** What the file holds: its first version's rows in one number, and all that it is made of. */
async function read(file: string, columns: Columns) {
  const db = plain(file);
  try {
    const sum = createHash("sha256");
    for (const [table, names] of columns)
      for (let last = "", rows: { id: string }[] = []; ; last = rows.at(-1)!.id) {
        rows = await db(table).select(names).where("id", ">", last).orderBy("id").limit(10_000);
        if (rows.length === 0) break;
        sum.update(`${table}${JSON.stringify(rows)}`);
      }
    const made = (await db.raw("select name, sql from sqlite_master order by name")) as object[];
    const done = (await db("knex_migrations").select("name").orderBy("id")) as object[];
    return {
      sums: sum.digest("hex"),
      tables: JSON.stringify([made, done]),
      whole: await isWhole(db),
    };
  } finally {
    await db.destroy();
  }
}

/** The file as it is, without bringing anything up to date. */
function plain(file: string): Knex {
  return knex({ client: "sqlite3", connection: { filename: file }, useNullAsDefault: true });
}
