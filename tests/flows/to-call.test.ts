import { describe, expect, it } from "vitest";
import { webChat } from "../../src/channels/webchat.ts";
import { webLog } from "../../src/store/web-log.ts";
import { briefTexts } from "../../src/texts/zh-cn/brief.ts";
import { callTexts as texts } from "../../src/texts/zh-cn/calls.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { humanTexts } from "../../src/texts/zh-cn/human.ts";
import { tellsWhenToCall } from "../../src/understanding/call-wish.ts";
import { openWorld, type World } from "../support/world.ts";

const { buttons: desk } = deskTexts;
const minute = 60_000;
const phone = "13800138000";
const list = texts.buttons.list;

const numberIn = async (world: World): Promise<string> =>
  String((await world.rows("matters"))[0]!["number"]);
const acts = async (world: World): Promise<unknown[]> =>
  (await world.rows("trail"))
    .map(({ act }) => String(act))
    .filter((act) => act.startsWith("phoned"));

/** A villager at a page that is opened only now and then; an officer on Telegram who wrote to them. */
async function unread(residency: "open" | "cn" = "open") {
  const world = await openWorld({ residency });
  const { db, cipher } = world.store;
  const log = webLog(db, cipher);
  world.channels.web.ends = async (message) => {
    await log.add(message);
    return null;
  };
  const page = webChat({ log, clock: world });
  const zhang = await world.staff("zhang");
  const li = world.villager("li");
  await li.says("我要找民警反映个事，占道的");
  const number = await numberIn(world);
  await zhang.presses(desk.take);
  await page.history(li.chat, 100);
  await zhang.says("我下午过来");
  await world.wait(12 * minute);
  zhang.gets();
  return { world, zhang, li, number, opens: () => page.history(li.chat, 100) };
}

describe("villagers who are to be phoned", () => {
  it("are on a list once their page was not opened, and off it when the call went through", async () => {
    const { world, zhang, number } = await unread();
    await zhang.says(list);
    expect(zhang.hears().at(-1)).toContain(number);
    await zhang.presses(`${texts.buttons.phoned} ${number}`);
    expect(zhang.hears()).toEqual([texts.askHow(number)]);
    await zhang.presses(texts.ends.reached);
    expect(zhang.hears()).toEqual([texts.kept.reached(number)]);
    await zhang.says(list);
    expect(zhang.hears()).toEqual([texts.list([], false)]);
    expect(await acts(world)).toEqual(["phoned reached"]);
    await world.wait(20 * minute);
    expect(zhang.hears()).toEqual([]);
  });

  it("stay on it when nobody answered", async () => {
    const { world, zhang, number } = await unread();
    await zhang.says(`没打通${number}`);
    expect(zhang.hears()).toEqual([texts.kept.missed(number)]);
    await zhang.presses(list);
    expect(zhang.hears().at(-1)).toContain(number);
    expect(await acts(world)).toEqual(["phoned missed"]);
  });

  it("leave it with an appointment, which is noted for the others", async () => {
    const { world, zhang, li, number } = await unread();
    li.gets();
    await zhang.says(`约了${number}`);
    await zhang.says("明天上午九点，村委会");
    expect(zhang.hears()).toEqual([texts.kept.arranged(number), deskTexts.noted]);
    expect(await world.rows("notes")).toMatchObject([{ text: "明天上午九点，村委会" }]);
    expect(li.hears()).toEqual([]);
    await zhang.says(list);
    expect(zhang.hears()).toEqual([texts.list([], false)]);
  });

  it("leave it when they read the page", async () => {
    const { zhang, opens } = await unread();
    await opens();
    await zhang.says(list);
    expect(zhang.hears()).toEqual([texts.list([], false)]);
  });

  it("are counted in 今天 and in the morning", async () => {
    const { world, zhang } = await unread();
    await zhang.says("今天");
    expect(zhang.hears().at(-1)).toContain(texts.count(1));
    await world.wait(22 * 3_600_000);
    expect(zhang.hears().join()).toContain(texts.count(1));
    expect(briefTexts.brief).toBeDefined();
  });

  it("are nobody else's to strike off", async () => {
    const { world, number } = await unread();
    const wang = await world.staff("wang");
    await wang.says(`打通了${number}`);
    expect(wang.hears()).toEqual([deskTexts.refused("not-yours", number, "zhang")]);
    expect(await acts(world)).toEqual([]);
  });
});

describe("who asks to be called back", () => {
  const asked = async (residency: "open" | "cn" = "open") => {
    const world = await openWorld({ residency });
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("找民警");
    const number = await numberIn(world);
    return { world, zhang, li, number };
  };

  it("is on the list, with when they want it in their own words", async () => {
    const { zhang, li, number } = await asked();
    li.gets();
    await li.says(phone);
    await li.says("下午三点以后给我打");
    expect(li.hears()).toEqual([humanTexts.phoneNoted(number), humanTexts.whenNoted(number)]);
    await zhang.presses(desk.take);
    zhang.gets();
    await zhang.says(list);
    const [shown] = zhang.hears();
    expect(shown).toContain("下午三点以后给我打");
    expect(shown).not.toContain(phone);
  });

  it("may say both in one, or the time first", async () => {
    const { world, li, number } = await asked();
    li.gets();
    await li.says("晚上再打");
    expect(li.hears()).toEqual([`${humanTexts.whenNoted(number)}\n\n${humanTexts.askPhone}`]);
    await li.says(`${phone}，下午三点以后`);
    const [matter] = await world.rows("matters");
    expect(matter).toMatchObject({ phone });
    expect(matter!["note"]).toContain("晚上再打");
    expect(matter!["note"]).toContain("下午三点以后");
  });

  it("keeps their words from Telegram where that may not carry them", async () => {
    const { zhang, li } = await asked("cn");
    await li.says(`${phone}，下午三点以后打`);
    await zhang.presses(desk.take);
    zhang.gets();
    await zhang.says(list);
    expect(zhang.hears()[0]).not.toContain("三点");
  });
});

it.each(["下午三点以后给我打", "晚上七点再打电话", "明天上午给俺回个电话", "随时可以打给我"])(
  "“%s” tells when to call",
  (text) => expect(tellsWhenToCall(text)).toBe(true),
);

it.each(["派出所下午几点上班", "周末上班吗", "明天去办身份证", "晚上他又来打我", "下午"])(
  "“%s” does not",
  (text) => expect(tellsWhenToCall(text)).toBe(false),
);
