import { describe, expect, it, onTestFinished, vi } from "vitest";
import { telegramTexts } from "../../src/texts/zh-cn/telegram.ts";
import type { Fault } from "../support/bot-api/faults.ts";
import { type BotApi, startBotApi } from "../support/bot-api/server.ts";
import { entry, knowledgeOf } from "../web/fakes.ts";
import { openOnTelegram, type OnTelegram } from "./station-on-telegram.ts";

const people = 12;
const rounds = 3;
const knowledge = knowledgeOf(
  Array.from({ length: people * rounds }, (_, n) =>
    entry(`e${n}`, { short: `答案${n}号。`, questions: [question(n)] }),
  ),
);
function question(n: number): string {
  return `第${n}件事怎么办`;
}

async function serving(options: Parameters<typeof startBotApi>[0] = {}): Promise<BotApi> {
  const api = await startBotApi({ seed: 5, webhookRetry: 20, ...options });
  onTestFinished(() => api.stop());
  return api;
}

/** The numbers of the answers that a person sees; what a cut call left in doubt may stand there twice in a row. */
function answersOf(api: BotApi, person: number): number[] {
  const numbers = api
    .user(person)
    .hears()
    .flatMap((text) => /答案(\d+)号/.exec(text)?.[1] ?? [])
    .map(Number);
  return numbers.filter((number, i) => number !== numbers[i - 1]);
}

/** Everybody asks, round by round; the clock stands between so that waits are over. */
async function everybodyAsks(api: BotApi, station: OnTelegram): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (let person = 0; person < people; person++)
      api.user(person + 1).says(question(round * people + person));
    await vi.waitFor(() => expect(station.records).toHaveLength((round + 1) * people), 20_000);
    station.clock.pass(60_000);
  }
}

/** Until each has what each asked for; time passes for the outbox, which hears of it by the next message. */
async function allAnswered(api: BotApi, station: OnTelegram): Promise<void> {
  const due = Array.from({ length: people }, (_, person) =>
    Array.from({ length: rounds }, (_, round) => round * people + person),
  );
  let nudge = 0;
  await vi.waitFor(
    () => {
      station.clock.pass(120_000);
      api.user(999).says(`还在吗${nudge++}`);
      expect(Array.from({ length: people }, (_, n) => answersOf(api, n + 1))).toEqual(due);
    },
    { timeout: 10_000, interval: 100 },
  );
}

const faults: [string, Fault, number][] = [
  ["half of all calls end with 5xx", { kind: "status", code: 502 }, 0.5],
  ["a third of the sockets is cut before the work", { kind: "drop" }, 0.33],
  ["a third of the answers is half a document", { kind: "garbage" }, 0.33],
  ["a third of the answers is a web page", { kind: "reply", body: "<html>502</html>" }, 0.33],
  ["a third of the calls is slow", { kind: "slow", ms: 400 }, 0.33],
  ["a tenth of the calls is never answered", { kind: "hang" }, 0.1],
  ["a third is cut after the work", { kind: "drop-after" }, 0.33],
  ["a third of the replies is told to wait", { kind: "status", code: 429, retryAfter: 3 }, 0.33],
];

describe("Telegram in trouble", () => {
  it.each(faults)(
    "%s: everybody is answered, in order, each in their own chat",
    { timeout: 30_000 },
    async (_what, fault, probability) => {
      const api = await serving();
      const station = await openOnTelegram(api, { knowledge });
      // Where Telegram asks the long poll itself to wait, real time passes: three seconds each.
      const method = fault.kind === "status" && fault.code === 429 ? "sendMessage" : "*";
      api.faults.rates([{ method, probability, fault }]);
      await everybodyAsks(api, station);
      api.faults.heal();
      await allAnswered(api, station);
    },
  );

  it("an outage in the middle loses nothing", { timeout: 20_000 }, async () => {
    const api = await serving();
    const station = await openOnTelegram(api, { knowledge });
    for (let person = 1; person <= people; person++) api.user(person).says(question(person - 1));
    await vi.waitFor(() => expect(station.records).toHaveLength(people), 20_000);
    await api.down();
    for (let round = 1; round < rounds; round++)
      for (let person = 0; person < people; person++)
        api.user(person + 1).says(question(round * people + person));
    await vi.waitFor(() => expect(station.telegram.status().trouble).toBe("unreachable"), 20_000);
    station.clock.pass(600_000);
    await api.up();
    await allAnswered(api, station);
    expect(station.telegram.status().trouble).toBeNull();
  });

  it("a chat that must wait waits as long as it is told, and only it", async () => {
    const api = await serving();
    const { app, clock } = await openOnTelegram(api, { knowledge });
    api.user(1);
    api.faults.next("sendMessage", { kind: "status", code: 429, retryAfter: 30 });
    const says = async (person: number, n: number) => {
      api.user(person).says(question(n));
      await vi.waitFor(() => expect(api.updates.pending).toBe(0), 20_000);
      await app.settled();
    };
    await says(1, 0);
    clock.pass(29_000);
    await says(2, 1);
    expect([answersOf(api, 1), answersOf(api, 2)]).toEqual([[], [1]]);
    clock.pass(1_001);
    await says(3, 2);
    expect(answersOf(api, 1)).toEqual([0]);
  });

  it("a chat that must wait costs nothing meanwhile", async () => {
    const api = await serving();
    const { app, store } = await openOnTelegram(api, { knowledge });
    api.faults.next("sendMessage", { kind: "status", code: 429, retryAfter: 600 });
    // The first reply waits, and the notice of a new conversation stands behind it.
    api.user(1).says(question(0));
    await vi.waitFor(() => expect(api.counts.get("sendMessage")).toBe(1), 20_000);
    await app.settled();
    let queries = 0;
    store.db.on("query", () => queries++);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(queries).toBeLessThan(20);
  });

  it("text that Telegram cannot parse is sent plain", async () => {
    const api = await serving();
    await openOnTelegram(api, { knowledge });
    api.faults.next("sendMessage", { kind: "status", code: 400 });
    api.user(1).says(question(7));
    await vi.waitFor(() => expect(answersOf(api, 1)).toEqual([7]), 20_000);
  });

  it("who blocked us gets nothing more until they write again", async () => {
    const api = await serving();
    const { app, store, clock } = await openOnTelegram(api, { knowledge });
    const li = api.user(1);
    li.says(question(0));
    li.blocks();
    await vi.waitFor(() => expect(api.updates.pending).toBe(0), 20_000);
    await app.settled();
    const open = () => store.db("outbox").whereIn("status", ["ready", "sending"]);
    await vi.waitFor(async () => expect(await open()).toEqual([]), 20_000);
    const tries = api.counts.get("sendMessage");
    clock.pass(3_600_000);
    li.unblocks();
    api.user(2).says(question(1));
    await vi.waitFor(() => expect(answersOf(api, 2)).toEqual([1]), 20_000);
    expect(li.hears()).toEqual([]);
    li.says(question(2));
    await vi.waitFor(() => expect(answersOf(api, 1)).toEqual([2]), 20_000);
    expect(tries).toBeLessThanOrEqual(2);
  });

  it("a second program with our token: one clear line, and all is well when it stops", async () => {
    const api = await serving();
    const { log, telegram } = await openOnTelegram(api, { knowledge });
    const ask = () =>
      fetch(`${api.url}/bot${api.token}/getUpdates?timeout=0`).then((answer) => answer.status);
    for (let n = 0; n < 4; n++) {
      await ask();
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await vi.waitFor(() => expect(telegram.status().trouble).toBeNull(), 20_000);
    api.user(1).says(question(3));
    await vi.waitFor(() => expect(answersOf(api, 1)).toEqual([3]), 20_000);
    expect(log.lines.filter(({ what }) => what === telegramTexts.anotherInstance)).toHaveLength(1);
  });
});

describe("webhook", () => {
  it("updates that come five times, in any order, have one outcome each", async () => {
    const api = await serving();
    const hook = { secret: "the-secret-of-the-hook", url: "http://127.0.0.1:9/" };
    const { app, telegram, records } = await openOnTelegram(api, { knowledge }, hook);
    const post = (update: object, secret = hook.secret) =>
      telegram.webhook!(
        new Request("https://station.invalid/telegram/webhook", {
          method: "POST",
          headers: { "x-telegram-bot-api-secret-token": secret },
          body: JSON.stringify(update),
        }),
      ).then(({ status }) => status);
    const updates = Array.from({ length: people }, (_, n) => ({
      update_id: n + 1,
      message: {
        ...{ message_id: n, date: 1, text: question(n) },
        from: { id: n + 1, is_bot: false, first_name: "U" },
        chat: { id: n + 1, type: "private" },
      },
    }));
    for (const { message } of updates) api.user(message.chat.id);
    expect(await post(updates[0]!, "not-the-secret-of-the-hook")).toBe(401);
    expect(records).toEqual([]);
    const times = Array.from({ length: 5 }, (_, n) =>
      updates.toSorted((a, b) => ((a.update_id * 7 + n) % 5) - ((b.update_id * 7 + n) % 5)),
    ).flat();
    const codes = await Promise.all(times.map((update) => post(update)));
    expect(new Set(codes)).toEqual(new Set([200]));
    await app.settled();
    await vi.waitFor(() => {
      for (let n = 0; n < people; n++) expect(answersOf(api, n + 1)).toEqual([n]);
    }, 20_000);
    expect(records).toHaveLength(people);
  });
});
