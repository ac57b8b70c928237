import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { triage, warmUp } from "../../../src/understanding/emergency/triage.ts";

describe("a danger is read", () => {
  it.each([
    ["着火了", "fire_accident", "119"],
    ["我爸晕倒了叫不醒", "fire_accident", "120"],
    ["两车撞上了里头卡着人", "fire_accident", "122"],
    ["我喝了农药", "self_harm", "110"],
    ["孩子把农药当水喝了", "fire_accident", "120"],
    ["他正拿刀追我", "violence", "110"],
    ["刚被他打完 现在还堵着门不让我走", "violence", "110"],
    ["刚给骗子转了三万", "fraud_in_progress", "110"],
    ["让我开着共享屏幕 钱正往外走", "fraud_in_progress", "110"],
    ["孩子走丢了 快帮忙找找", "missing_person", "110"],
    ["有人撬我家门", "crime_in_progress", "110"],
    ["看见两个生人往界河那边跑", "border_security", "110"],
    ["洪水进屋了 老人还在炕上", "disaster", "119"],
  ] as const)("%s: %s, %s first", (text, of, first) => {
    const reading = triage(text);
    expect(reading?.class).toBe(of);
    expect(reading?.hotlines[0]).toBe(first);
  });

  it.each(["救\u200b命", "救.命", "救 命", "救❤️命", "救救救命啊", "jiuming", "就命啊"])(
    "through a trick: %s",
    (text) => {
      expect(triage(text)).not.toBeNull();
    },
  );

  it.each([
    ["家裡著火了快來", "fire_accident"],
    ["我想 自.杀", "self_harm"],
    ["我要紫砂了", "self_harm"],
    ["我不想火了", "self_harm"],
    ["俺家找火了快来人", "fire_accident"],
    ["我被片了三千块钱咋整啊刚才的事", "fraud_in_progress"],
    ["他 要 杀 我 快 来", "violence"],
  ])("through a misspelling or an older script: %s", (text, of) => {
    expect(triage(text)?.class).toBe(of);
  });

  it("asks first where distress has no words for itself", () => {
    for (const text of ["😭🔪", "活着没意思", "我完了"])
      expect(triage(text)?.strength).toBe("unclear");
  });

  it("calls an officer only for what is clear", () => {
    expect(triage("着火了快来人")?.strength).toBe("alert");
    expect(triage("我在桥上不想活了")?.strength).toBe("alert");
  });
});

describe("no danger is read", () => {
  it.each([
    "笑死了",
    "累死我了",
    "想死你了",
    "今天热死了 忙死",
    "杀猪的来了没",
    "打药几月份好",
    "烧炕用啥煤",
    "晚霞像着火了似的",
    "去年我家着火 户口本烧了咋补",
    "昨晚梦见着火了",
    "电影里那个杀人犯抓住没",
    "消防演练几点",
    "要是着火了打啥",
    "打人判几年",
    "砍人算不算犯法",
    "已经救出来了,谢谢",
    "孩子拿手表误打了110 会不会处罚",
    "我前夫以前老打我，现在离了三年没来往了，孩子改姓用他同意吗",
    "钱转错了 转给我同学了咋弄回来",
    "身份证丢了",
    "羊价跌死了没法活了",
    "他让我转账 我没转 是不是骗子",
    "您好，您的账户异常，请点击链接认证",
    "身份证多少钱",
    "",
    "。。。",
    "👍",
  ])("%s", (text) => {
    expect(triage(text)).toBeNull();
  });
});

describe("whatever is written", { timeout: 30_000 }, () => {
  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(() => triage(text)).not.toThrow();
      }),
    );
  });

  it.each([
    ["brackets", "(".repeat(10_000)],
    ["one character", "啊".repeat(1_000_000)],
    ["words of danger", "着火了 他打我 ".repeat(100_000)],
    ["older script", "著火後讓鄰".repeat(100_000)],
  ])("is read to an end: %s", (_name, text) => {
    expect(() => triage(text)).not.toThrow();
  });
});

describe("warming up", () => {
  it("changes nothing", () => {
    const before = triage("有人撬我家门");
    warmUp();
    expect(triage("有人撬我家门")).toEqual(before);
  });
});

describe("a nod to what was offered", () => {
  it.each(["对，就这么着", "对 就这么定了", "行，那就这么办吧", "中 就这个点"])(
    "“%s” is no danger",
    (said) => {
      expect(triage(said)).toBeNull();
    },
  );
});
