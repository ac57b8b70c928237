import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

export const databaseName = "sanwu.sqlite";
const keyName = "key";

export function keyFile(dataDir: string): string {
  return join(dataDir, keyName);
}

/** Where the station's files lie in its data folder. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, databaseName);
}

/**
 * The key that seals people's words: given in hex, or from the key file (mode 600), which is made
 * at the first start.
 * @throws when a database is there but its key is not: a new key could never open it
 */
export function dataKey(dataDir: string, given: string | null): Buffer {
  if (given !== null) return Buffer.from(given, "hex");
  const file = keyFile(dataDir);
  if (existsSync(file)) {
    if ((statSync(file).mode & 0o077) !== 0)
      throw new Error(
        `${file} can be read by other users of this computer. Run: chmod 600 ${file}`,
      );
    const key = Buffer.from(readFileSync(file, "utf8").trim(), "hex");
    if (key.length !== 32) throw new Error(`${file} is damaged: it must hold 64 hex digits.`);
    return key;
  }
  if (existsSync(databaseFile(dataDir)))
    throw new Error(
      `${databaseFile(dataDir)} is there, but its key (${file}) is not. Put the key file back from where it was kept safe, or set DATA_KEY.`,
    );
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  writeForGood(file, `${key.toString("hex")}\n`);
  return key;
}

/** On the disk, whole, before anything is sealed with it: a power cut leaves all of it or none. */
function writeForGood(file: string, text: string): void {
  const part = openSync(`${file}.part`, "w", 0o600);
  writeSync(part, text);
  fsyncSync(part);
  closeSync(part);
  renameSync(`${file}.part`, file);
}
