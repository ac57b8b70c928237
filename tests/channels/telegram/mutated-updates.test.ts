import fc from "fast-check";
import { expect, test } from "vitest";
import type { Incoming } from "../../../src/domain/message.ts";
import { bots, connected, soon } from "./connected.ts";

const user = { id: 5, is_bot: false, first_name: "甲" };
const chat = { id: 5, type: "private", first_name: "甲" };
const message = {
  message_id: 9,
  from: user,
  chat,
  date: 1,
  text: "/start@sanwu_test_bot 你好",
  entities: [{ type: "bot_command", offset: 0, length: 21 }],
  reply_to_message: { message_id: 3, from: user, chat, date: 1, text: "先前" },
  forward_origin: { type: "user", sender_user: user, date: 1 },
};
const group = { ...message, chat: { id: -100, type: "supergroup", title: "群" } };
const photo = {
  message_id: 9,
  from: user,
  chat,
  date: 1,
  photo: [{ file_id: "x" }],
  caption: "看",
};
const updates: Record<string, unknown>[] = [
  { update_id: 1, message },
  { update_id: 1, message: group },
  { update_id: 1, message: photo },
  {
    update_id: 1,
    message: { ...photo, photo: undefined, location: { latitude: 1, longitude: 2 } },
  },
  { update_id: 1, edited_message: message },
  { update_id: 1, channel_post: { ...message, chat: { id: -5, type: "channel" } } },
  {
    update_id: 1,
    callback_query: { id: "1", from: user, message, chat_instance: "1", data: "c1" },
  },
  {
    update_id: 1,
    my_chat_member: { chat, from: user, date: 1, new_chat_member: { user, status: "kicked" } },
  },
  { update_id: 1, message_reaction: { chat, message_id: 1, user, date: 1 } },
  { update_id: 1, inline_query: { id: "1", from: user, query: "", offset: "" } },
];

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -1,
    1.5,
    2 ** 53,
    -(2 ** 63),
    1e308,
    "",
    "长".repeat(9_999),
    [],
    {},
  ),
  fc.constantFrom<unknown>(
    "\ud800",
    "\0",
    { id: null },
    [[[]]],
    [null],
    { chat: { id: 1 } },
    { type: "private" },
  ),
  fc.anything({ maxDepth: 2 }),
);

/** Every path to a value inside. */
function paths(value: unknown, before: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [before];
  return [
    before,
    ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...before, key])),
  ];
}

function changed(value: unknown, path: string[], to: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return to;
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  const inner = changed(copy[first], rest, to);
  if (inner === undefined) delete copy[first];
  else
    Object.defineProperty(copy, first, {
      value: inner,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return Array.isArray(value) ? Object.values(copy) : copy;
}

const mutated = fc
  .constantFrom(...updates)
  .chain((update) =>
    fc
      .array(fc.tuple(fc.constantFrom(...paths(update)), odd), { minLength: 1, maxLength: 3 })
      .map((changes) =>
        changes.reduce<unknown>(
          (now, [path, to]) =>
            typeof now === "object" && now !== null ? changed(now, path, to) : now,
          update,
        ),
      ),
  );

test(
  "20,000 broken updates: none breaks anything, and whatever comes through is whole",
  { timeout: 60_000 },
  async () => {
    const api = await bots();
    const got: Incoming[] = [];
    const station = await connected(api, {
      webhook: { secret: "a-secret-of-the-station", url: "http://127.0.0.1:9/" },
      receive: async (all) => {
        got.push(...all);
        return all.map(() => ({ ok: true, repeat: true }));
      },
    });
    await soon(() => expect(api.webhook()).not.toBeNull());
    let posted = 0;
    await fc.assert(
      fc.asyncProperty(mutated, async (update) => {
        let body: string;
        try {
          body = JSON.stringify(update) ?? "null";
        } catch {
          return;
        }
        posted++;
        const answer = await station.webhook!(
          new Request("https://example.org/", {
            method: "POST",
            headers: { "x-telegram-bot-api-secret-token": "a-secret-of-the-station" },
            body,
          }),
        );
        expect([200, 400]).toContain(answer.status);
      }),
      { numRuns: 20_000 },
    );
    expect(posted).toBeGreaterThan(19_000);
    expect(got.length).toBeGreaterThan(2_000);
    for (const { channel, chat, key, content } of got) {
      expect(channel).toBe("telegram");
      expect(chat).toMatch(/^-?\d{1,16}$/);
      expect(key).toMatch(/^(u:-?\d{1,16}|cb:.+)$/s);
      if (content.kind === "text") {
        expect(content.text.trim()).not.toBe("");
        expect(content.text).not.toMatch(/\0|\p{Surrogate}/u);
      }
    }
    expect(station.log.lines.filter(({ level }) => level === "error")).toEqual([]);
  },
);
