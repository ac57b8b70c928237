import { expect, it, onTestFinished } from "vitest";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { cards } from "../../src/texts/zh-cn/emergency.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { entry, knowledgeOf } from "../web/fakes.ts";
import { openInside, words } from "./station-inside.ts";

it("a person who writes a hundred times a second holds up nobody, and is heard in danger", async () => {
  const limiter = new RateLimiterMemory({ points: 20, duration: 60 });
  const { app, store, channel, clock, records } = await openInside({
    knowledge: knowledgeOf([entry("replace")]),
    mayWrite: (person) =>
      limiter.consume(person).then(
        () => true,
        () => false,
      ),
  });
  await app.begin();
  onTestFinished(async () => {
    await app.stop();
    await store.close();
  });
  let key = 0;
  const say = (chat: string, text: string) => app.receive([words(chat, key++, text, clock.now())]);
  for (let second = 0; second < 5; second++) {
    const spam = Array.from({ length: 100 }, (_, n) => say("spammer", `广告${second * 100 + n}`));
    await Promise.all([...spam, say(`villager ${second}`, "身份证丢了怎么补")]);
    clock.pass(1_000);
  }
  await say("spammer", "我家着火了，快来人");
  await app.settled();
  for (let second = 0; second < 5; second++)
    expect(channel.texts(`villager ${second}`)[0]).toContain("四十元");
  const heard = channel.texts("spammer");
  expect(heard.filter((text) => text === menuTexts.tooFast)).toHaveLength(1);
  expect(heard.some((text) => text.includes(cards.fire_accident.first))).toBe(true);
  expect(records.filter(({ chat }) => chat === "spammer")).toHaveLength(21);
  clock.pass(60_000);
  await say("spammer", "还有广告");
  expect(channel.texts("spammer").filter((text) => text === menuTexts.tooFast)).toHaveLength(2);
});
