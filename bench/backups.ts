import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backUp, restore } from "../src/store/backup.ts";
import { cipherWith } from "../src/store/cipher.ts";
import { isWhole } from "../src/store/connection.ts";
import { accept, type Letter } from "../src/store/inbox.ts";
import { openStore } from "../src/store/store.ts";
import { record, verify } from "../src/store/trail.ts";
import { quantile } from "./corpus.ts";

const key = Buffer.alloc(32, 7);
/** Stored in one commit: a backup has all of them or none. */
const together = 3;
/** So many on the trail. */
const acts = 2;

/**
 * Backups are made while updates and acts are stored as fast as they go. Each is put back on an empty
 * machine and must be whole: every page, the trail, no half commit, and nothing missing that was
 * stored before it began.
 */
export async function benchBackups(times: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sanwu-backups-"));
  const file = join(folder, "sanwu.sqlite");
  const store = await openStore(file, cipherWith(key));
  let commits = 0;
  let stored = 0;
  let made = 0;
  let going = true;
  const newId = () => `a${String(++made).padStart(9, "0")}`;
  const write = async () => {
    while (going) {
      const letters = Array.from({ length: together }, (_, i) => letter(`${stored + i}`, stored));
      await accept(store.db, store.cipher, letters, newId);
      stored += together;
      const act = { at: stored, actor: "clock", act: "call", subject: `matter m${stored}` };
      await store.db.transaction((trx) => record(trx, [act, act]));
      commits += 2;
    }
  };
  const began = performance.now();
  const writing = write();
  const found = { damaged: 0, half: 0, missing: 0, trailBroken: 0 };
  const took: number[] = [];
  const back: number[] = [];
  let bytes = 0;
  try {
    for (let n = 0; n < times; n++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const before = stored;
      const at = new Date(Date.UTC(2026, 0, 1, 0, 0, n));
      const asked = performance.now();
      const facts = await backUp(file, join(folder, "backups"), key, at);
      took.push(performance.now() - asked);
      bytes = facts.bytes;
      const elsewhere = join(folder, `new-${n}`, "sanwu.sqlite");
      const lost = performance.now();
      await restore(facts.file, elsewhere, key, at);
      const restored = await openStore(elsewhere, cipherWith(key));
      back.push(performance.now() - lost);
      const [updates] = await restored.db("inbox").count<{ n: number }[]>({ n: "*" });
      const trail = await verify(restored.db);
      if (!(await isWhole(restored.db))) found.damaged++;
      if (!trail.whole) found.trailBroken++;
      if (Number(updates!.n) % together !== 0 || trail.rows % acts !== 0) found.half++;
      if (Number(updates!.n) < before) found.missing++;
      await restored.close();
      rmSync(join(folder, `new-${n}`), { recursive: true });
    }
    const rate = (commits / (performance.now() - began)) * 1_000;
    const ms = (all: number[]) =>
      `${quantile(all, 0.5).toFixed(0)} / ${quantile(all, 1).toFixed(0)}`;
    console.log(
      `backups: ${times} while ${rate.toFixed(0)} commits a second were made; at last ${(bytes / 1_048_576).toFixed(0)} MB; made in ${ms(took)} ms, put back and opened in ${ms(back)} ms (middle / longest)`,
    );
    console.log(found);
  } finally {
    going = false;
    await writing;
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function letter(name: string, at: number): Letter {
  return {
    ...{ channel: "telegram", chat: `chat ${at % 300}`, key: `u:${name}`, at, carded: false },
    content: { kind: "text", text: "身份证丢了", forwarded: false, edited: false },
    masked: { idNumbers: 0, accounts: 0, phones: [] },
  };
}
