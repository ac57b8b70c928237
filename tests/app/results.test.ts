import { describe, expect, it } from "vitest";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { warningTexts as texts } from "../../src/texts/zh-cn/warnings.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld, type World } from "../support/world.ts";

const phone = "13812345678";
const heard = (one: Villager): string => one.hears().at(-1) ?? "";

/** An officer with one listed warning in hand. */
async function taken(line = `张三,${phone},前进村,紧急,刷单`) {
  const world = await openWorld();
  const zhang = await world.staff("zhang", { channel: "terminal" });
  await zhang.says(`导入预警\n${line}`);
  const number = String((await world.rows("matters"))[0]!["number"]);
  await zhang.says(`接${number}`);
  zhang.gets();
  return { world, zhang, number };
}
const warning = async (world: World) => (await world.rows("warnings"))[0]!;
const status = async (world: World) => (await world.rows("matters"))[0]!["status"];

describe("a result that was read back", () => {
  it.each(["1", "确定", "是", "对", "对的", "没错", "嗯", "好", "确认"])(
    "is written down by %s",
    async (yes) => {
      const { world, zhang, number } = await taken();
      await zhang.says(`结果${number} 见面 劝阻成功 挽回3万`);
      expect(heard(zhang)).toContain("对吗？");
      await zhang.says(yes);
      const result = { contact: "met", outcome: "dissuaded", saved: 30_000 } as const;
      expect(heard(zhang)).toBe(texts.keptClosed(number, result));
      expect(await warning(world)).toMatchObject({ ...result, tries: 1 });
    },
  );

  it.each(["2", "改", "不对", "改一下", "不是"])("is asked for again by %s", async (no) => {
    const { world, zhang, number } = await taken();
    await zhang.says(`结果${number} 见面 劝阻成功 挽回3万`);
    await zhang.says(no);
    expect(heard(zhang)).toBe(texts.askResult(number));
    await zhang.says("拒绝 下午再去");
    expect(heard(zhang)).toContain("拒绝，");
    await zhang.says("1");
    expect(await warning(world)).toMatchObject({ contact: "refused", outcome: null, saved: null });
    expect(await status(world)).toBe("taken");
  });

  it.each([
    ["改 挽回5万", { contact: "met", outcome: "dissuaded", saved: 50_000 }],
    ["不对 是2万", { contact: "met", outcome: "dissuaded", saved: 20_000 }],
    ["不对，是电话通了", { contact: "called", outcome: "dissuaded", saved: 30_000 }],
    ["改成拒绝 下午再去", { contact: "refused", outcome: null, saved: null }],
    ["不对，已经转了2万", { contact: "met", outcome: "already-paid", lost: 20_000, saved: null }],
  ])("is corrected by %s", async (words, kept) => {
    const { world, zhang, number } = await taken();
    await zhang.says(`结果${number} 见面 劝阻成功 挽回3万`);
    await zhang.says(words);
    expect(heard(zhang)).toContain("对吗？");
    await zhang.says("对");
    expect(await warning(world)).toMatchObject(kept);
  });

  it("is asked for step by step with numbers alone", async () => {
    const { world, zhang, number } = await taken();
    await zhang.says(`结果${number}`);
    await zhang.says("1");
    expect(heard(zhang)).toContain(texts.askOutcome);
    await zhang.says("1");
    expect(heard(zhang)).toBe(texts.keptClosed(number, { outcome: "dissuaded" }));
    expect(await warning(world)).toMatchObject({ contact: "met", outcome: "dissuaded" });
  });

  it("may name its number first, or none, and nonsense is asked about", async () => {
    const { world, zhang, number } = await taken();
    await zhang.says(`${number} 没见着 下午再去`);
    expect(heard(zhang)).toContain("没见着，没接");
    await zhang.says("对");
    await zhang.says("哈哈哈");
    expect(heard(zhang)).toBe(texts.notRead(number));
    await zhang.says("结果 见着了 劝住了");
    await zhang.says("是");
    expect(await warning(world)).toMatchObject({ contact: "met", outcome: "dissuaded" });
    await zhang.says("结果 见着了");
    expect(heard(zhang)).toBe(texts.noneMine);
  });

  it("leaves the words to a villager alone that are no answer", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("我把银行卡号和验证码告诉刷单的客服了");
    const number = String((await world.rows("matters"))[0]!["number"]);
    await zhang.says(`接${number}`);
    await zhang.says(`结果${number} 电话通了`);
    li.gets();
    await zhang.says("您先把手机银行的密码改了，我二十分钟到");
    expect(li.hears().join()).toContain("我二十分钟到");
    await zhang.says(`结果${number} 电话通了`);
    await zhang.says("1");
    expect(li.hears()).toEqual([]);
    expect(await warning(world)).toMatchObject({ contact: "called", tries: 1 });
  });

  it("sends nothing to a villager that is said about them", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("我把银行卡号和验证码告诉刷单的客服了");
    const number = String((await world.rows("matters"))[0]!["number"]);
    await zhang.says(`接${number}`);
    await zhang.says("填结果");
    li.gets();
    await zhang.says("糊涂得很，谁说都不管用");
    expect(heard(zhang)).toBe(texts.notSent(number));
    expect(li.hears()).toEqual([]);
    await zhang.says("没人");
    await zhang.says("1");
    expect(await warning(world)).toMatchObject({ contact: "not-met" });
    await zhang.says("您在家吗");
    expect(li.hears().join()).toContain("您在家吗");
  });

  it("is asked about where it speaks of money, which is nobody's danger here", async () => {
    const { world, zhang, number } = await taken();
    await zhang.says("死活不听，还要给人家转钱");
    expect(heard(zhang)).toBe(texts.notRead(number));
    expect(await world.rows("matters")).toHaveLength(1);
    await zhang.says("通了 劝不住 还要转");
    expect(heard(zhang)).toContain("电话通了。对吗？");
  });

  it("does not swallow a question of the officer's own, nor danger", async () => {
    const { zhang } = await taken();
    await zhang.says("我家着火了快来人");
    expect(zhang.hears().join()).toContain("119");
  });
});

describe("a closed warning", () => {
  async function closed() {
    const it = await taken(`张三,${phone},前进村,高危,刷单`);
    await it.zhang.says(`结果${it.number} 见面 劝阻成功 挽回3万`);
    await it.zhang.says("1");
    it.zhang.gets();
    return it;
  }

  it("takes what comes out later, with its time, and stays closed", async () => {
    const { world, zhang, number } = await closed();
    await zhang.says(`结果${number} 后来又转了三万`);
    const more = { outcome: "already-paid", lost: 30_000, more: true } as const;
    expect(heard(zhang)).toContain(`编号${number}办结了，补记：已经转了，又损失30,000元`);
    await zhang.says("1");
    expect(heard(zhang)).toBe(texts.keptAfter(number, more));
    expect(await status(world)).toBe("closed");
    expect(await warning(world)).toMatchObject({
      ...{ contact: "met", outcome: "already-paid", lost: 30_000, saved: 0 },
    });
    expect(await world.rows("notes")).toMatchObject([{ text: texts.addition(more) }]);
    await zhang.says(`结果${number} 又转了两万`);
    expect(heard(zhang)).toContain("一共损失50,000元");
    await zhang.says("是");
    expect(await warning(world)).toMatchObject({ lost: 50_000 });
  });

  it("calls the chief where much was lost after all", async () => {
    const { world, zhang, number } = await closed();
    const chief = await world.staff("chief", { role: "chief" });
    await zhang.says(`结果${number} 又转了六十万`);
    await zhang.says("1");
    expect(chief.hears()).toEqual([texts.grave(number, 600_000)]);
  });

  it("is for whoever had it; nothing to try again is planned", async () => {
    const { world, zhang, number } = await closed();
    const wang = await world.staff("wang");
    await wang.says(`结果${number} 又转了三万`);
    expect(heard(wang)).toBe(deskTexts.refused("not-yours", number, "zhang"));
    await zhang.says(`结果${number} 没见着 明天再去`);
    await zhang.says("1");
    expect(await warning(world)).toMatchObject({ next_try_at: null });
  });
});

describe("one person, several warnings", () => {
  it("keeps all kinds, that of the higher level first", async () => {
    const { world, zhang, number } = await taken(`张三,${phone},前进村,低危,刷单`);
    await zhang.says(`导入预警\n张三,${phone},前进村,紧急,贷款`);
    await zhang.says(`导入预警\n张三,${phone},前进村,低危,投资理财`);
    await zhang.says(`导入预警\n张三,${phone},前进村,紧急,刷单`);
    zhang.gets();
    await zhang.says("预警");
    expect(heard(zhang)).toContain(
      `${number}【紧急】张某，前进村，贷款、代办信用卡类；刷单返利类；虚假网络投资理财类，预警4次`,
    );
    expect(await warning(world)).toMatchObject({ times: 4, level: "紧急" });
  });
});

describe("a hurried officer", () => {
  const list = `张三,${phone},前进村,紧急,刷单\n李四,13912340001,恩和村,高危`;

  it.each([
    ["接1", 0],
    ["取第二个", 1],
    ["我接1", 0],
  ])("takes by the place on the list: %s", async (words, nth) => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says(`导入预警\n${list}`);
    await zhang.says("预警");
    await zhang.says(words);
    const taken = (await world.rows("matters")).map(({ status }) => status === "taken");
    expect(taken).toEqual([nth === 0, nth === 1]);
  });

  it("who says 接 alone is asked which, or has the only one", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says(`导入预警\n${list}`);
    await zhang.says("预警");
    await zhang.says("接");
    expect(heard(zhang)).toContain("等人接的有2件");
    await zhang.says("接1");
    await zhang.says("预警");
    await zhang.says("我来接");
    expect((await world.rows("matters")).map((row) => row["status"])).toEqual(["taken", "taken"]);
  });

  it("who talks with somebody says such words to them", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("我把银行卡号和验证码告诉刷单的客服了");
    await zhang.says(`接${String((await world.rows("matters"))[0]!["number"])}`);
    li.gets();
    await zhang.says("接");
    expect(li.hears().join()).toContain("接");
  });

  it("sends the head of a list first", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says("导入预警");
    await zhang.says("姓名 手机 村 等级 类型");
    expect(heard(zhang)).toBe(texts.refusedList("empty"));
    await zhang.says(`张三 138-1234-5678 前进村 高 刷单`);
    expect(await warning(world)).toMatchObject({ level: "高危" });
  });

  it("takes money that is leaving by 接急事, or hears that nothing waits", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says("接急事");
    expect(heard(zhang)).toBe(deskTexts.noAlert);
    await world.villager("li").says("刚给骗子转了三万");
    zhang.gets();
    await zhang.says("接急事");
    await zhang.presses(zhang.choices()[0]!);
    expect(await status(world)).toBe("taken");
    await zhang.says("单子");
    expect(heard(zhang)).toContain("30,000元");
  });
});
