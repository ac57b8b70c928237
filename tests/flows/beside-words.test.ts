import { describe, expect, it } from "vitest";
import type { Content, Medium } from "../../src/domain/message.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { emergencyTexts } from "../../src/texts/zh-cn/emergency.ts";
import { mediaTexts } from "../../src/texts/zh-cn/media.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { fire } from "../support/said.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld, type World, type WorldOptions } from "../support/world.ts";

const { buttons: desk } = deskTexts;
const minute = 60_000;
const place = { latitude: 41.7, longitude: 110.43 };
const placeWords = mediaTexts.place(place);
const photo: Medium = { media: "photo", ref: "5/11" };
const location: Medium = { media: "location", ref: "5/12/bare", place };

const does = async (world: World, who: Villager, content: Content): Promise<void> => {
  await world.wait(minute / 2);
  await world.app.receive([who.update(content)]);
  await world.app.settled();
};
const sends = (world: World, who: Villager, medium: Medium, more: { replyTo?: string } = {}) =>
  does(world, who, { kind: "media", caption: "", ...medium, ...more });
const says = (world: World, who: Villager, text: string, more: object) =>
  does(world, who, { kind: "text", text, forwarded: false, edited: false, ...more });

const telegram = { channel: "telegram" } as const;

/** A villager and an officer who talk, both on Telegram unless said otherwise. */
async function talking(
  at: { villager?: "web" | "telegram"; officer?: "web" | "telegram" } = {},
  options: WorldOptions = {},
) {
  const world = await openWorld(options);
  const zhang = await world.staff("zhang", { channel: at.officer ?? "telegram" });
  const li = world.villager("li", { channel: at.villager ?? "telegram" });
  await li.says("找民警");
  const [row] = await world.rows("matters");
  const number = String(row!["number"]);
  await zhang.presses(desk.take);
  li.gets();
  zhang.gets();
  return { world, zhang, li, number, matter: { number } as never };
}

describe("what is sent in a talk", () => {
  it("goes both ways where both are on Telegram, under the number and under the officer's name", async () => {
    const { world, zhang, li, matter } = await talking();
    await sends(world, li, photo);
    const [shown] = zhang.gets();
    expect(shown).toMatchObject({
      text: deskTexts.sentMedia(matter, "照片"),
      media: { ref: "5/11", kind: "photo" },
    });
    expect(shown!.text).not.toContain(li.chat);
    expect(li.hears()).toEqual([]);
    await sends(world, zhang, { media: "voice", ref: "9/3" });
    expect(li.gets()).toMatchObject([
      { text: talkTexts.sends("zhang", "语音"), media: { ref: "9/3", kind: "voice" } },
    ]);
    expect(zhang.hears()).toEqual([]);
  });

  it("keeps the words that stand under it", async () => {
    const { world, zhang, li, matter } = await talking();
    await says(world, li, "就是这辆车", { medium: photo });
    expect(zhang.gets()).toMatchObject([
      { text: deskTexts.heard(matter, "就是这辆车"), media: { ref: "5/11" } },
    ]);
  });

  it("is said in words, and its sender hears so, where the other side is elsewhere", async () => {
    const away = await talking({ officer: "web" });
    await sends(away.world, away.li, photo);
    expect(away.zhang.gets().map(({ text, media }) => [text, media])).toEqual([
      [deskTexts.heardMedia(away.matter, "照片"), undefined],
    ]);
    expect(away.li.hears()).toEqual([talkTexts.mediaNotSent("照片")]);
  });

  it("of an officer is not sent to a page, and the officer hears so", async () => {
    const { world, zhang, li, number } = await talking({ villager: "web" });
    await sends(world, zhang, { media: "photo", ref: "9/3" });
    expect(li.hears()).toEqual([]);
    expect(zhang.hears()).toEqual([deskTexts.mediaNotSent(number, "照片")]);
  });

  it("never goes on as a card, that shows a number", async () => {
    const { world, zhang, li, matter } = await talking();
    await sends(world, li, { media: "contact" });
    expect(zhang.hears()).toEqual([deskTexts.heardContact(matter)]);
    expect(li.hears()).toEqual([talkTexts.contactNotSent]);
    await sends(world, zhang, { media: "contact" });
    expect(li.hears()).toEqual([]);
    expect(zhang.hears()).toEqual([deskTexts.contactNotSent]);
  });

  it("as a place is said in words as well", async () => {
    const { world, zhang, li, matter } = await talking();
    await sends(world, li, location);
    expect(zhang.gets()).toMatchObject([
      { text: deskTexts.heard(matter, placeWords), media: { kind: "location" } },
    ]);
    await sends(world, zhang, location);
    expect(li.gets()).toMatchObject([
      { text: talkTexts.says("zhang", placeWords), media: { kind: "location" } },
    ]);
  });

  it("stays where it is under RESIDENCY=cn, and its handle is not kept", async () => {
    const { world, zhang, li, number, matter } = await talking({}, { residency: "cn" });
    await sends(world, li, { media: "photo", ref: "5/98765" });
    expect(zhang.gets().map(({ text, media }) => [text, media])).toEqual([
      [deskTexts.heardBare(matter), undefined],
    ]);
    expect(li.hears()).toEqual([talkTexts.mediaNotSent("照片")]);
    await sends(world, zhang, { media: "photo", ref: "9/98765" });
    expect(zhang.hears()).toEqual([deskTexts.notOnTelegram(number)]);
    expect(li.hears().join()).toContain(number);
    expect(await world.dump()).not.toContain("98765");
  });

  it("goes to whom the answered message is of, and to nobody where that is not certain", async () => {
    const { world, zhang, li } = await talking();
    const bai = world.villager("bai", telegram);
    await bai.says("找民警");
    await zhang.presses(desk.take);
    await says(world, li, "在吗", {});
    const message = zhang.screen().at(-1)!.message;
    for (const one of [li, bai, zhang]) one.gets();
    await sends(world, zhang, { media: "photo", ref: "9/3" });
    expect([li.hears(), bai.hears()]).toEqual([[], []]);
    expect(zhang.hears()).toEqual([deskTexts.whom]);
    await sends(world, zhang, { media: "photo", ref: "9/4" }, { replyTo: message });
    expect(li.gets()).toMatchObject([{ media: { ref: "9/4" } }]);
    expect(bai.hears()).toEqual([]);
  });
});

describe("an edit", () => {
  it("is heard once by the other side", async () => {
    const { world, zhang, li, matter } = await talking();
    await says(world, li, "三点到", { message: "21" });
    await says(world, li, "四点到", { message: "21", edited: true });
    await says(world, li, "四点到", { message: "21", edited: true });
    expect(zhang.hears()).toEqual([
      deskTexts.heard(matter, "三点到"),
      deskTexts.heard(matter, talkTexts.edited("四点到")),
    ]);
    await says(world, zhang, "我下午来", { message: "31" });
    await says(world, zhang, "我上午来", { message: "31", edited: true });
    expect(li.hears()).toEqual([
      talkTexts.says("zhang", "我下午来"),
      talkTexts.says("zhang", talkTexts.edited("我上午来")),
    ]);
  });

  it("of words to one villager never reaches another", async () => {
    const { world, zhang, li } = await talking();
    const bai = world.villager("bai", telegram);
    await says(world, zhang, "你家的狗找到了", { message: "31" });
    await bai.says("找民警");
    await zhang.presses(desk.take);
    for (const one of [li, bai, zhang]) one.gets();
    await says(world, zhang, "你家的牛找到了", { message: "31", edited: true });
    expect([li.hears(), bai.hears()]).toEqual([[], []]);
    expect(zhang.hears()).toEqual([deskTexts.editedLate]);
  });

  it("and an old button do no harm when the talk is over", async () => {
    const { world, zhang, li } = await talking();
    await says(world, zhang, "好", { message: "31" });
    await says(world, li, "好", { message: "21" });
    const old = li.choiceOf(talkTexts.leave);
    await zhang.presses(desk.close);
    for (const one of [li, zhang]) one.gets();
    await says(world, zhang, "他拿着刀", { message: "31", edited: true });
    expect(zhang.hears()).toEqual([deskTexts.editedLate]);
    await says(world, li, "好的", { message: "21", edited: true });
    await li.taps(old);
    expect(zhang.hears()).toEqual([]);
    expect(await world.rows("alerts")).toEqual([]);
    expect(await world.rows("matters")).toMatchObject([{ status: "closed" }]);
  });
});

describe("a place in danger", () => {
  it("sent while it is asked for is in the alert, and those called hear it", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li", telegram);
    await li.says(fire);
    li.gets();
    zhang.gets();
    await sends(world, li, location);
    expect(li.hears()).toEqual([emergencyTexts.whereNoted]);
    expect(zhang.hears()).toEqual([deskTexts.whereabouts(placeWords)]);
    const [alert] = await world.rows("alerts");
    expect(alert!["words"]).toBe(`${fire}\n${placeWords}`);
    await zhang.presses(desk.takeAlert);
    expect(zhang.hears()[0]).toContain(placeWords);
  });

  it("belongs to the alert for half an hour, and then no longer", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li", telegram);
    await li.says(fire);
    await li.says("身份证丢了");
    await world.wait(20 * minute);
    zhang.gets();
    await sends(world, li, location);
    expect(zhang.hears()).toContain(deskTexts.whereabouts(placeWords));
    await world.wait(20 * minute);
    for (const one of [li, zhang]) one.gets();
    await sends(world, li, { media: "location", place: { latitude: -1, longitude: -2 } });
    expect(zhang.hears().join()).not.toContain("南纬");
    expect(li.hears()).toEqual([mediaTexts.received("location")]);
  });

  it("is in the matter, and in the talk, where somebody has taken it", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li", telegram);
    await li.says(fire);
    await zhang.presses(desk.takeAlert);
    for (const one of [li, zhang]) one.gets();
    await sends(world, li, location);
    expect(zhang.gets()).toMatchObject([{ media: { kind: "location" } }]);
    const [matter] = await world.rows("matters");
    expect(matter!["note"]).toBe(`${fire}\n${placeWords}`);
  });

  it("is not carried by Telegram under RESIDENCY=cn, but kept", async () => {
    const world = await openWorld({ residency: "cn" });
    const zhang = await world.staff("zhang");
    const li = world.villager("li", telegram);
    await li.says(fire);
    zhang.gets();
    await sends(world, li, location);
    expect(zhang.hears()).toEqual([deskTexts.whereaboutsBare]);
    expect((await world.rows("alerts"))[0]!["words"]).toContain(placeWords);
  });
});
