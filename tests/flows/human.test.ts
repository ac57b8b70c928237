import { describe, expect, it } from "vitest";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { hazardTexts } from "../../src/texts/zh-cn/hazard.ts";
import { humanTexts } from "../../src/texts/zh-cn/human.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { reachStation } from "../../src/texts/zh-cn/station.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { smallStation } from "../support/small-knowledge.ts";
import { openWorld } from "../support/world.ts";

const reach = reachStation(smallStation);
const nobody = talkTexts.watch({ is: "nobody" });
const noted = (number: string) => humanTexts.noted(number, nobody, reach);
const asked = (number: string) => `${noted(number)}\n\n${humanTexts.askPhone}`;

describe("找民警", () => {
  it("is written down with a number, and never claims that somebody was reached", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("找民警");
    const [text] = li.hears();
    expect(text).toBe(asked("100001"));
    expect(text).toContain("110");
    expect(text).toContain(smallStation.phone);
    expect(text).not.toMatch(/已转|转接成功|马上有民警|正在联系/);
    expect(await world.rows("matters")).toMatchObject([
      { number: "100001", kind: "callback", status: "open", note: "", phone: null },
    ]);
  });

  it("works in every state", async () => {
    const world = await openWorld();
    const before: Record<string, (li: ReturnType<typeof world.villager>) => Promise<unknown>> = {
      menu: (li) => li.says("/start"),
      answered: (li) => li.says("身份证丢了"),
      choosing: (li) => li.says("有个证的事"),
      telling: (li) => li.says(buttons.report),
      phone: (li) => li.says("人工"),
      where: (li) => li.says("着火了快来人"),
      which: (li) => li.says(buttons.urgent),
      privacy: (li) => li.says("隐私"),
    };
    for (const [state, leadTo] of Object.entries(before)) {
      const li = world.villager(state);
      await leadTo(li);
      li.hears();
      await li.says("我要找民警");
      expect(li.hears()[0], state).toMatch(/^您找民警的事记下了/);
    }
    expect(await world.rows("matters")).toHaveLength(Object.keys(before).length + 1);
  });

  it("keeps what was said about it, in the villager's own words", async () => {
    const world = await openWorld();
    await world.villager("li").says("我想让驻村民警来我家一趟，找民警说说占地的事");
    const [matter] = await world.rows("matters");
    expect(matter).toMatchObject({ kind: "callback" });
    expect(matter!["note"]).toContain("占地的事");
  });

  it("notes a phone number, sealed", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("找民警");
    li.hears();
    await li.says("我电话 151 4701 2345");
    expect(li.hears()).toEqual([humanTexts.phoneNoted("100001")]);
    expect(await world.rows("matters")).toMatchObject([{ phone: "15147012345" }]);
    expect(JSON.stringify(await world.store.db("matters").select("*"))).not.toContain("1514701");
  });

  it("takes no phone from somebody who keeps it, and the matter stays", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("找民警");
    li.hears();
    await li.presses(buttons.skipPhone);
    expect(li.hears()).toEqual([humanTexts.noPhone]);
    await li.says("15147012345");
    expect(await world.rows("matters")).toMatchObject([{ phone: null }]);
  });

  it("answers another question in between", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("找民警");
    li.hears();
    await li.says("身份证丢了");
    expect(li.hears()[0]).toContain("挂失");
  });

  it("never mixes up two people's matters", async () => {
    const world = await openWorld();
    const [li, wang] = [world.villager("li"), world.villager("wang")];
    await li.says("找民警");
    await wang.says("找民警");
    await wang.says("15847099999");
    expect(await world.rows("matters")).toMatchObject([
      { number: "100001", phone: null },
      { number: "100002", phone: "15847099999" },
    ]);
  });

  it("asks for no phone on Telegram in mainland China, and shows the page instead", async () => {
    const pageUrl = "https://sanwu.example.cn";
    const world = await openWorld({ residency: "cn", pageUrl });
    const li = world.villager("li", { channel: "telegram" });
    await li.says("找民警");
    expect(li.hears()[0]).toBe(`${noted("100001")}\n\n${humanTexts.phoneOnPage(pageUrl)}`);
    await li.says("15147012345");
    expect(await world.rows("matters")).toMatchObject([{ phone: null }]);
  });

  it("tells the number that is kept, also when one thought came in two pieces", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("我想让驻村民警来我家一趟，找民警说说占地的事");
    await li.adds("最好明天上午来");
    const [matter, ...more] = await world.rows("matters");
    expect(more).toEqual([]);
    expect(li.sees()).toHaveLength(1);
    expect(li.sees()[0]).toContain(String(matter!["number"]));
    expect(matter!["note"]).toContain("最好明天上午来");
  });

  it("gives another number when the first is taken", async () => {
    const world = await openWorld({ numbers: ["555555", "555555", "666666"] });
    await world.villager("li").says("找民警");
    await world.villager("wang").says("找民警");
    expect((await world.rows("matters")).map(({ number }) => number)).toEqual(["555555", "666666"]);
  });
});

describe("反映问题", () => {
  it("asks for the story and the place, shows what will be written, and writes it down", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(buttons.report);
    expect(li.hears()).toEqual([humanTexts.report]);
    await li.says("东头的路灯坏了好几天，我电话15147012345");
    expect(await world.rows("matters")).toEqual([]);
    while (li.choices().includes(hazardTexts.skip)) await li.presses(hazardTexts.skip);
    await li.presses(hazardTexts.save);
    const [matter] = await world.rows("matters");
    expect(li.hears().at(-1)).toContain(String(matter!["number"]));
    expect(matter).toMatchObject({ kind: "hazard", status: "open" });
    expect(matter!["note"]).toContain("东头的路灯坏了好几天");
    expect(matter!["note"]).not.toContain("15147012345");
  });

  it("keeps nothing that names whoever gives no name", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(buttons.report);
    await li.says("后山有人挖药材，一天好几拨");
    while (li.choices().includes(hazardTexts.skip)) await li.presses(hazardTexts.skip);
    await li.presses(hazardTexts.nameless);
    expect(await world.rows("matters")).toMatchObject([
      { kind: "tip", conversation: null, phone: null },
    ]);
    const said = await world.rows("inbox");
    expect(said.filter(({ body }) => String(body).includes("药材"))).toEqual([]);
  });

  it("can be left without a word", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("我要举报");
    await li.presses(buttons.back);
    await li.says("身份证丢了");
    expect(await world.rows("matters")).toEqual([]);
  });
});

describe("a wish that this version cannot grant", () => {
  it("for a seat is answered honestly, with the way to the station", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("我想约明天下午去派出所");
    expect(li.hears()).toEqual([menuTexts.book(reach)]);
  });

  it("for news of one's own matter names it, and what to do", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("我上回报的那个事办得咋样了");
    expect(li.hears()).toEqual([talkTexts.status([], reach)]);
    await li.says("找民警");
    await li.says("我上回报的那个事办得咋样了");
    const [matter] = await world.rows("matters");
    expect(li.hears().at(-1)).toBe(
      talkTexts.status(
        [{ id: "", number: String(matter!["number"]), status: "open", owner: null }],
        reach,
      ),
    );
  });
});
