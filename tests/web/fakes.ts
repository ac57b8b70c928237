import type { KnowledgeEntry } from "../../src/domain/entry.ts";
import type { Incoming, Outgoing } from "../../src/domain/message.ts";
import type { Knowledge, Log, Receipt, WebEvent, WebLog } from "../../src/domain/ports.ts";
import type { Station } from "../../src/domain/station.ts";
import { webChat } from "../../src/channels/webchat.ts";
import type { WebChat } from "../../src/channels/webchat.ts";
import { loadAssets } from "../../src/web/assets.ts";
import type { WebOptions } from "../../src/web/options.ts";
import { webApp } from "../../src/web/server.ts";

export const bareStation: Station = {
  name: "恩和边境派出所",
  areaCode: null,
  phone: null,
  address: null,
  hours: [],
  villages: [],
  smsAlarm: null,
  holidays: [],
  checkedOn: null,
};
export const fullStation: Station = {
  ...bareStation,
  phone: "0470-6901110",
  address: "恩和村主街1号",
  hours: [{ days: [1, 2, 3, 4, 5], from: "08:30", to: "17:30" }],
  smsAlarm: "12110470",
  checkedOn: "2026-11-20",
};

export function entry(id: string, over: Partial<KnowledgeEntry> = {}): KnowledgeEntry {
  return {
    id,
    title: "身份证丢了，补一张",
    topic: "id-card",
    questions: ["身份证丢了怎么补"],
    short: "带上户口簿到派出所补办身份证，收四十元。",
    sections: [
      { facet: "材料", text: "带户口簿，本人到场。" },
      { facet: "步骤", text: "1. 到派出所说丢了。\n2. 照相，按指纹，签名。\n3. 拿好领取凭证。" },
      { facet: "时限", text: "45天以内发证。路不好走的地方，最多再加30天。" },
      { facet: "费用", text: "补证收40元。" },
    ],
    sources: [
      {
        title: "居民身份证法",
        number: null,
        article: "第十一条",
        inForceFrom: "2012-01-01",
      },
    ],
    place: "national",
    effective: { from: "2021-10-01", to: null },
    reviewed: { by: "三务通编写组", on: "2026-11-24", againBy: "2027-11-24" },
    verify: ["本所实际几天出证"],
    service: "id_card_replace",
    related: [],
    golden: { match: [], not: [] },
    ...over,
  };
}

export function knowledgeOf(entries: KnowledgeEntry[], station = bareStation): Knowledge {
  return {
    station,
    release: "2026-11-24.1",
    find: (words, most) =>
      entries
        .filter(({ questions }) => questions.includes(words))
        .slice(0, most)
        .map((found) => ({ entry: found, confidence: 1, withdrawn: false })),
    entry: (id) => entries.find((known) => known.id === id),
  };
}

/** A log in memory that can be broken and mended. */
export function memoryLog() {
  const chats = new Map<string, WebEvent[]>();
  let seq = 0;
  const state = { canRead: true, canWrite: true };
  const of = (chat: string): WebEvent[] => {
    if (!chats.has(chat)) chats.set(chat, []);
    return chats.get(chat)!;
  };
  const log: WebLog = {
    async add({ chat, replaces, ...message }) {
      if (!state.canWrite) throw new Error("database is gone");
      const events = of(chat);
      if (events.some(({ id }) => id === message.id)) return;
      events.push({
        seq: ++seq,
        type: "bubble",
        ...message,
        replaces: replaces?.id ?? null,
        at: 0,
      });
    },
    async after(chat, after, most) {
      await new Promise(setImmediate);
      if (!state.canRead) throw new Error("database is gone");
      const found = of(chat).filter((event) => event.seq > after);
      return found.slice(Math.max(0, found.length - most));
    },
  };
  const addMine = (chat: string, id: string, text: string): boolean => {
    const events = of(chat);
    if (events.some((event) => event.type === "mine" && event.id === id)) return false;
    events.push({ seq: ++seq, type: "mine", id, text, at: 0 });
    return true;
  };
  return { log, state, addMine, of };
}

export const quietLog: Log & { lines: unknown[] } = {
  lines: [],
  info() {},
  warn() {},
  error(what, facts) {
    this.lines.push({ what, facts });
  },
};

export function bubble(chat: string, id: string, over: Partial<Outgoing> = {}): Outgoing {
  return {
    ...{ id, chat, kind: "answer", text: `回复 ${id}`, choices: [], calls: [] },
    ...{ replaces: null, again: false },
    ...over,
  };
}

export type Answering = (
  incoming: Incoming,
  say: (over: Partial<Outgoing>) => Promise<void>,
) => void | Promise<void>;

const assets = loadAssets();

/** The whole web side over fakes: a station that hears everything and answers as told. */
export function fakeStation(over: Partial<WebOptions> = {}, answering: Answering = echo) {
  const memory = memoryLog();
  const clock = { now: () => Date.UTC(2026, 10, 24, 8) };
  let made = 0;
  const ids = { next: () => `id-${String(++made).padStart(8, "0")}` };
  const chat: WebChat = webChat({ log: memory.log, clock, lookEvery: 10_000, retryAfter: 30 });
  const heard: Incoming[] = [];
  /** What the villager sees of a message: of a pressed button its words. */
  function shownOf(incoming: Incoming): string {
    const said = textOf(incoming);
    const buttons = memory
      .of(incoming.chat)
      .flatMap((event) => (event.type === "bubble" ? event.choices : []));
    return buttons.find(({ id }) => id === said)?.label ?? said;
  }
  const state = { refuse: null as "too-fast" | "store-down" | null };
  const send = (to: string) => async (message: Partial<Outgoing>) => {
    await chat.channel.send(bubble(to, ids.next(), message), new AbortController().signal);
  };

  async function receiveOne(incoming: Incoming): Promise<Receipt> {
    const say = send(incoming.chat);
    if (state.refuse === "store-down" && textOf(incoming).includes("急事")) {
      await say({ kind: "safety", text: "马上打 110。\n在哪里？", calls: ["110"] });
    }
    if (state.refuse !== null) return { ok: false, why: state.refuse };
    const id = incoming.key.slice(incoming.key.indexOf(":") + 1);
    if (!memory.addMine(incoming.chat, id, shownOf(incoming))) return { ok: true, repeat: true };
    heard.push(incoming);
    setImmediate(() => void answering(incoming, say));
    return { ok: true, repeat: false };
  }
  const options: WebOptions = {
    receive: async (updates) => {
      const receipts: Receipt[] = [];
      for (const update of updates) receipts.push(await receiveOne(update));
      return receipts;
    },
    chat,
    knowledge: knowledgeOf([entry("id-card-replace")]),
    health: {
      live: () => true,
      ready: async () => ({ ok: true, checks: { store: true } }),
      metrics: async () => "sanwu_up 1\n",
    },
    ...{ metricsToken: null, telegramWebhook: null, publicUrl: null, trustProxy: false },
    sessionKey: new Uint8Array(32).fill(7),
    ...{ clock, ids, log: quietLog, assets },
    ...over,
  };
  return { app: webApp(options), chat, memory, heard, state, send, options };
}

export function textOf({ content }: Incoming): string {
  return content.kind === "text" ? content.text : content.kind === "press" ? content.choice : "";
}

const echo: Answering = (incoming, say) => say({ text: `听到了：${textOf(incoming)}` });
