import { describe, expect, it, vi } from "vitest";
import { webChat } from "../../src/channels/webchat.ts";
import { webLog } from "../../src/store/web-log.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { openWorld, type World } from "../support/world.ts";

const { buttons: desk } = deskTexts;
const minute = 60_000;
const phone = "13800138000";

/** When what stands on pages was shown. */
const seenOf = async (world: World): Promise<unknown[]> =>
  (await world.store.db("web_log").whereNotNull("outbox").select("seen_at")).map(
    (row) => row.seen_at,
  );

/** A villager at a page that is opened only now and then, and an officer on Telegram. */
async function atPage(residency: "open" | "cn" = "open") {
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
  await li.says("找民警");
  await li.says(phone);
  const number = String((await world.rows("matters"))[0]!["number"]);
  await zhang.presses(desk.take);
  const opens = () => page.history(li.chat, 100);
  await opens();
  zhang.gets();
  return { world, zhang, li, number, opens, page };
}

describe("words that no page has shown", () => {
  it("make their officer call, once, after ten minutes", async () => {
    const { world, zhang, number } = await atPage();
    await zhang.says("我下午过来");
    await world.wait(9 * minute);
    expect(zhang.hears()).toEqual([]);
    await world.wait(2 * minute);
    const told = deskTexts.unseen(number, phone);
    expect(told).not.toContain(phone);
    expect(zhang.hears()).toEqual([told]);
    await zhang.says("在吗");
    await world.wait(15 * minute);
    expect(zhang.hears()).toEqual([]);
    await zhang.presses(desk.unmask);
    await zhang.presses(deskTexts.reasons["call-back"]);
    expect(zhang.hears().at(-1)).toBe(deskTexts.phone(number, phone));
  });

  it("are none where the page was opened, or listens", async () => {
    const { world, zhang, li, opens, page } = await atPage();
    await zhang.says("我下午过来");
    await opens();
    await world.wait(15 * minute);
    expect(zhang.hears()).toEqual([]);
    await zhang.says("带上户口本");
    const gone = new AbortController();
    const last = talkTexts.says("zhang", "带上户口本");
    const events = page.events(li.chat, 0, gone.signal);
    for (let shown = await events.next(); !shown.done; shown = await events.next())
      if (shown.value.type === "bubble" && shown.value.text === last) break;
    // The page asks for what comes next: it has had all before.
    const next = events.next();
    await vi.waitFor(async () => expect(await seenOf(world)).not.toContain(null), 20_000);
    gone.abort();
    await next;
    await world.wait(15 * minute);
    expect(zhang.hears()).toEqual([]);
  });

  it("are told of without the number where Telegram must not carry it", async () => {
    const { world, zhang, number } = await atPage("cn");
    await zhang.says("我下午过来");
    await world.wait(11 * minute);
    expect(zhang.hears()).toEqual([deskTexts.unseen(number, null)]);
  });
});
