import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { longestText } from "../../src/app/receive.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { openWorld, type WorldOptions } from "../support/world.ts";

const id = "152104199001011231";
const card = "6222021234567890123";
const inWords = `我身份证号${id}，卡号${card}，咋办`;
const pageUrl = "https://sanwu.example.cn";

describe("ID and card numbers", () => {
  const places: [string, "web" | "telegram", WorldOptions, string][] = [
    ["on the page", "web", {}, menuTexts.maskedHere],
    ["on Telegram without a page", "telegram", {}, menuTexts.maskedTelegram(null)],
    ["on Telegram with a page", "telegram", { pageUrl }, menuTexts.maskedTelegram(pageUrl)],
    [
      "on Telegram in mainland China",
      "telegram",
      { pageUrl, residency: "cn" },
      menuTexts.maskedTelegram(pageUrl),
    ],
  ];

  it.each(places)(
    "are nowhere in the store, and it is said: %s",
    async (_where, channel, options, text) => {
      const world = await openWorld(options);
      const li = world.villager("li", { channel });
      await li.says(inWords);
      expect(li.hears()).toContain(text);
      await li.says("我要举报");
      await li.says(`有人冒用我的身份证 ${id} 办卡 ${card}`);
      await li.says(`找民警，${id}`);
      await li.adds(card);
      await li.sends("photo", `我的卡 ${card}`);
      const dump = await world.dump();
      expect(dump).toContain("冒用我的身份证");
      for (const number of [id, card, id.slice(0, 14), card.slice(0, 15)])
        expect(dump).not.toContain(number);
    },
  );

  it("and, on Telegram in mainland China, a phone number that was sent unasked", async () => {
    const phone = "15147012345";
    for (const [residency, kept] of [
      ["cn", false],
      ["open", true],
    ] as const) {
      const world = await openWorld({ residency });
      await world.villager("li", { channel: "telegram" }).says(`打我手机 ${phone}，急着上户口`);
      expect((await world.dump()).includes(phone)).toBe(kept);
    }
  });

  it("are not in the database file either, nor in any other clear word", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sanwu-world-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "sanwu.sqlite");
    const world = await openWorld({ file });
    const li = world.villager("li", { channel: "telegram" });
    await li.says(`我叫赵铁柱，${inWords}`);
    await li.says("找民警");
    await li.says("15147012345");
    await li.says("我家着火了快来人，我是赵铁柱");
    const bytes = [file, `${file}-wal`].map((part) => readFileSync(part)).join("");
    for (const secret of [id, card, "15147012345", "赵铁柱", "着火", li.chat])
      expect(bytes.includes(secret), secret).toBe(false);
  });

  it("go also when the text is cut in the middle of one", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("长".repeat(longestText - 11) + id);
    expect(await world.dump()).not.toContain(id.slice(0, 6));
  });

  it("do not stop an answer", async () => {
    const li = (await openWorld()).villager("li");
    await li.says(`身份证丢了，号是${id}`);
    const [answer, masked] = li.hears();
    expect(answer).toContain("挂失");
    expect(masked).toBe(menuTexts.maskedHere);
  });

  it("never reach the log", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    world.channels.telegram.ends = () => ({ ok: false, why: "gone", detail: `blocked by ${id}` });
    await li.says(inWords);
    expect(world.logged.length).toBeGreaterThan(0);
    expect(JSON.stringify(world.logged)).not.toMatch(/152104|6222|身份证|telegram-li/);
  });
});

describe("a text that is too long", () => {
  it("is read from the front, and it is said so", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(`身份证丢了。${"长".repeat(2 * longestText)}`);
    const [answer, cut] = li.hears();
    expect(answer).toContain("挂失");
    expect(cut).toBe(menuTexts.tooLong);
  });

  it("is cut by its own length, not by that of the whole breath", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("长".repeat(longestText - 5));
    await li.adds("长".repeat(longestText - 6));
    expect(li.sees()).not.toContain(menuTexts.tooLong);
  });

  it("with danger at the front gets the card", async () => {
    const li = (await openWorld()).villager("li");
    await li.says(`我家着火了快来人${"啊".repeat(2 * longestText)}`);
    expect(li.gets()[0]).toMatchObject({ kind: "safety" });
  });
});
