import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { cipherWith } from "../src/store/cipher.ts";
import { databaseFile, dataKey } from "../src/store/key-file.ts";
import { invite } from "../src/store/people.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { chanceFrom } from "../tests/faults/chance.ts";
import { launchStation, type StationProcess } from "../tests/faults/station-process.ts";
import { startBotApi, type BotApi } from "../tests/support/bot-api/server.ts";
import { judgeDesk, type DeskSaid } from "./desk-judge.ts";

const villagers = Array.from({ length: 30 }, (_, n) => 1_000 + n);
const officers = Array.from({ length: 5 }, (_, n) => 9_000 + n);
/** Somebody does something so often. Unit: ms. */
const pace = 60;
/** How long a process lives after it listens: it reads its first words some seconds later. Unit: ms. */
const shortest = 3_000;
const longest = 9_000;

/**
 * A real process is killed while 30 villagers and 5 officers talk and Telegram fails now and then.
 * What is lost, astray or taken twice is counted from what the chats show and the store holds.
 */
export async function benchDeskFaults(kills: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sanwu-desk-faults-"));
  const knowledge = join(folder, "knowledge");
  cpSync("knowledge", knowledge, { recursive: true });
  const dataDir = join(folder, "data");
  const api = await startBotApi({ seed, keep: 1_000_000 });
  const settings = {
    ...{ TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url },
    ...{ KNOWLEDGE_DIR: knowledge, LOG_LEVEL: "warn" },
  };
  const chance = chanceFrom(seed);
  let station: StationProcess | null = null;
  let crowd: ReturnType<typeof deskCrowd> | null = null;
  try {
    station = await launchStation(dataDir, settings);
    await opened(dataDir, joinAll);
    for (const [n, officer] of officers.entries()) api.user(officer).says(`/start i_${codeOf(n)}`);
    await pause(3_000);
    await station.end("SIGTERM");
    api.faults.rates([
      {
        method: "sendMessage",
        probability: 0.02,
        fault: { kind: "status", code: 429, retryAfter: 1 },
      },
      { method: "sendMessage", probability: 0.03, fault: { kind: "status", code: 502 } },
      { method: "sendMessage", probability: 0.02, fault: { kind: "drop" } },
      { method: "sendMessage", probability: 0.01, fault: { kind: "drop-after" } },
      { method: "sendMessage", probability: 0.003, fault: { kind: "hang" } },
    ]);
    crowd = deskCrowd(api, chance);
    for (let n = 0; n < kills; n++) {
      station = await launchStation(dataDir, settings);
      await pause(shortest + chance() * (longest - shortest));
      await station.end("SIGKILL");
    }
    crowd.stop();
    api.faults.heal();
    station = await launchStation(dataDir, settings);
    await opened(dataDir, quiet(api));
    await station.end("SIGTERM");
    const found = await opened(dataDir, (store) => judgeDesk(store, api, crowd!.said, officers));
    console.log(`desk: ${kills} kills, ${crowd.said.size} deeds of 30 villagers and 5 officers`);
    console.log(found);
    console.log(`  seen twice: ${(found.duplicates / kills).toFixed(2)} a kill`);
  } finally {
    crowd?.stop();
    await station?.end("SIGKILL");
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const codeOf = (n: number): string => `${"abcde"[n]!.repeat(4)}qwertyuiopasdfghjklz`;

async function opened<T>(dataDir: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(databaseFile(dataDir), cipherWith(dataKey(dataDir, null)));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function joinAll({ db, cipher }: Store): Promise<void> {
  for (const [n] of officers.entries())
    await invite(db, cipher, {
      ...{ id: `officer${n}`, role: "officer", name: `民警${"甲乙丙丁戊"[n]!}`, villages: [] },
      ...{ code: codeOf(n), at: Date.now() },
    });
}

const quiet =
  (api: BotApi) =>
  async ({ db }: Store) => {
    const count = async (table: string, status: string[]) =>
      Number((await db(table).whereIn("status", status).count({ n: "*" }))[0]!["n"]);
    for (const until = Date.now() + 90_000; Date.now() < until; await pause(200)) {
      if (api.updates.confirmed <= api.updates.lastId) continue;
      if ((await count("inbox", ["new"])) + (await count("outbox", ["ready", "sending"])) === 0)
        return;
    }
  };

/** Each asks once for a person or tells of a fire; then they talk. Officers take and answer messages. */
function deskCrowd(api: BotApi, chance: () => number) {
  const said: DeskSaid = new Map();
  const begun = new Set<number>();
  const pressed = new Set<string>();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  let words = 0;

  function villagerDoes(who: number): void {
    const first = !begun.has(who);
    begun.add(who);
    const text = !first ? `词${++words}句` : who % 5 === 0 ? "我家着火了，快来人" : "找民警";
    said.set(api.user(who).says(text)!, { who, text, first, answers: null });
  }

  function officerDoes(who: number): void {
    const person = api.user(who);
    const theirs = person.sees().filter(({ from }) => from === "bot");
    for (const shown of theirs) {
      const button = shown.markup.inline
        ?.flat()
        .find(
          ({ text, callback_data }) => text.startsWith("我来") && !pressed.has(`${callback_data}`),
        );
      if (button?.callback_data === undefined) continue;
      pressed.add(button.callback_data);
      person.clicks(button.callback_data);
      return;
    }
    const heard = theirs.filter(({ text }) => /^(（重发）)?编号\d{6}的群众：词/.test(text));
    if (heard.length === 0) return;
    const answers = pick(heard.slice(-10));
    const text = `答${++words}句`;
    const reply = {
      reply_to_message: { message_id: answers.message_id, from: { id: api.world.bot.id } },
    };
    said.set(person.says(text, reply)!, { who, text, first: false, answers: answers.text });
  }

  const timer = setInterval(() => {
    if (chance() < 0.6) villagerDoes(pick(villagers));
    else officerDoes(pick(officers));
  }, pace);
  return { said, stop: () => clearInterval(timer) };
}
