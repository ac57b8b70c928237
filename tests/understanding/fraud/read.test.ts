import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FraudVoice } from "../../../src/domain/fraud.ts";
import type { FraudCategory, FraudLevel } from "../../../src/domain/sets.ts";
import { readFraud } from "../../../src/understanding/fraud/read.ts";
import { read } from "../../../src/understanding/read.ts";

/** None: nothing may be found. */
const said: [FraudVoice | "none", FraudLevel | null, FraudCategory | null, string][] = [
  [
    "text",
    "中危",
    "刷单返利类",
    "招聘在家手机兼职,给商家点赞收藏,一单五元日结,先垫付后返还本金加佣金,加微信领任务",
  ],
  [
    "text",
    "中危",
    "虚假网络投资理财类",
    "内部消息,周一有只股票必涨停,跟着王老师操作稳赚不赔,扫码进群领代码",
  ],
  ["text", "中危", "虚假购物、服务类", "羊草大量现货,一吨五百送到家,先转定金两千,装车给你发视频"],
  ["text", "中危", "冒充电商物流客服类", "您好,您的快递在运输中丢失,请添加理赔客服QQ办理三倍赔付"],
  ["text", "中危", "虚假征信类", "您名下的校园贷账户未注销,将影响个人征信,请联系专员办理清除"],
  ["text", "中危", "贷款、代办信用卡类", "无抵押贷款,不看征信,当天放款20万,先交998元手续费"],
  [
    "text",
    "中危",
    "冒充公检法及政府机关类",
    "我是公安局民警,你涉嫌洗钱,请把钱转到安全账户接受核查,不许告诉家人",
  ],
  [
    "text",
    "中危",
    "冒充领导、熟人类",
    "小王,我是镇长,这是我新号,我在开会不方便接电话,先帮我转五万给我朋友",
  ],
  ["text", "中危", "网络游戏产品虚假交易类", "免费领取王者荣耀皮肤,加QQ群回复领取,用家长手机扫码"],
  ["text", "中危", "网络婚恋、交友类", "宝贝,我想去看你,就是差两千路费,你先转给我好不好"],
  [
    "text",
    "中危",
    "冒充军警购物类",
    "我是部队司务长,要订三十只羊,另外帮我们向厂家代买一批床垫,货款你先垫一下",
  ],
  ["text", "中危", "网黑案件", "你裸聊的视频我录下来了,不给八千就发给你通讯录里所有人"],
  ["tale", "中危", "冒充电商物流客服类", "有人打电话说我快递丢了要赔我,让我下个会议软件"],
  ["tale", "中危", "冒充公检法及政府机关类", "有个自称公安的说我涉嫌洗钱,让我加QQ做笔录"],
  ["tale", "中危", "冒充领导、熟人类", "有个说是我侄子的换号了,让我转两千"],
  ["tale", "中危", "贷款、代办信用卡类", "网上贷款的说我卡号填错了要交解冻费"],
  ["tale", "中危", "虚假征信类", "来电话说我征信有问题,让我把网贷账户注销了"],
  ["near-miss", "中危", "冒充电商物流客服类", "说我开了百万保障要扣钱,我没理他就挂了"],
  ["near-miss", "中危", "冒充公检法及政府机关类", "冒充公安那个让我转钱,我没转,直接挂了"],
  ["near-miss", "中危", "刷单返利类", "刷单的叫我先垫五百,我没给,退群了"],
  ["question", "低危", "刷单返利类", "刷单是不是骗人的"],
  ["question", "低危", "虚假征信类", "征信修复是真的吗"],
  ["question", "低危", "冒充公检法及政府机关类", "公安局会让人转账吗"],
  ["question", "低危", "贷款、代办信用卡类", "不看征信的网贷能信吗"],
  ["victim", "紧急", "刷单返利类", "刚才刷单又转过去五千,还让我接着转"],
  ["victim", "紧急", "冒充公检法及政府机关类", "我刚把八万块转到他说的安全账户了"],
  ["victim", "紧急", "冒充电商物流客服类", "客服还在看着我的屏幕,卡里的钱一笔一笔往外走"],
  ["victim", "紧急", "虚假购物、服务类", "今天上午给卖草的打了一万二定金,现在把我拉黑了"],
  ["victim", "高危", "虚假网络投资理财类", "去年跟着群里老师炒外汇,被骗了六万"],
  ["victim", "高危", "刷单返利类", "上个月做任务刷单被骗了八千"],
  ["tale", "高危", "冒充电商物流客服类", "我把银行卡号和验证码都告诉那个退款的客服了"],
  ["tale", "高危", "贷款、代办信用卡类", "贷款的让我先交两千保证金,我正凑钱呢"],
  ["none", null, null, "【农业银行】您的验证码为482913,用于掌银登录,5分钟内有效,请勿告知他人"],
  ["none", null, null, "您的包裹已放在前进村小卖部,取件码3-2-1,请及时取走"],
  ["none", null, null, "96110给我打电话了,能接吗"],
  ["none", null, null, "12381发来短信提醒我防骗,这号是真的吗"],
  ["none", null, null, "各位家长,明天下午两点开家长会"],
  ["none", null, null, "身份证丢了咋补"],
  ["none", null, null, "儿子在城里上学,我每月给他转一千五生活费"],
  ["none", null, null, "借给邻居三千块两年没还了,能要回来不"],
  ["none", null, null, "给孙子压岁钱转一千怎么弄成红包"],
  ["none", null, null, "挂号退费7元已原路退回,1-3个工作日到账"],
  ["none", null, null, "合作社卖羊毛,一斤四块,来人过秤给现钱"],
  ["none", null, null, "草补啥时候打到卡上"],
  ["none", null, null, "信用社贷款要带啥手续"],
  ["none", null, null, "快递丢了找谁赔"],
  ["none", null, null, "我想约周三去办居住证"],
  ["none", null, null, "邻居占了我家一垄地"],
  ["none", null, null, "派出所几点上班"],
  ["none", null, null, "村里收医保,今年一人四百,在会计那交"],
  ["none", null, null, "孩子充游戏花了三百,能退吗"],
  ["none", null, null, "谢谢你们上次帮我把钱追回来"],
  ["none", null, null, "媒人给我儿子介绍个对象,见了两面挺好"],
  ["none", null, null, "明天下雪不"],
];
const scams = said.flatMap(([voice, , , text]) => (voice === "none" ? [] : [text]));

describe("a message about money", () => {
  it.each(said)("as %s, %s, %s: “%s”", (voice, level, category, text) => {
    const { fraud } = read(text);
    if (voice === "none") {
      expect(fraud?.verdict ?? "none").toBe("none");
      return;
    }
    expect(fraud).toMatchObject({ level, category });
    expect(["fraud", "suspicious"]).toContain(fraud?.verdict);
  });

  it("is not checked where it neither shows, tells nor asks of anything suspicious", () => {
    for (const text of ["身份证丢了咋补", "我想约周三去办居住证", "", "👻"])
      expect(readFraud(text)).toBeNull();
  });

  it("is not checked where it is a word or two that say nothing", () => {
    for (const text of ["有个证的事", "你好", "1", "嗯", "在吗", "谢谢"])
      expect(readFraud(text)).toBeNull();
  });

  it.each([
    "民政局通知:困难救助三千元,请提供姓名、卡号、余额、动态码配合入账",
    "【国家电网】您户号欠费将于今晚断电,请点 dw-jf.top 补缴",
  ])("is suspicious by what no real notice asks for: “%s”", (text) => {
    expect(["fraud", "suspicious"]).toContain(readFraud(text)?.verdict);
  });

  it("is a warning where it only names what it warns of", () => {
    expect(
      readFraud("【96110】您好,您可能正在浏览涉诈网站 dw-jf.top,请立即停止并回拨96110")?.verdict ??
        "none",
    ).toBe("none");
  });

  it.each([
    ["【农业银行】您的验证码为482913,用于掌银登录,5分钟内有效,请勿告知他人", "bank-code"],
    ["96110给我打电话了,能接吗", "96110"],
    ["您的包裹已放在村小卖部,取件码3-2-1,请及时取走", "courier"],
    ["【旗医院】挂号退费7.00元已原路退回", "refund"],
    ["各位家长:明天下午两点开家长会", "notice"],
  ])("is named where it is what it says it is: “%s”", (text, genuine) => {
    expect(readFraud(text)).toMatchObject({ verdict: "none", genuine });
  });

  it("tells with which words it gives itself away", () => {
    const flags = readFraud(said[6]![3])!.flags;
    expect(flags).toContainEqual(expect.objectContaining({ name: "安全账户", words: "安全账户" }));
    expect(flags.every(({ reason }) => reason.length > 5)).toBe(true);
  });
});

describe("money on its way", () => {
  it("is a danger, and what is only told or was refused is none", () => {
    expect(read("刚才我把两万块转给那个假公安了").emergency?.class).toBe("fraud_in_progress");
    expect(read("说是顺丰的客服要赔我钱,让我下个会议软件,我一听就给挂了").emergency).toBeNull();
  });

  it("is urgent whatever its words, where the danger is known", () => {
    expect(readFraud("快来", "sure")).toMatchObject({ verdict: "fraud", level: "紧急" });
    expect(readFraud("快来", "sure")?.flags).toHaveLength(1);
  });
});

const shapes: Record<string, (text: string) => string> = {
  "invisible characters": (text) => [...text].join("\u200b"),
  "full width": (text) =>
    text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  "blanks between characters": (text) =>
    text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, " "),
  "dots between characters": (text) => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, "."),
  "traditional characters": (text) =>
    text.replace(/[转账单证验码请贷费还钱间]/gu, (one) => traditional[one]!),
};
const traditional: Record<string, string> = {
  ...{ 转: "轉", 账: "賬", 单: "單", 证: "證", 验: "驗", 码: "碼", 请: "請" },
  ...{ 贷: "貸", 费: "費", 还: "還", 钱: "錢", 间: "間" },
};

describe("whatever is written", () => {
  it("nothing is thrown; a verdict has reasons and a level, none has neither", () => {
    const words = fc.constantFrom(...scams.flatMap((text) => text.match(/.{1,7}/gu) ?? []));
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, fc.constantFrom("none", "likely", "sure"), (anything, danger) => {
        const finding = readFraud(anything, danger);
        if (finding === null) return;
        const found = finding.verdict !== "none";
        expect(finding.level !== null).toBe(found);
        expect(finding.flags.length > 0).toBe(found);
        for (const { name, words: shown, reason } of finding.flags)
          expect([name, reason].every(Boolean) && shown.length > 0).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it.each(Object.entries(shapes))("%s hide nothing", (_name, shape) => {
    for (const text of scams) {
      const [plain, hidden] = [readFraud(text), readFraud(shape(text))];
      expect({ text, verdict: hidden?.verdict, category: hidden?.category }).toEqual({
        text,
        verdict: plain?.verdict,
        category: plain?.category,
      });
    }
  });

  it("takes no longer for a very long message", () => {
    const hostile = [
      "转".repeat(100_000),
      "要先交保证金才能".repeat(15_000),
      "1".repeat(100_000),
      "a.com/".repeat(20_000),
      `${"他让我先".repeat(20_000)}转到安全账户`,
    ];
    for (const text of hostile) readFraud(text);
    const began = performance.now();
    for (const text of hostile) readFraud(text);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
