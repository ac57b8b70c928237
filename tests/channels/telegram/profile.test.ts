import { expect, it } from "vitest";
import { telegramTexts } from "../../../src/texts/zh-cn/telegram.ts";
import { commandIn } from "../../../src/understanding/command.ts";
import { bots, connected, soon } from "./connected.ts";

it("shows its commands and what it is for", async () => {
  const api = await bots();
  await connected(api);
  await soon(() => expect(api.world.descriptions.short).toBe(telegramTexts.shortDescription));
  expect(api.world.commands).toEqual(telegramTexts.commands);
  expect(api.world.commands.length).toBeLessThanOrEqual(8);
  expect(api.world.descriptions.long).toBe(telegramTexts.description);
});

it("sets later what failed, and works meanwhile", async () => {
  const api = await bots();
  api.faults.next("setMyCommands", { kind: "status", code: 429, retryAfter: 1 }, 2);
  api.faults.next("setMyDescription", { kind: "drop" });
  const station = await connected(api);
  api.user(5).says("一");
  await soon(() => expect(station.box.texts()).toEqual(["一"]));
  await soon(() => expect(api.world.commands).toEqual(telegramTexts.commands));
  await soon(() => expect(api.world.descriptions.long).toBe(telegramTexts.description));
  expect(api.counts.get("setMyCommands")).toBe(3);
  expect(api.counts.get("setMyShortDescription")).toBe(1);
});

it.each([
  ...telegramTexts.keys.flat(),
  ...telegramTexts.commands.map(({ command }) => `/${command}`),
])("offers nothing that is not understood: %s", (words) => {
  expect(commandIn(words)).not.toBeNull();
});
