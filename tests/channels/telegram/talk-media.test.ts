import { describe, expect, it } from "vitest";
import { invite } from "../../../src/store/people.ts";
import { deskTexts, kindNames } from "../../../src/texts/zh-cn/desk.ts";
import { groupTexts } from "../../../src/texts/zh-cn/group.ts";
import { mediaTexts } from "../../../src/texts/zh-cn/media.ts";
import { talkTexts } from "../../../src/texts/zh-cn/talk.ts";
import { telegramTexts } from "../../../src/texts/zh-cn/telegram.ts";
import { openOnTelegram } from "../../faults/station-on-telegram.ts";
import type { Person } from "../../support/bot-api/people.ts";
import { bots, soon } from "./connected.ts";

const [liChat, zhangChat] = [555_123_456, 777_654_321];

/** Two phones that talk through the station: what either shows is all that they know of each other. */
async function twoPhones() {
  const api = await bots();
  const station = await openOnTelegram(api);
  const { db, cipher } = station.store;
  const code = "abcdefghijklmnopqrstuvwx";
  const at = station.clock.now();
  await invite(db, cipher, {
    ...{ id: "p1", role: "officer", name: "张强", villages: [], code, at },
  });
  const [li, zhang] = [api.user(liChat), api.user(zhangChat)];
  await soon(() => expect(api.counts.get("getUpdates")).toBeGreaterThan(0));
  zhang.says(`/start i_${code}`);
  await soon(() => expect(zhang.hears().join()).toContain(deskTexts.joined("张强", "officer")));
  li.says("找民警");
  await soon(() => expect(zhang.hears().join()).toContain(kindNames.callback));
  const { number } = await db("matters").first<{ number: string }>("number");
  zhang.clicks(deskTexts.buttons.take);
  await soon(() => expect(li.hears().join()).toContain(talkTexts.taken("张强", number)));
  const matter = { number } as never;
  /** The bot's latest messages as the chat shows them. */
  const latest = (who: Person, most: number) =>
    who
      .sees()
      .filter(({ from }) => from === "bot")
      .slice(-most)
      .map(({ kind, text }) => [kind, text]);
  return { api, station, li, zhang, matter, latest };
}

/** All that a chat shows of the bot's, as JSON; what a copy came from is the server's own note. */
const screen = (who: Person): string =>
  JSON.stringify(
    who.sees().flatMap((one) => (one.from === "bot" ? [{ ...one, copyOf: undefined }] : [])),
  );

describe("two phones that talk through the station", () => {
  it("show each other's pictures, voices and places, and nothing of each other's accounts", async () => {
    const { li, zhang, matter, latest } = await twoPhones();
    li.sends("photo", "就是这辆车");
    await soon(() =>
      expect(latest(zhang, 1)).toEqual([["photo", deskTexts.heard(matter, "就是这辆车")]]),
    );
    li.sends("voice");
    await soon(() =>
      expect(latest(zhang, 1)).toEqual([["voice", deskTexts.sentMedia(matter, "语音")]]),
    );
    li.sends("location");
    const place = mediaTexts.place({ latitude: 41.7, longitude: 110.43 });
    await soon(() =>
      expect(latest(zhang, 2)).toEqual([
        ["text", deskTexts.heard(matter, place)],
        ["location", ""],
      ]),
    );
    zhang.sends("document");
    await soon(() =>
      expect(latest(li, 1)).toEqual([["document", talkTexts.sends("张强", "文件")]]),
    );
    li.sends("contact");
    await soon(() => expect(latest(zhang, 1)).toEqual([["text", deskTexts.heardContact(matter)]]));
    await soon(() => expect(latest(li, 1)).toEqual([["text", talkTexts.contactNotSent]]));
    zhang.says("收到", { reply_to_message: { from: { id: 1 } } });
    await soon(() => expect(latest(li, 1)).toEqual([["text", talkTexts.says("张强", "收到")]]));
    const phone = "10000000000";
    for (const mine of [String(liChat), `U${liChat}`, phone])
      expect(screen(zhang)).not.toContain(mine);
    for (const mine of [String(zhangChat), `U${zhangChat}`, phone])
      expect(screen(li)).not.toContain(mine);
    expect(screen(zhang)).not.toMatch(/forward|via_bot/);
  });

  it("show an edit once, and each in its own talk", async () => {
    const { li, zhang, matter, latest } = await twoPhones();
    li.says("三点到");
    await soon(() =>
      expect(latest(zhang, 1)).toEqual([["text", deskTexts.heard(matter, "三点到")]]),
    );
    li.edits(li.lastMessage(), "四点到");
    const edited = deskTexts.heard(matter, talkTexts.edited("四点到"));
    await soon(() => expect(latest(zhang, 1)).toEqual([["text", edited]]));
    zhang.says("好的");
    await soon(() => expect(latest(li, 1)).toEqual([["text", talkTexts.says("张强", "好的")]]));
    zhang.edits(zhang.lastMessage(), "我四点来");
    const mine = talkTexts.says("张强", talkTexts.edited("我四点来"));
    await soon(() => expect(latest(li, 1)).toEqual([["text", mine]]));
    expect(zhang.hears().filter((text) => text === edited)).toHaveLength(1);
  });

  it("say so where a picture was taken back before it went on", async () => {
    const { api, li, zhang, matter, latest } = await twoPhones();
    api.faults.next("copyMessage", {
      kind: "reply",
      body: '{"ok":false,"error_code":400,"description":"Bad Request: message to copy not found"}',
    });
    li.sends("photo");
    const text = `${deskTexts.sentMedia(matter, "照片")}\n${telegramTexts.mediumGone}`;
    await soon(() => expect(latest(zhang, 1)).toEqual([["text", text]]));
  });
});

describe("a group", () => {
  it("is told where to write alone, by the bot's name", async () => {
    const { api, station, li } = await twoPhones();
    const before = await station.store.db("matters").select("id");
    const group = li.in(-100);
    group.says("@sanwu_test_bot 找民警");
    const link = "https://t.me/sanwu_test_bot?start=group";
    await soon(() => expect(group.hears()).toEqual([groupTexts.alone(link)]));
    expect(screen(group)).not.toContain(String(liChat));
    expect(await station.store.db("matters").select("id")).toEqual(before);
    expect(api.counts.get("copyMessage")).toBeUndefined();
  });
});
