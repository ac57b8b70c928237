import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import sqlite3 from "sqlite3";
import { cipherWith } from "./cipher.ts";
import { conversationsById } from "./conversations.ts";
import { isWhole, openDatabase } from "./connection.ts";

/** What a backup was found to hold. */
export interface BackupFacts {
  file: string;
  bytes: number;
  conversations: number;
  updates: number;
}

/** The backups in a folder, newest first. */
export function backupsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^sanwu-[\dT-]+\.sqlite$/.test(name))
    .toSorted()
    .toReversed()
    .map((name) => join(folder, name));
}

/**
 * Copies the database page by page while it is in use (SQLite's backup interface: a copied file
 * may be torn), then opens the copy and checks it.
 * @throws when the copy is not whole or does not open with the station's key; nothing is left then
 */
export async function backUp(
  database: string,
  folder: string,
  key: Buffer,
  at: Date,
): Promise<BackupFacts> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = at.toISOString().slice(0, 19).replaceAll(":", "-");
  const file = join(folder, `sanwu-${stamp}.sqlite`);
  const part = `${file}.part`;
  try {
    await copyPages(database, part);
    const facts = await inspect(part, key);
    renameSync(part, file);
    return { ...facts, file };
  } finally {
    for (const end of ["", "-wal", "-shm"]) rmSync(part + end, { force: true });
  }
}

/**
 * Opens a copy of the backup, checks every page and unseals a row.
 * @throws with a sentence when it cannot be relied upon
 */
export async function inspect(file: string, key: Buffer): Promise<BackupFacts> {
  const trial = join(dirname(file), `.trial-${basename(file)}`);
  copyFileSync(file, trial);
  try {
    const db = await openDatabase(trial);
    try {
      if (!(await isWhole(db))) throw new Error(`${file} is damaged.`);
      const conversations = Number((await db("conversations").count({ n: "*" }))[0]?.n ?? 0);
      const updates = Number((await db("inbox").count({ n: "*" }))[0]?.n ?? 0);
      const some = await db<{ id: string }>("conversations").select("id").limit(20);
      await db.transaction((trx) =>
        conversationsById(
          trx,
          cipherWith(key),
          some.map(({ id }) => id),
        ),
      );
      return { file, bytes: statSync(file).size, conversations, updates };
    } finally {
      await db.destroy();
    }
  } finally {
    for (const end of ["", "-wal", "-shm"]) rmSync(trial + end, { force: true });
  }
}

/**
 * Puts a checked backup in the place of the database; the one that was there is kept beside it.
 * The station's software must not be running.
 */
export async function restore(
  file: string,
  database: string,
  key: Buffer,
  at: Date,
): Promise<BackupFacts> {
  const facts = await inspect(file, key);
  mkdirSync(dirname(database), { recursive: true, mode: 0o700 });
  const stamp = at.toISOString().slice(0, 19).replaceAll(":", "-");
  for (const end of ["", "-wal", "-shm"])
    if (existsSync(database + end)) renameSync(database + end, `${database}.before-${stamp}${end}`);
  copyFileSync(file, database);
  return facts;
}

/** SQLite's backup interface, which the driver has and its types leave out. */
interface WithBackup {
  backup(to: string): {
    step(pages: number, done: (error: Error | null) => void): void;
    finish(done: (error: Error | null) => void): void;
  };
}

function copyPages(from: string, to: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const db = new sqlite3.Database(from, sqlite3.OPEN_READWRITE, (opened) => {
      if (opened) return reject(opened);
      const copy = (db as unknown as WithBackup).backup(to);
      const fail = (error: Error) => db.close(() => reject(error));
      copy.step(-1, (stepped) => {
        if (stepped) return fail(stepped);
        copy.finish((finished) => {
          if (finished) return fail(finished);
          db.close((closed) => (closed ? reject(closed) : resolve()));
        });
      });
    });
  });
}
