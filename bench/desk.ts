import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { deskView } from "../src/app/desk-view.ts";
import { idsFrom } from "../src/app/ids.ts";
import { levels, statuses } from "../src/domain/matter.ts";
import { noRoster } from "../src/domain/roster.ts";
import { cipherWith } from "../src/store/cipher.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { chanceFrom } from "../tests/faults/chance.ts";
import { flag, quantile } from "./corpus.ts";

const officers = 20;
const minute = 60_000;
/** The first looks of a fresh process, which are not counted. */
const warmUp = 30;
/** So many rows go in with one statement. */
const atOnce = 200;

/**
 * The officers' desk on a full store: `npm run bench -- desk [--matters 1000,10000,100000] [--messages 200000] [--times 200]`.
 * One in twenty matters waits, one in twenty is in hand. Beside what a look took stands the processor's time for
 * it, which other work on the machine does not make longer, and how many processes wanted to run.
 */
export async function benchDesk(args: string[]): Promise<void> {
  const sizes = (flag(args, "--matters") ?? "1000,10000,100000").split(",").map(Number);
  const messages = Number(flag(args, "--messages") ?? 200_000);
  const times = Number(flag(args, "--times") ?? 200);
  console.log(
    `desk, ${messages} messages, ${times} looks each; p50 / p99 in ms (processor's time)`,
  );
  for (const matters of sizes) await measure(matters, messages, times);
}

async function measure(matters: number, messages: number, times: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sanwu-desk-"));
  const file = join(folder, "desk.db");
  const store = await openStore(file, cipherWith(Buffer.alloc(32, 7)));
  try {
    const numbers = await fill(store, matters, messages);
    const clock = { now: () => Date.now() };
    const view = deskView(store, () => noRoster, clock, idsFrom(clock.now, randomBytes));
    const inbox = await timed(times, (n) => view.inbox(`officer-${n % officers}`));
    const page = await timed(times, (n) =>
      view.matter(`officer-${n % officers}`, numbers[(n * 7_919) % numbers.length]!),
    );
    const size = (statSync(file).size / 1_048_576).toFixed(0);
    const load = loadavg()[0]!.toFixed(1);
    console.log(
      `  ${matters} matters, ${size} MB: inbox ${inbox}, a matter's page ${page}; load ${load} on ${cpus().length} cores`,
    );
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(times: number, look: (n: number) => Promise<unknown>): Promise<string> {
  for (let n = 0; n < warmUp; n++) await look(n);
  const took: number[] = [];
  const before = process.cpuUsage();
  for (let n = 0; n < times; n++) {
    const began = performance.now();
    const found = await look(n);
    took.push(performance.now() - began);
    if (found === null || found === "none") throw new Error("The desk shows nothing.");
  }
  const at = (p: number) => quantile(took, p).toFixed(1);
  const { user, system } = process.cpuUsage(before);
  return `${at(0.5)} / ${at(0.99)} (${((user + system) / 1_000 / times).toFixed(1)})`;
}

/** Rows as the station writes them. @returns the matters' numbers */
async function fill({ db, cipher }: Store, matters: number, messages: number): Promise<string[]> {
  const chance = chanceFrom(matters);
  const began = Date.now() - messages * minute;
  const id = (kind: string, n: number) => `${kind}${String(n).padStart(9, "0")}`;
  const conversation = (name: string, channel: string, chat: string) => ({
    ...{ id: name, channel, chat_blind: cipher.blind(chat, `conversations.${channel}`) },
    chat: cipher.seal(chat, `conversations.chat.${name}`),
    memory: cipher.seal("{}", `conversations.memory.${name}`),
    ...{ created_at: began, updated_at: began },
  });
  await inBulk(db, "conversations", officers, (n) =>
    conversation(id("o", n), "web", `officer-${n}`),
  );
  await inBulk(db, "people", officers, (n) => ({
    ...{ id: id("p", n), role: n === 0 ? "chief" : "officer", villages: "[]", joined_at: began },
    name: cipher.seal(`officer ${n}`, `people.name.${id("p", n)}`),
    name_blind: cipher.blind(`officer ${n}`, "people"),
  }));
  await inBulk(db, "staff_conversations", officers, (n) => ({
    ...{ conversation: id("o", n), person: id("p", n) },
  }));
  const villagers = Math.ceil(matters / 2);
  await inBulk(db, "conversations", villagers, (n) =>
    conversation(id("v", n), "telegram", `villager-${n}`),
  );
  await inBulk(db, "matters", matters, (n) => {
    const state = chance();
    const status = state < 0.05 ? "assigned" : state < 0.1 ? "taken" : statuses.at(-1)!;
    const opened = began + Math.floor((n / matters) * messages) * minute;
    return {
      ...{ id: id("m", n), number: String(100_000 + n), kind: "callback", status },
      conversation: id("v", n % villagers),
      level: levels[1 + Math.floor(chance() * 3)]!,
      note: cipher.seal("有人占了我家的地，去说了三回都不听", `matters.note.${id("m", n)}`),
      owner: status === "assigned" ? null : id("p", Math.floor(chance() * officers)),
      talking: status === "taken",
      ...{ opened_at: opened, heard_at: opened },
      due_at: status === "closed" ? null : opened,
    };
  });
  const body = JSON.stringify({
    content: { kind: "text", text: "我到了，门口等您", forwarded: false, edited: false },
  });
  await inBulk(db, "inbox", messages / 2, (n) => ({
    ...{ id: id("i", n), conversation: id("v", n % villagers), channel: "telegram" },
    ...{ update_blind: String(n), at: began + n * 2 * minute, status: "done", tries: 0 },
    body: cipher.seal(body, `inbox.body.${id("i", n)}`),
  }));
  const reply = JSON.stringify({ text: "张强：好，马上到", choices: [], calls: [] });
  await inBulk(db, "outbox", messages / 2, (n) => ({
    ...{ id: id("x", n), conversation: id("v", n % villagers), kind: "notice", status: "sent" },
    ...{ inbox: id("i", n), due_at: began, created_at: began + n * 2 * minute },
    ...{ tries: 0, again: false, message: String(n) },
    body: cipher.seal(reply, `outbox.body.${id("x", n)}`),
  }));
  await inBulk(db, "trail", matters * 3, (n) => ({
    ...{ seq: n + 1, at: began + n, actor: id("p", n % officers), act: "take", hash: "0" },
    subject: `matter ${id("m", Math.floor(n / 3))}`,
  }));
  return Array.from({ length: matters }, (_, n) => String(100_000 + n));
}

/** In one transaction: the station's own way, a commit a message, would take hours. */
async function inBulk(
  db: Store["db"],
  table: string,
  count: number,
  row: (n: number) => object,
): Promise<void> {
  await db.transaction(async (trx) => {
    for (let from = 0; from < count; from += atOnce)
      await trx(table).insert(
        Array.from({ length: Math.min(atOnce, count - from) }, (_, i) => row(from + i)),
      );
  });
}
