import { describe, expect, it } from "vitest";
import { telegramTexts } from "../../../src/texts/zh-cn/telegram.ts";
import type { MediaName } from "../../support/bot-api/people.ts";
import { bots, connected, inTime, outgoing } from "./connected.ts";

/** A station that gives on to user 5 what user 8 has sent to it. */
async function giving(kind: MediaName, caption = "") {
  const api = await bots();
  const [li, wang] = [api.user(5), api.user(8)];
  const station = await connected(api);
  wang.sends(kind, caption);
  const ref = `8/${wang.lastMessage()}`;
  const give = (text: string, mark = "", more: Parameters<typeof outgoing>[0] = {}) =>
    station.channel.send(
      outgoing({ text, media: { ref: `${ref}${mark}`, kind: "photo" }, ...more }),
      inTime(),
    );
  const original = () => api.world.chat(8).messages.get(wang.lastMessage())!;
  return { api, li, give, original };
}

const shown = (li: { sees(): { kind: string; text: string }[] }) =>
  li.sees().map(({ kind, text }) => [kind, text]);

describe("a medium that is given on", () => {
  it("comes with our words under it, and nothing of who sent it", async () => {
    const { api, li, give } = await giving("photo", "我是王五，电话13800138000");
    const choices = [{ id: "c1", label: "回这个人" }];
    const sent = await give("编号100001的群众：<看>", "", { choices });
    expect(shown(li)).toEqual([["photo", "编号100001的群众：<看>"]]);
    expect(sent).toEqual({ ok: true, message: String(li.sees()[0]!.message_id) });
    expect(li.sees()[0]!.markup.inline?.flat()).toMatchObject([{ callback_data: "c1" }]);
    expect(api.counts.get("forwardMessage")).toBeUndefined();
  });

  it("that can have no words under it stands behind them", async () => {
    const { li, give } = await giving("sticker");
    await give("编号100001的群众发来表情。", "/bare");
    expect(shown(li)).toEqual([
      ["text", "编号100001的群众发来表情。"],
      ["sticker", ""],
    ]);
  });

  it("stands behind words that are too long for it, without its sender's own", async () => {
    const { li, give } = await giving("photo", "我是王五");
    const text = "这是一句话。".repeat(200);
    await give(text);
    expect(shown(li)).toEqual([
      ["text", text],
      ["photo", ""],
    ]);
  });

  it("goes on behind the words that arrived when it is tried again", async () => {
    const { api, li, give } = await giving("sticker");
    api.faults.next("copyMessage", { kind: "status", code: 502 });
    expect(await give("在", "/bare")).toMatchObject({ ok: false, why: "later" });
    expect(await give("在", "/bare")).toMatchObject({ ok: true });
    expect(shown(li)).toEqual([
      ["text", "在"],
      ["sticker", ""],
    ]);
  });

  it("leaves its words where it is gone, or must stay where it is", async () => {
    const { li, give, original } = await giving("photo");
    original().deleted = true;
    expect(await give("编号100001的群众发来照片。")).toMatchObject({ ok: true });
    expect(li.hears()).toEqual([`编号100001的群众发来照片。\n${telegramTexts.mediumGone}`]);
    const poll = await giving("poll");
    await poll.give("编号100001的群众发来视频。", "/bare");
    expect(poll.li.hears()).toEqual(["编号100001的群众发来视频。", telegramTexts.mediumGone]);
    await poll.give("在", "/of nobody");
    expect(poll.li.hears().at(-1)).toBe(`在\n${telegramTexts.mediumGone}`);
  });

  it("goes out plain where its words are refused as HTML", async () => {
    const { api, li, give } = await giving("voice");
    api.faults.next("copyMessage", { kind: "status", code: 400 });
    await give("a & b");
    expect(shown(li)).toEqual([["voice", "a & b"]]);
  });

  it("tells the sender what any message tells", async () => {
    const { api, li, give } = await giving("photo");
    api.faults.next("copyMessage", { kind: "status", code: 429, retryAfter: 3 });
    expect(await give("在")).toEqual({ ok: false, why: "later", after: 3_000 });
    li.blocks();
    expect(await give("在")).toMatchObject({ ok: false, why: "gone", detail: /blocked/ });
    expect(await give("在", "", { chat: "77" })).toMatchObject({ ok: false, why: "gone" });
    expect(li.hears()).toEqual([]);
  });

  it("is no word against somebody who is there where its sender's chat is gone", async () => {
    const { li, give } = await giving("photo");
    const media = { ref: "4444/1", kind: "photo" } as const;
    expect(await give("在", "", { media })).toMatchObject({ ok: true });
    expect(li.hears()).toEqual([`在\n${telegramTexts.mediumGone}`]);
  });
});
