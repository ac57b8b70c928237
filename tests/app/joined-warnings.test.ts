import { describe, expect, it } from "vitest";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { checkTexts } from "../../src/texts/zh-cn/check.ts";
import { warningTexts as texts } from "../../src/texts/zh-cn/warnings.ts";
import { openWorld, type World } from "../support/world.ts";

const phone = "13812345678";
const scam = "我把银行卡号和验证码告诉刷单的客服了";
const open = async (world: World) =>
  (await world.rows("matters")).filter(({ kind, status }) => {
    return kind === "fraud-alert" && status !== "closed";
  });
const live = async (world: World) =>
  (await world.rows("warnings")).filter(({ merged_into: into }) => into === null);

describe("the same phone is the same person", () => {
  it("a check that leaves the phone of a list's person: one warning, at the higher level", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says(`导入预警\n张三,${phone},前进村,紧急,贷款`);
    const listed = String((await world.rows("matters"))[0]!["number"]);
    await zhang.says(`接${listed}`);
    const li = world.villager("li");
    await li.says(scam);
    await li.presses(buttons.human);
    zhang.gets();
    li.gets();
    await li.says(phone);
    const [matter] = await open(world);
    expect(await open(world)).toHaveLength(1);
    expect(matter).toMatchObject({ level: "urgent", phone, village: "前进村" });
    expect(await live(world)).toMatchObject([{ level: "紧急", times: 2, name: "张三" }]);
    expect(zhang.hears()).toContain(texts.joined(listed, String(matter!["number"]), "紧急"));
    const told = li.hears().join("\n");
    for (const secret of ["张三", "名单", "紧急", listed, "贷款"])
      expect(told).not.toContain(secret);
  });

  it("a list that comes after the check, and one after that", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says(scam);
    await li.presses(buttons.human);
    await li.says(phone);
    li.gets();
    await zhang.says(`导入预警\n张三,${phone},前进村,紧急,贷款`);
    expect(zhang.hears().join()).toContain("并进没办完的1件");
    await zhang.says(`导入预警\n张三,${phone},前进村,低危,投资`);
    expect(await open(world)).toHaveLength(1);
    expect(await live(world)).toMatchObject([{ level: "紧急", times: 3 }]);
    expect(li.hears()).toEqual([]);
  });

  it("a transfer whose phone was left before, or is told with it", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says(`导入预警\n张三,${phone},前进村,低危,贷款\n李四,13912340001,前进村,低危`);
    const li = world.villager("li");
    await li.says("刚给骗子转了三万");
    await li.says(`我电话${phone}`);
    expect((await open(world)).map(({ danger }) => danger)).toEqual([null, "fraud_in_progress"]);
    expect(await live(world)).toMatchObject([
      { level: "低危" },
      { level: "紧急", lost: 30_000, times: 2 },
    ]);
  });

  it("but a swindler's number is nobody's own, and another villager stays another", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says(`导入预警\n张三,${phone},前进村,低危,贷款`);
    const li = world.villager("li");
    await li.says(scam);
    await li.says(`${phone}给我打的电话，让我转钱`);
    expect(await open(world)).toHaveLength(2);
  });
});

it("what becomes a candidate tells neither name nor address", async () => {
  const world = await openWorld();
  const li = world.villager("li");
  await li.says(buttons.check);
  await li.says("我叫王小明，住前进村3号，刷单兼职日结三百，先垫付本金，做完返利，加客服微信");
  await li.presses(checkTexts.buttons.wrong);
  const [row] = await world.rows("flag_candidates");
  expect(String(row!["text"])).toMatch(/^我叫〔姓名〕，住〔地址〕，刷单/u);
});
