import { createHash } from "node:crypto";
import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cipherWith } from "../src/store/cipher.ts";
import { isWhole } from "../src/store/connection.ts";
import { databaseFile, dataKey } from "../src/store/key-file.ts";
import { openStore } from "../src/store/store.ts";
import { chanceFrom } from "../tests/faults/chance.ts";
import { openInside, words } from "../tests/faults/station-inside.ts";

/** Opens a database damaged in many ways; each is either found whole or refused and left as it is. */
export async function benchDamages(count: number, seed: number): Promise<void> {
  const chance = chanceFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), "sanwu-damage-"));
  const dataDir = join(folder, "data");
  const key = dataKey(dataDir, null);
  const store = await openStore(databaseFile(dataDir), cipherWith(key));
  const { app, clock } = await openInside({ store });
  await app.begin();
  for (let n = 0; n < 500; n++)
    await app.receive([words(String(n % 90), n, `第${n}件事`, clock.now())]);
  await app.settled();
  await app.stop();
  await store.close();
  const ends = { refused: 0, whole: 0, changed: 0 };
  for (let n = 0; n < count; n++) {
    const file = join(folder, `damaged-${n}`, "sanwu.sqlite");
    mkdirSync(join(folder, `damaged-${n}`));
    cpSync(databaseFile(dataDir), file);
    const { size } = statSync(file);
    if (n % 2 === 0) truncateSync(file, Math.floor(chance() * size));
    else scribble(file, Math.floor(chance() * size), 1 + Math.floor(chance() * 64));
    const print = () => createHash("sha256").update(readFileSync(file)).digest("hex");
    const before = print();
    const whole = await opensWhole(file, key);
    if (whole) ends.whole++;
    else {
      ends.refused++;
      if (print() !== before) ends.changed++;
    }
    rmSync(join(folder, `damaged-${n}`), { recursive: true });
  }
  rmSync(folder, { recursive: true });
  console.log(
    `damage: ${count} databases cut or overwritten: ${ends.refused} refused (${ends.changed} of them changed), ${ends.whole} found whole`,
  );
}

/** As the start of the station looks at it. */
async function opensWhole(file: string, key: Buffer): Promise<boolean> {
  try {
    const store = await openStore(file, cipherWith(key));
    const whole = await isWhole(store.db);
    await store.close();
    return whole;
  } catch (error) {
    if (/^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string }).code ?? "")) return false;
    throw error;
  }
}

function scribble(file: string, at: number, length: number): void {
  const open = openSync(file, "r+");
  writeSync(open, Buffer.alloc(length, 0xa5), 0, length, at);
  closeSync(open);
}
