import { expect, it, onTestFinished, vi } from "vitest";
import { invite } from "../../src/store/people.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { startBotApi, type BotApi } from "../support/bot-api/server.ts";
import { openOnTelegram } from "./station-on-telegram.ts";

const li = 1;
const zhang = 9;
const code = "zhangqwertyuiopasdfghjklz";

/** A villager and an officer in the middle of a talk. */
async function inTalk() {
  const api = await startBotApi();
  onTestFinished(() => api.stop());
  const station = await openOnTelegram(api);
  const { db, cipher } = station.store;
  const who = { id: "p1", role: "officer" as const, name: "张强", villages: [] };
  await invite(db, cipher, { ...who, code, at: station.clock.now() });
  api.user(zhang).says(`/start i_${code}`);
  await vi.waitFor(async () => expect(await db("people")).toHaveLength(1), 20_000);
  api.user(li).says("找民警");
  await hears(api, zhang, "编号");
  api.user(zhang).clicks(deskTexts.buttons.take);
  await hears(api, li, "张强");
  const [{ number }] = await db("matters").select("number");
  return { api, station, number: String(number) };
}

const hears = (api: BotApi, who: number, words: string): Promise<void> =>
  vi.waitFor(() => expect(api.user(who).hears().join("\n")).toContain(words), 20_000);

it.each<[string, (api: BotApi) => unknown]>([
  ["blocked the bot", (api) => (api.world.chats.get(li)!.state = "blocked")],
  ["gave the account up", (api) => api.user(li).leaves()],
  ["is nowhere to be found", (api) => api.world.chats.delete(li)],
])(
  "an officer whose villager %s hears to phone, and nothing is tried for ever",
  async (_, goes) => {
    const { api, station, number } = await inTalk();
    const { store, clock, app } = station;
    goes(api);
    api.user(zhang).says("我下午过来");
    await hears(api, zhang, deskTexts.notReached(number));
    expect(deskTexts.notReached(number)).toContain("打电话");
    const open = () => store.db("outbox").whereIn("status", ["ready", "sending"]);
    await vi.waitFor(async () => expect(await open()).toEqual([]), 20_000);
    const unreachable = await store.db("conversations").whereNotNull("unreachable_at");
    expect(unreachable).toHaveLength(1);
    const calls = api.counts.get("sendMessage")!;
    clock.pass(3_600_000);
    await app.settled();
    expect(api.counts.get("sendMessage")).toBe(calls);
  },
);

it("who opens the bot again is in the talk again", async () => {
  const { api, number } = await inTalk();
  api.world.chats.get(li)!.state = "blocked";
  api.user(zhang).says("在家吗");
  await hears(api, zhang, deskTexts.notReached(number));
  api.user(li).unblocks();
  api.user(li).says("刚才手机有问题");
  await hears(api, zhang, "刚才手机有问题");
  api.user(zhang).says("我下午过来");
  await hears(api, li, talkTexts.says("张强", "我下午过来"));
});
