import type { Store } from "../src/store/store.ts";
import { verify } from "../src/store/trail.ts";
import { telegramTexts } from "../src/texts/zh-cn/telegram.ts";
import type { BotApi } from "../tests/support/bot-api/server.ts";

/** What was said, by the update's id. `answers`: the message that an officer replied to. */
export type DeskSaid = Map<
  number,
  { who: number; text: string; first: boolean; answers: string | null }
>;

export interface DeskVerdict {
  /** Words without an inbox row, or whose message for the other one is in no chat. */
  lost: number;
  /** The first few of them. */
  examples: string[];
  storedTwice: number;
  /** Words that a chat shows before earlier ones of the same person. */
  outOfOrder: number;
  /** Words seen by somebody who never had the matter, or by a villager whose matter it is not. */
  astray: number;
  /** Wishes for a person, and alarms, beyond the matters and alarms that stand there. */
  lostMatters: number;
  takes: number;
  doubleTakes: number;
  /** Alarms that nobody took and nobody will be called for. */
  deadAlarms: number;
  /** Matters without an owner, a clock or an end. */
  adrift: number;
  alarms: number;
  matters: number;
  relayed: number;
  /** Words that a chat shows more than once. */
  duplicates: number;
  /** Those that do not say that they are shown again. */
  unmarked: number;
  trail: boolean;
}

const cardSays = "群众说：";

/** Words of the crowd at the end of what the bot shows. */
function nonceIn(text: string): string | undefined {
  return /([词答]\d+句)(?:（重发）)?$/.exec(text)?.[1];
}

/** Holds what the chats show against what the store says must have been shown. */
export async function judgeDesk(
  { db, cipher }: Store,
  api: BotApi,
  said: DeskSaid,
  officers: number[],
): Promise<DeskVerdict> {
  const verdict: DeskVerdict = {
    ...{
      lost: 0,
      examples: [],
      storedTwice: 0,
      outOfOrder: 0,
      astray: 0,
      lostMatters: 0,
      doubleTakes: 0,
      deadAlarms: 0,
    },
    ...{ adrift: 0, takes: 0, alarms: 0, matters: 0, relayed: 0, duplicates: 0, unmarked: 0 },
    trail: (await verify(db)).whole,
  };
  const lose = (what: string) => {
    verdict.lost++;
    if (verdict.examples.length < 5) verdict.examples.push(what);
  };
  const chatOf = new Map<string, number>();
  for (const { id, chat } of await db("conversations").select("id", "chat"))
    chatOf.set(id, Number(cipher.open(chat, `conversations.chat.${id}`)));
  const personOf = new Map<string, string>();
  for (const { conversation, person } of await db("staff_conversations"))
    personOf.set(conversation, person);
  const matters = await db("matters");
  const alerts = await db("alerts");
  const takes = await db("trail").where({ act: "take" });
  /** Who ever had a matter of this villager's chat. */
  const hadBy = new Map<number, Set<string>>();
  for (const { subject, actor } of takes) {
    const name = String(subject).split(" ")[1];
    const of = matters.find(({ id }) => id === name) ?? alerts.find(({ id }) => id === name);
    const chat = chatOf.get(of?.conversation) ?? 0;
    hadBy.set(chat, (hadBy.get(chat) ?? new Set()).add(actor));
  }
  const inbox = new Map<string, { id: string; conversation: string }[]>();
  for (const row of await db("inbox").select("id", "conversation", "update_blind"))
    inbox.set(row.update_blind, [...(inbox.get(row.update_blind) ?? []), row]);
  const outbox = new Map<string, { conversation: string; status: string }[]>();
  for (const row of await db("outbox").select("inbox", "conversation", "status"))
    outbox.set(row.inbox, [...(outbox.get(row.inbox) ?? []), row]);
  const shown = new Map<string, Map<number, number>>();
  for (const [id, chat] of api.world.chats)
    for (const { from, text } of chat.messages.values()) {
      const word = from === "bot" ? nonceIn(text) : undefined;
      if (word === undefined) continue;
      const places = shown.get(word) ?? new Map<number, number>();
      // A card that calls somebody shows what the villager said, each time.
      if (places.has(id) && text.includes(cardSays)) continue;
      if (places.has(id) && !text.endsWith(telegramTexts.again)) verdict.unmarked++;
      shown.set(word, places.set(id, (places.get(id) ?? 0) + 1));
    }

  const wishes = new Map<number, number>();
  /** What stands with a matter or an alarm: words that are added there need no answer. */
  const kept = [
    ...alerts.map(({ id, words }) => cipher.open(words, `alerts.words.${id}`)),
    ...matters.map(({ id, note }) => cipher.open(note, `matters.note.${id}`)),
  ].join("\n");

  for (const [update, { who, text, first, answers }] of said) {
    const rows = inbox.get(cipher.blind(`u:${update}`, "inbox.telegram")) ?? [];
    if (rows.length === 0) lose(`${text}: not stored`);
    if (rows.length > 1) verdict.storedTwice++;
    const [row] = rows;
    if (!row) continue;
    if (first) {
      wishes.set(who, (wishes.get(who) ?? 0) + 1);
      continue;
    }
    const others = (outbox.get(row.id) ?? []).filter((it) => it.conversation !== row.conversation);
    const places = shown.get(text) ?? new Map<number, number>();
    // Whoever told of a danger is read by all who were called for it.
    const alarmed = alerts.some(({ conversation }) => chatOf.get(conversation) === who);
    // A later fragment of a burst is answered with the first one.
    if (!outbox.has(row.id) && places.size === 0 && !kept.includes(text))
      lose(`${text}: nothing came of it${alarmed ? ", after an alarm" : ""}`);
    for (const { conversation, status } of others) {
      const times = places.get(chatOf.get(conversation)!) ?? 0;
      if (times === 0) lose(`${text}: ${status}, and in no chat`);
      else verdict.relayed++;
      verdict.duplicates += Math.max(0, times - 1);
    }
    if (others.length > 1 && !alarmed) verdict.astray++;
    for (const chat of places.keys()) {
      // The bot may say a villager's words back to them.
      if (chat === who) continue;
      if (officers.includes(who)) {
        const number = /编号(\d{6})/.exec(answers ?? "")?.[1];
        const matter = matters.find((it) => it.number === number);
        if (chatOf.get(matter?.conversation) !== chat) verdict.astray++;
      } else {
        const person = [...personOf].find(
          ([conversation]) => chatOf.get(conversation) === chat,
        )?.[1];
        if (!person || (!alarmed && !hadBy.get(who)?.has(person))) verdict.astray++;
      }
    }
  }
  for (const [who, wanted] of wishes) {
    // An alarm that was taken is a matter as well.
    const found = [...matters, ...alerts.filter(({ matter }) => matter === null)].filter(
      ({ conversation }) => chatOf.get(conversation) === who,
    );
    verdict.lostMatters += Math.max(0, wanted - found.length);
  }
  verdict.outOfOrder = outOfOrder(api, said);
  const taken = new Map<string, number>();
  for (const { subject } of takes) taken.set(subject, (taken.get(subject) ?? 0) + 1);
  const freed = new Set((await db("trail").where({ act: "release" })).map((row) => row.subject));
  for (const [subject, times] of taken)
    if (times > 1 && !freed.has(subject)) verdict.doubleTakes += times - 1;
  verdict.takes = takes.length;
  verdict.alarms = alerts.length;
  verdict.deadAlarms = alerts.filter((one) => one.taken_by === null && one.due_at === null).length;
  verdict.matters = matters.length;
  verdict.adrift = matters.filter((one) => one.owner === null && one.due_at === null).length;
  return verdict;
}

/** Counts what each chat shows for the first time after something later of the same person. */
function outOfOrder(api: BotApi, said: DeskSaid): number {
  const order = new Map([...said.values()].map(({ text, who }, place) => [text, { who, place }]));
  let wrong = 0;
  for (const { messages } of api.world.chats.values()) {
    const latest = new Map<number, number>();
    const seen = new Set<string>();
    for (const { from, text } of messages.values()) {
      const word = from === "bot" ? nonceIn(text) : undefined;
      const one = word === undefined || seen.has(word) ? undefined : order.get(word);
      if (!one) continue;
      seen.add(word!);
      if (one.place < (latest.get(one.who) ?? -1)) wrong++;
      else latest.set(one.who, one.place);
    }
  }
  return wrong;
}
