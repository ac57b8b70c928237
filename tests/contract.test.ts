import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { LiveKnowledge } from "../src/answering/knowledge.ts";
import { createApp, type App } from "../src/app/app.ts";
import { usualPatience } from "../src/app/hear.ts";
import { newNumber } from "../src/app/ids.ts";
import { startTelegram } from "../src/channels/telegram/telegram.ts";
import { terminalChannel } from "../src/channels/terminal.ts";
import { webChat, type WebChat } from "../src/channels/webchat.ts";
import { openStationKnowledge, systemIds } from "../src/commands/station.ts";
import type { ChannelName } from "../src/domain/message.ts";
import type { Channel, Clock } from "../src/domain/ports.ts";
import { openLog } from "../src/log.ts";
import { cipherWith } from "../src/store/cipher.ts";
import { openStore } from "../src/store/store.ts";
import { askTexts } from "../src/texts/zh-cn/ask.ts";
import { buttons } from "../src/texts/zh-cn/buttons.ts";
import { cards } from "../src/texts/zh-cn/emergency.ts";
import { mediaTexts } from "../src/texts/zh-cn/media.ts";
import { webApp } from "../src/web/server.ts";
import { startBotApi } from "./support/bot-api/server.ts";

/** A villager at one channel: what every channel must be able to do. */
interface Villager {
  says(text: string): Promise<void>;
  presses(label: string): Promise<void>;
  /** All that stands on the screen now, oldest first, each message as last changed. */
  sees(): Promise<string[]>;
  sends?(media: "photo"): Promise<void>;
}

/** The real clock, which a test may put forward instead of waiting. */
let ahead = 0;
const clock: Clock = { now: () => Date.now() + ahead };
const afterBurst = () => (ahead += usualPatience.burst);

const log = openLog("silent");
const endings: (() => Promise<unknown>)[] = [];
let knowledge: LiveKnowledge | undefined;

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

async function station(channels: Map<ChannelName, Channel>) {
  const store = await openStore(":memory:", cipherWith(randomBytes(32)));
  knowledge ??= await openStationKnowledge({ knowledgeDir: "knowledge" }, log, false);
  const app = createApp({
    store,
    knowledge,
    channels,
    clock,
    ids: systemIds(),
    newNumber,
    log,
    patience: usualPatience,
    mayWrite: () => Promise.resolve(true),
    place: { pageUrl: null, residency: "open" },
  });
  endings.push(
    () => store.close(),
    () => app.stop(),
  );
  return { store, app, knowledge };
}

const villagers: Record<ChannelName, () => Promise<Villager>> = {
  async terminal() {
    const screen: string[] = [];
    const channel = terminalChannel((text) => {
      const changed = text.startsWith("（更正）");
      if (changed) screen.pop();
      screen.push(text.replace("（更正）", ""));
    });
    const { app } = await station(new Map([["terminal", channel]]));
    await app.begin();
    const says = async (text: string) => {
      const content = { kind: "text", text, forwarded: false, edited: false } as const;
      const key = systemIds().next();
      await app.receive([{ channel: "terminal", chat: "li", key, at: clock.now(), content }]);
      await app.settled();
    };
    return { says, presses: says, sees: () => Promise.resolve([...screen]) };
  },

  async web() {
    const channels = new Map<ChannelName, Channel>();
    const { store, app, knowledge: known } = await station(channels);
    const chat = webChat({ log: store.webLog, clock });
    channels.set("web", chat.channel);
    await app.begin();
    return onPage(app, chat, known);
  },

  async telegram() {
    const api = await startBotApi();
    const channels = new Map<ChannelName, Channel>();
    const { app } = await station(channels);
    let next = 0;
    const telegram = await startTelegram({
      token: api.token,
      apiRoot: api.url,
      proxy: null,
      webhook: null,
      receive: app.receive,
      clock,
      chance: () => 0.5,
      log,
      offset: {
        read: () => Promise.resolve(next),
        write: (at) => ((next = at), Promise.resolve()),
      },
    });
    endings.push(
      () => api.stop(),
      () => telegram.stop(),
    );
    channels.set("telegram", telegram.channel);
    await app.begin();
    const li = api.user(7);
    const done = async (update: number | null) => {
      await vi.waitFor(() => expect(next).toBeGreaterThan(update ?? 0), 20_000);
      await app.settled();
    };
    return {
      says: (text) => done(li.says(text)),
      presses: (label) => done(li.clicks(label).update),
      sends: (media) => done(li.sends(media)),
      sees: () => Promise.resolve(li.hears()),
    };
  },
};

async function onPage(app: App, chat: WebChat, known: LiveKnowledge): Promise<Villager> {
  const web = webApp({
    receive: app.receive,
    chat,
    knowledge: known,
    health: {
      live: () => true,
      ready: () => Promise.resolve({ ok: true, checks: {} }),
      metrics: () => Promise.resolve(""),
    },
    metricsToken: null,
    telegramWebhook: null,
    publicUrl: null,
    trustProxy: false,
    sessionKey: randomBytes(32),
    clock,
    ids: systemIds(),
    log,
  });
  const first = await web.request("http://localhost/");
  const cookie = first.headers.getSetCookie()[0]!.split(";")[0]!;
  const session = decodeURIComponent(cookie.split("=")[1]!).split(".")[0]!;
  const bubbles = async () => {
    const { events } = await chat.history(session, 1000);
    const shown = new Map<string, Extract<(typeof events)[number], { type: "bubble" }>>();
    for (const event of events) {
      if (event.type !== "bubble") continue;
      if (event.replaces !== null && shown.delete(event.replaces)) shown.set(event.id, event);
      else shown.set(event.id, event);
    }
    return [...shown.values()];
  };
  const post = async (body: object) => {
    const answer = await web.request("http://localhost/api/messages", {
      method: "POST",
      headers: { "content-type": "application/json", cookie, origin: "http://localhost" },
      body: JSON.stringify({ id: crypto.randomUUID(), ...body }),
    });
    expect(answer.status).toBe(202);
    await app.settled();
  };
  return {
    says: (text) => post({ text }),
    async presses(label) {
      const choice = (await bubbles())
        .flatMap(({ choices }) => choices)
        .findLast((it) => it.label === label);
      await post({ choice: choice!.id });
    },
    sees: async () => (await bubbles()).map(({ text }) => text),
  };
}

describe.each(["terminal", "web", "telegram"] as const)("on every channel: %s", (name) => {
  it("a question gets the cited answer, its details on request, and a choice by its number", async () => {
    const li = await villagers[name]();
    const entry = knowledge!.entry("id-card-replace")!;
    await li.says("俺身份证丢了咋整");
    expect((await li.sees()).join()).toContain(askTexts.answer(entry).split("\n")[0]);
    expect((await li.sees()).join()).toContain("《居民身份证法》第十一条");
    afterBurst();
    await li.presses(buttons.details);
    expect((await li.sees()).at(-1)).toContain(entry.title);
    afterBurst();
    await li.says("1");
    expect((await li.sees()).at(-1)).toContain("编号");
  });

  it("danger gets the card with the number in its first line, before anything else", async () => {
    const li = await villagers[name]();
    await li.says("救命 他拿刀砍人了");
    const card = (await li.sees()).find((text) => text.includes(cards.violence.first));
    expect(card?.split("\n")[0]).toContain("110");
  });

  it("the fragments of one message get one answer, changed in place", async () => {
    const li = await villagers[name]();
    await li.says("我想问问");
    await li.says("身份证丢了咋补");
    const seen = (await li.sees()).join("\n---\n");
    expect(seen).toContain(knowledge!.entry("id-card-replace")!.short);
    expect(seen).not.toContain(askTexts.notKnown("").split("\n")[0]);
  });

  it("the same words at once again are answered once", async () => {
    const li = await villagers[name]();
    await li.says("身份证丢了咋补");
    const once = await li.sees();
    await li.says("身份证丢了咋补");
    expect(await li.sees()).toEqual(once);
  });
});

describe("what is not text", () => {
  it("a photo on Telegram gets a helpful word", async () => {
    const li = await villagers.telegram();
    await li.sends!("photo");
    expect((await li.sees()).join()).toContain(mediaTexts.received("photo").split("\n")[0]);
  });
});
