import { telegramTexts } from "../../src/texts/zh-cn/telegram.ts";
import { cipherWith } from "../../src/store/cipher.ts";
import { databaseFile, dataKey } from "../../src/store/key-file.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import type { BotApi } from "../support/bot-api/server.ts";
import type { Said } from "./crash-run.ts";
import { numbersMasked, type Script } from "./villagers.ts";

/** What was wrong, by kind, and how often a villager saw the same message twice. */
export interface Verdict {
  /** Words without their whole reply. */
  lost: number;
  /** The first few things that were not as they should be. */
  examples: { due: string; heard: string }[];
  /** Words with more than one inbox row. */
  storedTwice: number;
  /** Replies that are not the next ones of their chat's script, nor a marked repeat of the one before. */
  outOfOrder: number;
  /** Messages that the store holds for another chat than the one which shows them. */
  strays: number;
  /** Matters and alerts too many or too few. */
  wrongRows: number;
  /** Times that a message was shown beyond the first; each is marked. */
  duplicates: number;
  /** Shown again without the mark. */
  badDuplicates: number;
  /** Rows of the outbox without an end. */
  unsent: number;
}

interface Evidence {
  api: BotApi;
  dataDir: string;
  scripts: Script[];
  said: Said;
  chatOf: (villager: number) => number;
}

export async function judge(evidence: Evidence): Promise<Verdict> {
  const { api, dataDir, scripts, said, chatOf } = evidence;
  const verdict: Verdict = {
    ...{ lost: 0, examples: [], storedTwice: 0, outOfOrder: 0, strays: 0, wrongRows: 0 },
    ...{ duplicates: 0, badDuplicates: 0, unsent: 0 },
  };
  const turnsOf = new Map<number, number>();
  for (const { villager, turn } of said.values())
    turnsOf.set(villager, Math.max(turn + 1, turnsOf.get(villager) ?? 0));
  for (const [villager, turns] of turnsOf) {
    const { hears } = scripts[villager % scripts.length]!;
    compare(hears.slice(0, turns), api.user(chatOf(villager)).hears(), verdict);
  }
  const store = await openStore(databaseFile(dataDir), cipherWith(dataKey(dataDir, null)));
  try {
    await judgeStore(store, evidence, verdict);
    await judgeRows(store, evidence, turnsOf, verdict);
  } finally {
    await store.close();
  }
  return verdict;
}

/** Follows a chat along what an undisturbed station says in it. */
function compare(script: string[][], heard: string[], verdict: Verdict): void {
  const due = runsOf(script.flat().map((text) => ({ text, marked: false })));
  const shown = runsOf(
    heard.map((text) => ({
      text: numbersMasked(text.replace(telegramTexts.again, "")),
      marked: text.includes(telegramTexts.again),
    })),
  );
  let at = 0;
  for (const { text, times, marked } of shown) {
    const expected = due[at];
    if (expected?.text !== text) {
      verdict.outOfOrder++;
      if (verdict.examples.length < 3)
        verdict.examples.push({ due: expected?.text ?? "", heard: text });
      continue;
    }
    at++;
    const more = times - expected.times;
    verdict.lost += Math.max(0, -more);
    verdict.duplicates += Math.max(0, more);
    verdict.badDuplicates += Math.max(0, more - marked);
  }
  for (const { text, times } of due.slice(at)) {
    verdict.lost += times;
    if (verdict.examples.length < 3) verdict.examples.push({ due: text, heard: "" });
  }
}

/** The same text several times in a row is one run: which of them is the repeat, nobody can tell. */
function runsOf(messages: { text: string; marked: boolean }[]) {
  const runs: { text: string; times: number; marked: number }[] = [];
  for (const { text, marked } of messages) {
    const last = runs.at(-1);
    const run = last?.text === text ? last : { text, times: 0, marked: 0 };
    if (run !== last) runs.push(run);
    run.times++;
    if (marked) run.marked++;
  }
  return runs;
}

/** Each update has one row, and what the row brought about is shown in the chat that it came from. */
async function judgeStore(
  { db, cipher }: Store,
  { api, said, chatOf }: Evidence,
  verdict: Verdict,
): Promise<void> {
  const inbox = await db("inbox as i")
    .join("conversations as c", "c.id", "i.conversation")
    .select<{ id: string; update_blind: string; conversation: string; chat: string }[]>(
      ...["i.id", "i.update_blind", "i.conversation", "c.chat"],
    );
  const outbox = await db("outbox").select<
    { inbox: string; conversation: string; status: string; message: string | null; again: number }[]
  >("inbox", "conversation", "status", "message", "again");
  const rows = new Map<string, typeof inbox>();
  for (const row of inbox) rows.set(row.update_blind, [...(rows.get(row.update_blind) ?? []), row]);
  const chats = new Map<string, number>();
  for (const [update, { villager }] of said) {
    const mine = rows.get(cipher.blind(`u:${update}`, "inbox.telegram")) ?? [];
    if (mine.length === 0) verdict.lost++;
    if (mine.length > 1) verdict.storedTwice++;
    for (const { conversation, chat } of mine) {
      const name = Number(cipher.open(chat, `conversations.chat.${conversation}`));
      if (name !== chatOf(villager)) verdict.strays++;
      chats.set(conversation, name);
    }
  }
  const answered = new Set<string>();
  for (const { inbox: of, conversation, status, message, again } of outbox) {
    answered.add(of);
    const ended = status === "sent" || status === "superseded" || (status === "refused" && again);
    if (!ended) verdict.unsent++;
    const chat = api.world.chats.get(chats.get(conversation) ?? 0);
    if (status === "sent" && !chat?.messages.has(Number(message))) verdict.strays++;
  }
  verdict.lost += inbox.filter(({ id }) => !answered.has(id)).length;
}

/** Matters and alerts of villagers whose whole script was heard. */
async function judgeRows(
  { db }: Store,
  { scripts }: Evidence,
  turnsOf: Map<number, number>,
  verdict: Verdict,
): Promise<void> {
  let [leastMatters, leastAlerts, mostMatters, mostAlerts] = [0, 0, 0, 0];
  for (const [villager, turns] of turnsOf) {
    const { says, matters, alerts } = scripts[villager % scripts.length]!;
    mostMatters += matters;
    mostAlerts += alerts;
    if (turns < says.length) continue;
    leastMatters += matters;
    leastAlerts += alerts;
  }
  const number = async (table: string) => Number((await db(table).count({ n: "*" }))[0]!["n"]);
  const outside = (n: number, least: number, most: number) =>
    Math.max(0, least - n) + Math.max(0, n - most);
  verdict.wrongRows +=
    outside(await number("matters"), leastMatters, mostMatters) +
    outside(await number("alerts"), leastAlerts, mostAlerts);
}
