import { beforeAll, describe, expect, it } from "vitest";
import type { Knowledge } from "../../src/domain/ports.ts";
import type { Listed } from "../../src/domain/lists.ts";
import { checkTexts as texts } from "../../src/texts/zh-cn/check.ts";
import { disputeTexts } from "../../src/texts/zh-cn/dispute.ts";
import { linkTexts } from "../../src/texts/zh-cn/links.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { realKnowledge } from "../support/real-knowledge.ts";
import { openWorld } from "../support/world.ts";

const entry = (kind: Listed["kind"], value: string): Listed => ({
  ...{ kind, value, reason: "冒充的，已有多人被骗", source: "市反诈中心通报", appealed: false },
});
const listed = [
  entry("phone", "13900002222"),
  entry("host", "huimin-dai.com"),
  entry("app", "恒信宝证券"),
  entry("account", "6217001234567890123"),
  entry("account", "nm_caoyuan88"),
];

let knowledge: Knowledge;
beforeAll(async () => {
  const real = await realKnowledge();
  knowledge = { ...real, lists: { known: real.lists?.known ?? [], listed } };
});

/** All that is said to these words, each said by the same person. */
async function told(...said: string[]): Promise<string> {
  const world = await openWorld({ knowledge });
  const li = world.villager("li");
  let last = "";
  for (const words of said) {
    li.hears();
    await li.says(words);
    last = li.hears().join("\n");
  }
  return last;
}

const listedLine = "派出所名单里有它";
const missed = "没查到不等于安全";

describe("what stands in a list is said first, whatever the words sound like", () => {
  it.each([
    "13900002222是不是骗子",
    "139 0000 2222 这人靠谱不",
    "刚才13900002222给我打电话，谁呀",
    "帮我看下13900002222",
    "13900002222",
    "huimin-dai.com 能借钱吗",
    "https://huimin-dai.com/apply?id=3",
    "有个网站huimin-dai.com利息低",
    "叫我下个恒信宝证券，能下不",
    "恒信宝证券靠谱吗",
    "恒信宝证券",
    "儿子手机里有个恒信宝证券app",
    "6217001234567890123",
    "往6217001234567890123打定金行不",
    "加微信nm_caoyuan88买羊",
  ])("“%s”", async (said) => {
    const reply = await told(said);
    expect(reply.startsWith(texts.verdicts.fraud), reply).toBe(true);
    const [, why = ""] = reply.split(texts.why);
    expect(why.trim().split("\n")[0]).toContain(listedLine);
  });
});

describe("a miss is a verdict too", () => {
  it.each([
    "18747001122",
    "18747001122是哪儿的号",
    "18747001122 敢接吗",
    "这个号18747001122是不是诈骗",
    "0470-8223344打来的，真的假的",
    "4008123456 这电话正规不",
    "微信 sun_lao88 能加不",
    "6230520010001234567 这个卡可靠吗",
    "nongmu-shop.com",
    "nongmu-shop.com/a/1 打开看看行不",
    "朋友圈里的 nongmu-shop.com 买东西的",
    "鼎盛财富精英版靠谱不",
    "让我装“云聚通”，装不装",
  ])("“%s”", async (said) => {
    const reply = await told(said);
    expect(reply, reply).toContain(missed);
    expect(reply).toContain("96110");
    expect(reply).not.toContain("【");
  });

  it("a mobile number and a card are named by their ends alone", async () => {
    expect(await told("18747001122是谁")).not.toContain("18747001122");
    expect(await told("6230520010001234567 是骗子账户吗")).not.toContain("6230520010001234567");
  });

  it("on Telegram an account is not taken in, and that is said", async () => {
    const world = await openWorld({ knowledge });
    const li = world.villager("li", { channel: "telegram" });
    await li.says("6230520010001234567 是骗子账户吗");
    expect(li.hears().join("\n")).toContain(texts.accountNotHere);
  });
});

describe("an address that pretends is named, one that is genuine as well", () => {
  it.each([
    ["www.1cbc.com.cn", "工商银行"],
    ["m.ccb.com.youhui.top/act 建行发的吗", "建设银行"],
    ["http://12123.gov-cn.vip", "的名字"],
    ["psbc.com@k9.cc", "邮储银行"],
  ])("“%s” pretends", async (said, whose) => {
    const reply = await told(said);
    expect(reply).toMatch(/^(?:像骗子|小心)/u);
    expect(reply).toContain(whose);
    expect(reply).not.toContain("安全账户");
  });

  it.each([
    ["https://www.ccb.com:8443/login", "建设银行"],
    ["abchina.com 是农行的不", "农业银行"],
    ["https://www.12306.cn/index 这个真的不", "12306"],
    ["hlbe.gov.cn 是政府网站吗", "gov．cn"],
  ])("“%s” is whose it is", async (said, whose) => {
    const reply = await told(said);
    expect(reply).toContain(whose);
    expect(reply).toContain(linkTexts.ownWay);
    expect(reply).not.toMatch(/像骗子|小心|木马|放心/u);
  });

  it("a question beside a genuine address is answered as a question", async () => {
    expect(await told("我在12306.cn买票身份证丢了，证咋补")).toContain("补领");
  });
});

describe("what is genuine is named, without comfort", () => {
  it.each([
    ["【农业银行】验证码 902217，您正在绑定手机，请勿泄露", texts.genuine("bank-code", "")],
    [
      "【农业银行】您尾号1180账户11月24日支取现金3000元，余额512.7元",
      texts.genuine("bank-notice", ""),
    ],
    ["【韵达】您的快件到村口超市了，取件码 12-3-4567", texts.genuine("courier", "")],
    ["【交管12123】您的驾驶证将于下月到期", texts.genuine("12123", "")],
    ["12123给我发信息说闯红灯了", texts.genuine("12123", "")],
    ["【铁路12306】您购买的11月30日K1301次车票已改签", texts.genuine("12306", "")],
    ["【前进小学】家长您好，明天下午三点开家长会", texts.genuine("notice", "")],
  ])("“%s”", async (said, answer) => {
    const reply = await told(said);
    expect(reply).toContain(answer);
    expect(reply).not.toContain("【");
    expect(reply).not.toMatch(/放心|没问题|是安全的/u);
  });

  it("the station that asks somebody to come in", async () => {
    const reply = await told("片警打电话让我明天去所里按个手印，是真的吗");
    expect(reply).toContain("先打派出所的电话核对");
    expect(reply).not.toContain("像骗子");
  });

  it("96110 stays what it is, and a code that is to be handed over is none", async () => {
    expect(await told("96110给我打电话了能接吗")).toContain("接");
    expect(await told("让我把动态码 339201 告诉客服")).not.toContain("这像是银行");
  });
});

describe("reasons, kind and entry fit what was found", () => {
  it.each([
    "15148800018这号是骗子不",
    "6228480402560010018 是不是骗子的",
    "m9.com 这个链接",
    "15148800018 老打来",
  ])("“%s” has no reason but its own line", async (said) => {
    const reply = await told(said);
    expect(reply).not.toMatch(/“[^”]*”——/u);
    expect(reply).not.toContain(texts.own);
    expect(reply).not.toContain("境外");
  });

  it("an entry on a debt stands under no card", async () => {
    expect(await told("我正准备给他打钱过去")).not.toContain("借钱不还");
  });

  it("a closed pension by link leads to links, not to safe accounts", async () => {
    const reply = await told("【社保中心】您的社保卡已停用，登录 http://sb-renzheng.cc 重新认证");
    expect(reply).toMatch(/^(?:像骗子|小心)/u);
    expect(reply).not.toContain("安全账户");
  });

  it("高危 names the numbers", () => {
    expect(texts.steps("高危").join("")).toMatch(/110.*96110/u);
  });
});

describe("how it came out", () => {
  const scam = "【中国银联】账户异常，请点击 http://icbc-safe.top/login 验证身份";

  it.each(["刚才那个电话我没接", "那条短信我没点", "没搭理他"])(
    "“%s” alone: praised and asked, no verdict",
    async (said) => {
      expect(await told(said)).toBe(texts.brushedOff);
      expect(await told(scam, said)).toBe(texts.brushedOffAgain);
    },
  );

  it("what turned out genuine is closed, without a matter", async () => {
    const world = await openWorld({ knowledge });
    const li = world.villager("li");
    await li.says("有个号说是我外甥，要两千，后来打他老号问了真是我外甥");
    expect(li.hears().join("\n")).toContain(texts.turnedOut);
    expect(await world.rows("matters")).toEqual([]);
    expect(await told(scam, "后来去银行问了，是真的")).toContain(texts.turnedOut);
  });

  it("what turned out a trick is not", async () => {
    expect(await told(scam, "问了，不是真的")).not.toContain(texts.turnedOut);
  });

  it("no money, but the number of the card for identity", async () => {
    const reply = await told("钱我没转，就是身份证号给他了");
    expect(reply).toBe(texts.gaveAway);
    const world = await openWorld({ knowledge });
    const li = world.villager("li");
    await li.says(scam);
    await li.says("没转，把卡号告诉他了");
    expect(li.hears().join("\n")).toContain(texts.deeds.gave.reason);
    expect(await world.rows("matters")).toMatchObject([{ kind: "fraud-alert", level: "high" }]);
  });

  it.each(["给我瞅瞅这条短信", "这个二维码能扫吗", "把短信发给你看看"])(
    "“%s”: asked for it",
    async (said) => {
      expect(await told(said)).toBe(texts.tell);
    },
  );
});

describe("within a form", () => {
  it("a scam that is pasted there is judged, and is no answer of it", async () => {
    const world = await openWorld({ knowledge });
    const li = world.villager("li");
    await li.says("邻居占了我家的地，你们给管管");
    const asked = li.hears().at(-1)!.split("\n").at(-1)!;
    await li.says("【社保局】您的社保已停用，请点击http://shebao-gov.cc/x 重新认证");
    const reply = li.hears().join("\n");
    expect(reply).toMatch(/^(?:像骗子|小心)/u);
    expect(reply.endsWith(asked)).toBe(true);
    await li.says("t.cn/A6xYzz 这个也给我发了");
    expect(li.hears().join("\n")).toContain(linkTexts.shortener);
    expect(JSON.stringify(await world.rows("conversations"))).not.toContain("shebao");
    await li.says("地界");
    expect(li.hears().join("\n")).toContain(disputeTexts.ask("where", "neighbour"));
  });

  it("a number that is asked for is taken, one that is doubted is judged", async () => {
    const world = await openWorld({ knowledge });
    const li = world.villager("li");
    await li.says(buttons.human);
    await li.says("18747001122这个号是骗子吗");
    expect(li.hears().join("\n")).toContain(missed);
    await li.says("15149900011");
    expect(li.hears().join("\n")).not.toContain(missed);
  });
});

describe("ordinary words with a number or an app in them", () => {
  it.each([
    "我电话18747001122，回头打我",
    "老王电话18747001122，他占我家地不还",
    "12345管啥事",
    "国家反诈中心app要不要装",
    "刷单靠谱吗",
    "身份证丢了咋补",
  ])("“%s” get no verdict", async (said) => {
    expect(await told(said)).not.toMatch(/没查到不等于安全|像骗子/u);
  });
});
