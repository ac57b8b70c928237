import { describe, expect, it } from "vitest";
import type { Content } from "../../../src/domain/message.ts";
import type { Person } from "../../support/bot-api/people.ts";
import { bots, connected, soon } from "./connected.ts";

const text = (words: string, more: object = {}): Content => ({
  kind: "text",
  text: words,
  forwarded: false,
  edited: false,
  ...more,
});

/** The same in private, where each message has an id that an edit of it names again. */
const alone = (words: string, more: object = {}) =>
  text(words, { message: expect.stringMatching(/^\d+$/), ...more });

/** What the station hears when these things are done; each is followed by "完" in private. */
async function heard(group: number | null, deeds: (li: Person) => void): Promise<Content[]> {
  const api = await bots();
  const station = await connected(api);
  // Our name is known only after getMe.
  await soon(() => expect(api.counts.get("getUpdates")).toBe(1));
  deeds(group === null ? api.user(5) : api.user(5).in(group));
  api.user(6).says("完");
  await soon(() => expect(station.box.texts().at(-1)).toBe("完"));
  const before = station.box.kept.slice(0, -1);
  for (const { chat } of before) expect(chat).toBe(String(group ?? 5));
  return before.map(({ content }) => content);
}

describe("in private", () => {
  it("hears words, commands with what follows them, forwards and edits", async () => {
    expect(
      await heard(null, (li) => {
        li.says("身份证丢了");
        li.says("/start qianjin");
        li.says("/start@sanwu_test_bot x");
        li.says("找@sanwu_test_bot");
        li.forwards("恭喜您中奖");
        li.edits(li.lastMessage(), "改过的话");
      }).catch((error: unknown) => error),
    ).toEqual([
      alone("身份证丢了"),
      alone("/start qianjin"),
      alone("/start x"),
      alone("找"),
      alone("恭喜您中奖", { forwarded: true }),
      alone("改过的话", { edited: true }),
    ]);
  });

  it("keeps media apart by what they are; a caption is what was said", async () => {
    const ref = expect.stringMatching(/^5\/\d+$/);
    const bare = expect.stringMatching(/^5\/\d+\/bare$/);
    const place = { latitude: 41.7, longitude: 110.43 };
    const media = (kind: string, more: object = { ref }) => ({
      kind: "media",
      media: kind,
      caption: "",
      ...more,
    });
    expect(
      await heard(null, (li) => {
        li.sends("photo");
        li.sends("voice");
        li.sends("audio");
        li.sends("video");
        li.sends("video_note");
        li.sends("animation");
        li.sends("sticker");
        li.sends("location");
        li.sends("venue");
        li.sends("contact");
        li.sends("document");
        li.sends("poll");
        li.sends("dice");
        li.sends("photo", "这是诈骗吗");
      }),
    ).toEqual([
      media("photo", { ref, fetch: "photo" }),
      media("voice", { ref, fetch: "voice" }),
      media("voice", { ref, fetch: "audio" }),
      media("video"),
      media("video", { ref: bare }),
      media("video"),
      media("sticker", { ref: bare }),
      media("location", { ref: bare, place }),
      media("location", { ref: bare, place }),
      media("contact", {}),
      media("file"),
      media("other", {}),
      media("other", {}),
      alone("这是诈骗吗", { medium: { media: "photo", ref, fetch: "photo" } }),
    ]);
  });

  it("leaves alone what nobody said to it", async () => {
    const api = await bots();
    const station = await connected(api);
    await soon(() => expect(api.updates.allowed).not.toBeNull());
    api.updates.allow(null);
    const chat = { id: 5, type: "private" };
    api.updates.push({ message: { message_id: 1, chat, pinned_message: {} } });
    api.updates.push({ edited_message: { message_id: 1, chat, location: {} } });
    api.updates.push({
      channel_post: { message_id: 1, chat: { id: -9, type: "channel" }, text: "x" },
    });
    api.user(5).blocks();
    api.user(5).unblocks();
    api.user(6).says("完");
    await soon(() => expect(station.box.texts()).toEqual(["完"]));
    expect(station.log.lines.map(({ what, facts }) => [what, facts])).toEqual([
      ["telegram membership changed", { update: 4, status: "kicked" }],
      ["telegram membership changed", { update: 5, status: "member" }],
    ]);
  });

  it("gives the store no character that it cannot keep", async () => {
    expect(await heard(null, (li) => li.says("a\0b\ud800c"))).toEqual([alone("ab\ufffdc")]);
  });
});

describe("in a group", () => {
  it("is silent unless it is called", async () => {
    expect(
      await heard(-100, (li) => {
        li.says("今天吃啥");
        li.says("@other_bot 你好");
        li.says("/start@other_bot");
        li.sends("photo");
        li.says("邮箱 a@sanwu_test_bot");
      }),
    ).toEqual([]);
  });

  it("answers its name, its commands and replies to it", async () => {
    const bot = { from: { id: 7001, is_bot: true, first_name: "三务通" } };
    expect(
      await heard(-100, (li) => {
        li.says("@sanwu_test_bot 派出所几点开门");
        li.says("请问 @Sanwu_Test_Bot 身份证咋办");
        li.says("@sanwu_test_bot");
        li.says("/start@sanwu_test_bot");
        li.says("/ask");
        li.says("那要带啥", { reply_to_message: bot });
        li.says("那要带啥", { reply_to_message: { from: { id: 8 } } });
      }),
    ).toEqual([
      text("派出所几点开门"),
      text("请问 身份证咋办"),
      text("/start"),
      text("/start"),
      text("/ask"),
      text("那要带啥"),
    ]);
  });

  it("shows no typing there, and once in a while in private", async () => {
    const api = await bots();
    const station = await connected(api);
    await soon(() => expect(api.counts.get("getUpdates")).toBe(1));
    api.user(5).in(-100).says("/start");
    for (let n = 0; n < 5; n++) api.user(5).says(String(n));
    await soon(() => expect(station.box.kept).toHaveLength(6));
    await soon(() => expect(api.world.chat(5).actions).toEqual(["typing"]));
    expect(api.world.chat(-100).actions).toEqual([]);
  });
});

describe("a pressed button", () => {
  it("is its choice, and Telegram is told at once, before the store has it", async () => {
    const api = await bots();
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    const kept: Content[] = [];
    const keys: string[] = [];
    const li = api.user(5);
    const station = await connected(api, {
      receive: async (updates) => {
        await held;
        kept.push(...updates.map(({ content }) => content));
        keys.push(...updates.map(({ key }) => key));
        return updates.map(() => ({ ok: true, repeat: false }));
      },
    });
    await station.channel.send(
      {
        id: "m",
        chat: "5",
        kind: "answer",
        text: "选一个",
        choices: [{ id: "c1", label: "办事预约" }],
        calls: [],
        replaces: null,
        again: false,
      },
      AbortSignal.timeout(5_000),
    );
    const { callback } = li.clicks("办事预约");
    await soon(() => expect(api.world.callbacks.get(callback)?.answered).toBe(true));
    expect(kept).toEqual([]);
    answer();
    await soon(() => expect(kept).toEqual([{ kind: "press", choice: "c1" }]));
    expect(keys).toEqual([`cb:${callback}`]);
  });

  it("is taken also when Telegram finds the press too old", async () => {
    const api = await bots();
    const station = await connected(api);
    api.updates.push({
      callback_query: { id: "99", data: "c1", message: { chat: { id: 5, type: "private" } } },
    });
    await soon(() => expect(station.box.kept[0]?.content).toEqual({ kind: "press", choice: "c1" }));
  });
});
