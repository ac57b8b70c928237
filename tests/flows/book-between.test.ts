import { afterAll, describe, expect, it } from "vitest";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { bookTexts as texts } from "../../src/texts/zh-cn/book.ts";
import { emergencyTexts } from "../../src/texts/zh-cn/emergency.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { reachStation } from "../../src/texts/zh-cn/station.ts";
import { realKnowledge } from "../support/real-knowledge.ts";
import { openWorld } from "../support/world.ts";

const knowledge = await realKnowledge();
await knowledge.warmUp();
afterAll(() => knowledge.close());

/** A booking that has come to the name. */
async function atName() {
  const world = await openWorld({ knowledge });
  const li = world.villager("li");
  await li.says("约周四上午九点换证");
  li.hears();
  return { world, li };
}

describe("something else in the middle of a booking", () => {
  it.each(["派出所养不养狗", "门口能停车不", "村里电线杆归谁管", "路远不远"])(
    "“%s”: whatever is said to it, no line is left without its buttons, and no name is made of it",
    async (words) => {
      const { li } = await atName();
      await li.says(words);
      const all = li.hears();
      expect(all.length).toBeGreaterThan(1);
      expect(all.join("\n")).not.toContain(askTexts.near);
      expect(all.at(-1)).toContain(emergencyTexts.goOn);
      expect(all.at(-1)).toContain(texts.askName);
      expect(li.choices()).toEqual([texts.skipName, texts.drop]);
    },
  );

  it.each(["孩子的事", "那个证"])(
    "“%s” asks nothing that is known: it is not guessed at",
    async (words) => {
      const { li } = await atName();
      await li.says(words);
      const all = li.hears();
      expect(all[0]).toBe(texts.notHeard);
      expect(all.at(-1)).toContain(texts.askName);
    },
  );

  it("who doubts us hears who we are, and the booking goes on", async () => {
    const { world, li } = await atName();
    await li.says("你是骗子吗");
    const all = li.hears();
    expect(all[0]).toBe(menuTexts.identity(reachStation(knowledge.station)));
    expect(all.at(-1)).toContain(texts.askName);
    await li.says("包音");
    await li.says("对");
    expect(await world.rows("appointments")).toMatchObject([{ name: "包音" }]);
  });
});
