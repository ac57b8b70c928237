import { describe, expect, it } from "vitest";
import { emergencyClasses } from "../../src/domain/sets.ts";
import { safetyCard } from "../../src/flows/emergency.ts";
import { read } from "../../src/understanding/read.ts";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { cards, emergencyTexts as texts } from "../../src/texts/zh-cn/emergency.ts";
import { checkTexts } from "../../src/texts/zh-cn/check.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { replaceCard } from "../support/small-knowledge.ts";
import { despair, fire, knife } from "../support/said.ts";
import { openWorld } from "../support/world.ts";

/** The whole first message to a danger that is told in words, for dangers with a place. */
const cardFor = (said: string) =>
  safetyCard(read(said).emergency!, [talkTexts.alarmWatch({ is: "nobody" }), texts.where]).text;

describe("danger", () => {
  it("gets the card, the truth and the only question in one; an officer finds a row", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(fire);
    const [card, ...more] = li.gets();
    expect(card).toMatchObject({ kind: "safety", text: cardFor(fire) });
    expect(card!.text.split("\n")[0]).toContain("119");
    expect(card!.calls[0]).toBe("119");
    expect(more).toEqual([]);
    expect(await world.rows("alerts")).toMatchObject([
      { class: "fire_accident", words: fire, status: "waiting" },
    ]);
  });

  it("comes before whatever was being done, in every state", async () => {
    const world = await openWorld();
    const before: Record<string, (li: ReturnType<typeof world.villager>) => Promise<unknown>> = {
      nothing: () => Promise.resolve(),
      menu: (li) => li.says("/start"),
      answered: (li) => li.says("身份证丢了"),
      choosing: (li) => li.says("有个证的事"),
      telling: (li) => li.says(buttons.report),
      phone: (li) => li.says("找民警"),
      where: (li) => li.says(fire),
      which: (li) => li.says(buttons.urgent),
      erase: (li) => li.says("删除我的信息"),
    };
    for (const [state, leadTo] of Object.entries(before)) {
      const li = world.villager(state);
      await leadTo(li);
      li.gets();
      await li.says(knife);
      const [card] = li.gets();
      expect(card, state).toMatchObject({ kind: "safety", text: cardFor(knife) });
      expect(card!.text.split("\n")[0], state).toContain("110");
    }
    const violent = (await world.rows("alerts")).filter((row) => row["class"] === "violence");
    expect(violent).toHaveLength(Object.keys(before).length);
  });

  it.each(emergencyClasses)("%s: the card names the number first, and fits a glance", (name) => {
    for (const hotline of ["110", "119", "120"] as const) {
      const card = safetyCard({ class: name, hotlines: [hotline], strength: "alert" });
      const [first, ...steps] = card.text.split("\n");
      expect(/\d{3,5}/.exec(first!)?.[0]).toBe(hotline);
      expect(first!.length).toBeLessThanOrEqual(60);
      expect(steps.length).toBeLessThanOrEqual(3);
      expect(card.choices.map(({ label }) => label)).toEqual([buttons.falseAlarm]);
    }
    expect(cards[name].first).toMatch(/1(10|19|20|22)/);
  });

  it("asks where, and the place joins what the officer sees", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(fire);
    li.hears();
    await li.says("前进村东头第三家");
    expect(li.hears()).toEqual([texts.whereNoted]);
    expect(await world.rows("alerts")).toMatchObject([{ words: `${fire}\n前进村东头第三家` }]);
  });

  it("asks only once, and then answers as usual", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(fire);
    await li.says("前进村东头");
    li.hears();
    await li.says("身份证丢了");
    expect(li.hears()[0]).toContain("挂失");
  });

  it("keeps the place of one person out of another's alert", async () => {
    const world = await openWorld();
    const [li, wang] = [world.villager("li"), world.villager("wang")];
    await li.says(fire);
    await wang.says(knife);
    await li.says("东头");
    await wang.says("西头");
    expect((await world.rows("alerts")).map(({ words }) => words)).toEqual([
      `${fire}\n东头`,
      `${knife}\n西头`,
    ]);
  });

  it("that was a false alarm ends in one tap; the row stays for the officer", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(fire);
    li.hears();
    await li.presses(buttons.falseAlarm);
    expect(li.hears()).toEqual([texts.falseAlarm]);
    expect(await world.rows("alerts")).toHaveLength(1);
    await li.says("身份证丢了");
    expect(li.hears()[0]).toContain("挂失");
  });

  it("said in one breath twice shows one card", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(fire);
    await li.adds(fire);
    await li.adds("快点啊");
    expect(li.screen().filter(({ shows }) => shows.kind === "safety")).toHaveLength(1);
    expect(await world.rows("alerts")).toMatchObject([{ words: `${fire}\n${fire}\n快点啊` }]);
  });

  it("said again later is heard again", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(fire);
    await li.says(fire);
    expect(li.gets().filter(({ kind }) => kind === "safety")).toHaveLength(2);
  });

  it("in a second piece gets its card at once, which is never replaced", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    await li.says("俺家着");
    await li.adds("火了");
    await li.adds("前进村的");
    const safety = li.screen().filter(({ shows }) => shows.kind === "safety");
    expect(safety.map(({ shows }) => shows.text)).toEqual([cardFor("俺家着火了")]);
    expect(li.screen().at(-1)!.shows.kind).toBe("safety");
    expect(safety[0]!.shows.replaces).toBeNull();
    expect(await world.rows("alerts")).toHaveLength(1);
  });

  it("that grows from despair to the act gets the full card, though a card was shown", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(despair);
    await li.adds("我把农药喝了");
    const shown = li.screen().filter(({ shows }) => shows.kind === "safety");
    expect(shown.map(({ shows }) => shows.text)).toEqual([
      texts.unclear,
      safetyCard(read(`${despair}\n我把农药喝了`).emergency!, [
        talkTexts.alarmWatch({ is: "nobody" }),
      ]).text,
    ]);
    expect(await world.rows("alerts")).toMatchObject([{ class: "self_harm" }]);
  });
});

describe("distress without a clear danger", () => {
  it("is met with a number and three ways on, and nobody is called yet", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(despair);
    expect(li.gets()).toMatchObject([{ kind: "safety", text: texts.unclear }]);
    expect(li.choices()).toEqual([buttons.inDanger, buttons.wantToTalk, buttons.amSafe]);
    expect(await world.rows("alerts")).toEqual([]);
  });

  it.each([
    [buttons.wantToTalk, texts.talk, ["self_harm"]],
    [buttons.amSafe, texts.safe, []],
    [buttons.inDanger, texts.urgent, []],
  ])("“%s”", async (label, text, alerts) => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(despair);
    li.hears();
    await li.presses(label);
    expect(li.hears()).toEqual([text]);
    expect((await world.rows("alerts")).map((row) => row["class"])).toEqual(alerts);
  });
});

describe("我有急事", () => {
  it.each(emergencyClasses)("leads to the card of %s in two taps", async (name) => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(buttons.urgent);
    expect(li.gets()).toMatchObject([{ kind: "safety", text: texts.urgent }]);
    await li.presses(texts.classNames[name]);
    const [card] = li.gets();
    expect(card).toMatchObject({ kind: "safety" });
    expect(card!.text).toContain(cards[name].first);
    // Money that is gone is a matter at once, with a sheet to fill.
    if (name === "fraud_in_progress")
      expect(await world.rows("matters")).toMatchObject([{ danger: name, level: "alarm" }]);
    else expect(await world.rows("alerts")).toMatchObject([{ class: name }]);
  });

  it("takes words instead of a tap", async () => {
    const li = (await openWorld()).villager("li");
    await li.says(buttons.urgent);
    li.gets();
    await li.says(knife);
    expect(li.gets()[0]).toMatchObject({ text: cardFor(knife) });
  });
});

describe("forwarded words are evidence", () => {
  const looked = (text: string): string =>
    Object.values(checkTexts.verdicts).some((verdict) => text.startsWith(verdict))
      ? "checked"
      : text;

  it("danger in them shows the card, and calls nobody", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    await li.says(fire, { forwarded: true });
    expect(li.gets()[0]).toMatchObject({ kind: "safety" });
    expect(await world.rows("alerts")).toEqual([]);
    expect(world.records[0]!.reading!.emergency!.strength).toBe("card");
  });

  it("they take no answer away that was given in the same breath", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    await li.says("身份证丢了");
    await li.adds("点这个链接领钱", { forwarded: true });
    await li.says(fire);
    await li.adds("点这个链接领钱", { forwarded: true });
    expect(
      li
        .sees()
        .filter((text) => text !== menuTexts.notice)
        .map(looked),
    ).toEqual([askTexts.answer(replaceCard), "checked", cardFor(fire), "checked"]);
    expect(await world.rows("alerts")).toMatchObject([{ words: fire }]);
  });

  it.each(["找民警", "删除我的信息", "2", "/start", buttons.urgent, "帮我转人工客服处理退款"])(
    "“%s” is no command and opens nothing",
    async (said) => {
      const world = await openWorld();
      const li = world.villager("li", { channel: "telegram" });
      await li.says("有个证的事");
      li.hears();
      await li.says(said, { forwarded: true });
      expect(li.hears().map(looked)).toEqual(["checked"]);
      expect(await world.rows("matters")).toEqual([]);
      await li.says("1");
      expect(li.hears()).toHaveLength(1);
    },
  );

  it("they are nobody's place and nobody's phone number", async () => {
    const world = await openWorld();
    const [li, wang] = ["li", "wang"].map((name) => world.villager(name, { channel: "telegram" }));
    await li!.says(fire);
    await li!.says("西头老王家", { forwarded: true });
    await wang!.says("找民警");
    await wang!.says("客服电话15147012345", { forwarded: true });
    expect(await world.rows("alerts")).toMatchObject([{ words: fire }]);
    expect(await world.rows("matters")).toMatchObject([{ phone: null }]);
  });

  it("they do not become one's own by a comment in the same breath", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    await li.says(fire, { forwarded: true });
    await li.adds("这是真的吗");
    expect(await world.rows("alerts")).toEqual([]);
  });

  it("they may be what is reported", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    await li.says(buttons.report);
    await li.says("村东头路灯坏了好几天", { forwarded: true });
    await li.says("确定");
    expect(String((await world.rows("matters"))[0]!["note"])).toContain("路灯坏了好几天");
  });
});
