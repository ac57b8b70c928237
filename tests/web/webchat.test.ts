import { expect, test } from "vitest";
import fc from "fast-check";
import type { WebEvent } from "../../src/domain/ports.ts";
import { webChat } from "../../src/channels/webchat.ts";
import { cursorOf, linesOf } from "../../src/web/thread.ts";
import { bubble, memoryLog } from "./fakes.ts";

const clock = { now: () => 0 };
const never = new AbortController().signal;

function open() {
  const memory = memoryLog();
  const chat = webChat({ log: memory.log, clock, lookEvery: 60_000, retryAfter: 5 });
  const say = (id: string, over = {}) => chat.channel.send(bubble("li", id, over), never);
  return { ...memory, chat, say };
}

/** Reads `count` events, then hangs up. */
async function take(chat: ReturnType<typeof open>["chat"], after: number, count: number) {
  const events: WebEvent[] = [];
  const line = new AbortController();
  if (count === 0) return events;
  for await (const event of chat.events("li", after, line.signal)) {
    events.push(event);
    if (events.length === count) break;
  }
  return events;
}

test("a page that loses its line a hundred times hears everything once, in order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 100, maxLength: 100 }),
      async (pieces) => {
        const { chat, say } = open();
        const total = pieces.reduce((sum, piece) => sum + piece, 0);
        const speaking = (async () => {
          for (let at = 0; at < total; at++) await say(`b${at}`);
        })();
        const heard: WebEvent[] = [];
        for (const piece of pieces) heard.push(...(await take(chat, cursorOf(heard), piece)));
        await speaking;
        expect(heard.map(({ id }) => id)).toEqual(
          Array.from({ length: total }, (_, at) => `b${at}`),
        );
      },
    ),
    { numRuns: 10 },
  );
});

test("what is said between the reading and the waiting is heard at once", async () => {
  const { chat, log, say } = open();
  const read = log.after;
  let inBetween: Promise<unknown> | null = null;
  log.after = async (...args) => {
    const events = await read(...args);
    inBetween ??= say("b1");
    await inBetween;
    return events;
  };
  expect((await take(chat, 0, 1)).map(({ id }) => id)).toEqual(["b1"]);
});

test("a quiet page asks the log once more after each bubble, and then waits", async () => {
  const { chat, log, say } = open();
  const read = log.after;
  let asked = 0;
  log.after = (...args) => {
    asked++;
    return read(...args);
  };
  const line = new AbortController();
  const events = chat.events("li", 0, line.signal);
  await Promise.all([events.next(), say("b1")]);
  const next = events.next();
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
  expect(asked).toBeLessThan(5);
  line.abort();
  await next;
});

test("another villager's bubbles are not heard", async () => {
  const { chat, say } = open();
  await chat.channel.send(bubble("wang", "secret"), never);
  await say("b1");
  expect((await take(chat, 0, 1)).map(({ id }) => id)).toEqual(["b1"]);
  expect((await chat.history("li", 9)).events).toHaveLength(1);
});

test("the same message sent twice is one bubble", async () => {
  const { chat, say } = open();
  await say("b1");
  await say("b1");
  await say("b2");
  expect((await take(chat, 0, 2)).map(({ id }) => id)).toEqual(["b1", "b2"]);
});

test("a safety card is shown though the database is gone, on every open page and after a reload", async () => {
  const { chat, say, state } = open();
  state.canRead = state.canWrite = false;
  const waiting = take(chat, 0, 1);
  const sent = await say("card", { kind: "safety", text: "马上打 110", calls: ["110"] });
  expect(sent).toEqual({ ok: false, why: "later", after: null });
  const [card] = await waiting;
  expect(card).toMatchObject({ type: "bubble", kind: "safety", calls: ["110"] });
  expect(card!.seq).toBeLessThan(0);
  const { events, whole } = await chat.history("li", 9);
  expect(whole).toBe(false);
  expect(events.map(({ id }) => id)).toEqual(["card"]);
});

test("a held card goes into the log once it can, and stays one bubble", async () => {
  const { chat, say, state, of } = open();
  state.canWrite = false;
  await say("card", { kind: "safety" });
  const line = new AbortController();
  const events = chat.events("li", 0, line.signal);
  const held = await events.next();
  state.canWrite = true;
  chat.wake("li");
  const kept = await events.next();
  line.abort();
  expect(of("li")).toHaveLength(1);
  const both = [held.value as WebEvent, kept.value as WebEvent];
  expect(both.map(({ seq }) => Math.sign(seq))).toEqual([-1, 1]);
  expect(linesOf(both)).toHaveLength(1);
  expect((await chat.history("li", 9)).events).toHaveLength(1);
});

test("a safety card is shown though the log took it without a word and forgot it", async () => {
  const { chat, log, say } = open();
  log.add = async () => {};
  await say("card", { kind: "safety" });
  expect((await take(chat, 0, 1)).map(({ id }) => id)).toEqual(["card"]);
});

test("sent again once the log can take it, a held bubble is kept and stays one", async () => {
  const { chat, say, state, of } = open();
  state.canWrite = false;
  await say("b1");
  expect((await chat.history("li", 9)).events).toHaveLength(1);
  state.canWrite = true;
  expect(await say("b1")).toEqual({ ok: true, message: "b1" });
  expect(of("li")).toHaveLength(1);
  expect((await chat.history("li", 9)).events.map(({ seq }) => seq)).toEqual([1]);
});

test("writing fails but reading works: the card comes, and so does what was there", async () => {
  const { chat, say, state } = open();
  await say("b1");
  state.canWrite = false;
  await say("card", { kind: "safety" });
  expect((await take(chat, 0, 2)).map(({ id }) => id)).toEqual(["b1", "card"]);
});

test("a page that hangs up is forgotten", async () => {
  const { chat } = open();
  const line = new AbortController();
  const events = chat.events("li", 0, line.signal);
  const next = events.next();
  setImmediate(() => line.abort());
  expect(await next).toEqual({ value: undefined, done: true });
});
