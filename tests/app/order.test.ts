import { describe, expect, it } from "vitest";
import type { Incoming } from "../../src/domain/message.ts";
import { noPatience } from "../../src/app/hear.ts";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { birth, replaceCard, smallKnowledge } from "../support/small-knowledge.ts";
import { words } from "../support/villager.ts";
import { openWorld } from "../support/world.ts";

const lost = askTexts.answer(replaceCard);
const born = askTexts.answer(birth);

describe("many at once", () => {
  it("are each answered in the order of their own words", async () => {
    const world = await openWorld({ patience: noPatience });
    const people = Array.from({ length: 40 }, (_, i) => world.villager(`p${i}`));
    const updates: Incoming[] = [];
    for (let round = 0; round < 5; round++)
      for (const person of people)
        updates.push(person.update(words(round % 2 === 0 ? "身份证丢了" : "上户口")));
    // Some in one call, some each in a call of its own, none waited for.
    const first = world.app.receive(updates.slice(0, 100));
    const rest = updates.slice(100).map((update) => world.app.receive([update]));
    const receipts = (await Promise.all([first, ...rest])).flat();
    expect(receipts.every((receipt) => receipt.ok && !receipt.repeat)).toBe(true);
    await world.app.settled();
    for (const person of people) expect(person.hears()).toEqual([lost, born, lost, born, lost]);
  });

  it("danger and taps do not overtake the words before them", async () => {
    const world = await openWorld({ patience: noPatience });
    const li = world.villager("li");
    const calls = ["身份证丢了", "我家着火了快来人", "上户口"].map((said) =>
      world.app.receive([li.update(words(said))]),
    );
    await Promise.all(calls);
    await world.app.settled();
    expect(
      (await world.rows("inbox")).map(({ body }) => JSON.parse(String(body)).content.text),
    ).toEqual(["身份证丢了", "我家着火了快来人", "上户口"]);
  });
});

describe("a message that breaks us", () => {
  it("is laid aside after three tries with a word of regret; its neighbours are answered", async () => {
    const knowledge = smallKnowledge();
    const world = await openWorld({ knowledge });
    const people = ["li", "wang", "zhao"].map((name) => world.villager(name));
    const [li, wang, zhao] = people;
    knowledge.breakOn("炸");
    await world.app.receive([
      li!.update(words("身份证丢了")),
      wang!.update(words("问个炸的事")),
      zhao!.update(words("上户口")),
    ]);
    await world.app.settled();
    expect(li!.hears()).toEqual([lost]);
    expect(wang!.hears()).toEqual([menuTexts.trouble]);
    expect(zhao!.hears()).toEqual([born]);
    expect((await world.rows("inbox")).map(({ status, tries }) => [status, tries])).toEqual([
      ["done", 0],
      ["dead", 3],
      ["done", 0],
    ]);
    expect(world.records.map(({ outcome }) => outcome)).toEqual(["answered", "dead", "answered"]);
  });

  it("is kept, and the person can go on", async () => {
    const knowledge = smallKnowledge();
    const world = await openWorld({ knowledge });
    const li = world.villager("li");
    knowledge.breakOn("炸");
    await li.says("问个炸的事");
    knowledge.mend();
    await li.says("身份证丢了");
    expect(li.hears()).toEqual([menuTexts.trouble, lost]);
    expect(await world.dump()).toContain("问个炸的事");
  });

  it("tells whose it was, so that whoever waits for it is not left waiting", async () => {
    const knowledge = smallKnowledge();
    const world = await openWorld({ knowledge });
    knowledge.breakOn("炸");
    const li = world.villager("li");
    await li.says("问个炸的事");
    expect(world.records).toMatchObject([{ chat: li.chat, outcome: "dead" }]);
  });

  it("does not leave half of its turn behind", async () => {
    const knowledge = smallKnowledge();
    const world = await openWorld({ knowledge });
    knowledge.breakOn("炸");
    await world.villager("li").says("问个炸的事");
    expect(await world.rows("questions")).toEqual([]);
    expect(await world.rows("outbox")).toHaveLength(1);
  });
});

describe("writing too fast", () => {
  it("is told once a minute, with a number; nothing of it is kept", async () => {
    const world = await openWorld({ mayWrite: () => Promise.resolve(false) });
    const li = world.villager("li");
    expect(await li.says("身份证丢了")).toEqual({ ok: false, why: "too-fast" });
    await li.adds("身份证丢了啊");
    expect(li.hears()).toEqual([menuTexts.tooFast]);
    expect(menuTexts.tooFast).toContain("110");
    expect(await world.rows("inbox")).toEqual([]);
    await world.wait(60_000);
    await li.says("上户口");
    expect(li.hears()).toEqual([menuTexts.tooFast]);
  });

  it("never stops danger or a tap", async () => {
    let may = true;
    const world = await openWorld({ mayWrite: () => Promise.resolve(may) });
    const li = world.villager("li");
    await li.says("有个证的事");
    may = false;
    li.gets();
    await li.says("我家着火了快来人");
    expect(li.gets()[0]).toMatchObject({ kind: "safety" });
    await li.presses(replaceCard.title);
    expect(li.hears()).toEqual([lost]);
  });

  it("is counted for each person alone", async () => {
    const asked: string[] = [];
    const mayWrite = (person: string) => Promise.resolve(asked.push(person) > 0);
    const world = await openWorld({ mayWrite });
    await world.villager("li").says("上户口");
    await world.villager("li", { channel: "telegram" }).says("上户口");
    await world.villager("wang").says("上户口");
    expect(new Set(asked).size).toBe(3);
  });
});
