import { describe, expect, it } from "vitest";
import type { HazardKind } from "../../src/domain/hazard.ts";
import { hazardTexts as texts } from "../../src/texts/zh-cn/hazard.ts";
import { hazardKindOf } from "../../src/understanding/hazard.ts";
import { talk } from "../support/dispute-talk.ts";

describe("a hazard is taken in", () => {
  it("with place and time, and stored only after 确定", () => {
    const li = talk({}, true);
    li.says("村东头桥栏杆断了一截");
    expect(li.hears()).toContain(texts.ask("since"));
    li.presses("这几天");
    expect(li.hears()).toContain("我要这样写下来");
    expect(li.opened()).toEqual([]);
    li.presses(texts.save);
    expect(li.opened()).toMatchObject([{ kind: "hazard", phone: null }]);
    expect(li.hears()).toContain("100001");
  });

  it("somebody's doing is a tip, and may go without a name", () => {
    const li = talk({}, true);
    li.says("前进村北边夜里有人挖黄芪，好几天了，我电话15147012345，别说是我说的");
    expect(li.hears()).toContain("我要这样写下来");
    li.presses(texts.nameless);
    expect(li.opened()).toMatchObject([{ kind: "tip", phone: null, village: "前进村" }]);
  });

  it("is corrected, left and waits as a dispute is", () => {
    const li = talk({}, true);
    li.says("路口井盖丢了");
    li.says("身份证丢了咋补");
    expect(li.passed()).toBe(true);
    li.says("不知道");
    li.says("不是路口，是学校门口");
    expect(li.hears()).toContain("学校门口");
    li.says("算了不报了");
    expect(li.opened()).toEqual([]);
    expect(li.hears()).toBe(texts.dropped);
  });

  it.each<[string, HazardKind]>([
    ["东头那段路塌了个大坑", "road"],
    ["有人在河套烧荒", "fire"],
    ["一群牛天天趴公路上没人管", "livestock"],
    ["草原上一伙人拿镐挖防风", "herb-digging"],
    ["夜里有人偷地里的苞米", "stolen-produce"],
    ["有个陌生面包车在村里转悠", "suspicious-people"],
    ["场院那想装个探头", "camera-wish"],
    ["有人往河里倒垃圾", "other"],
  ])("“%s” is %s", (text, kind) => {
    expect(hazardKindOf(text)).toBe(kind);
  });
});
