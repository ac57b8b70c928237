import { describe, expect, it } from "vitest";
import { briefTexts } from "../../src/texts/zh-cn/brief.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { deskSeatTexts as texts } from "../../src/texts/zh-cn/desk-seats.ts";
import { renewal, seatKnowledge, seatStation } from "../support/seat-knowledge.ts";
import { seatWorld } from "../support/seat-world.ts";

const today = "2026-11-24";
const wide = seatKnowledge({
  ...seatStation,
  hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "16:00" }],
});

async function counter(options: Parameters<typeof seatWorld>[0] = {}) {
  const station = await seatWorld({ knowledge: wide, ...options });
  const boss = await station.world.staff("张强");
  const acts = async () =>
    (await station.world.rows("trail"))
      .map(({ act, subject }) => `${String(act)} ${String(subject)}`)
      .filter((line) => line.includes("seat") && !line.startsWith("remind"));
  return { ...station, boss, acts };
}

describe("the day's list", () => {
  it("names number, time, service and a covered name, and is on the trail", async () => {
    const { boss, book, acts } = await counter();
    await book(null, { day: today, at: "14:00", name: "李秀英", phone: "13800138000" });
    await book(null, { day: today, at: "13:00" });
    await book(null, { day: "2026-11-25", at: "10:00", name: "王五" });
    await boss.says("预约");
    const [said] = boss.hears();
    expect(said).toContain(
      texts.list(today, ["2号 13:00 身份证到期换新", "1号 14:00 身份证到期换新 李某"]),
    );
    expect(said).not.toMatch(/秀英|13800138000/);
    await boss.presses(texts.buttons.tomorrow);
    expect(boss.hears()).toEqual([texts.list("2026-11-25", ["1号 10:00 身份证到期换新 王某"])]);
    expect(await acts()).toEqual([`see seats ${today}`, "see seats 2026-11-25"]);
  });

  it("is counted in the morning's brief of the police", async () => {
    const { boss, book, until } = await counter();
    await book(null, { day: "2026-11-25", at: "10:00" });
    await book(null, { day: "2026-11-25", at: "10:30" });
    await until("2026-11-25T08:00:00");
    expect(boss.hears().join("\n")).toContain(briefTexts.seats(2));
    await boss.presses(texts.buttons.today);
    expect(boss.hears()[0]).toContain("2号 10:30");
  });

  it("on Telegram in mainland China is without names", async () => {
    const { boss, book } = await counter({ residency: "cn" });
    await book(null, { day: today, at: "14:00", name: "李秀英" });
    await boss.says("预约");
    expect(boss.hears()[0]).not.toContain("李");
  });

  it("is for the police alone; a villager's word means their own", async () => {
    const { world, book } = await counter();
    await book(null, { day: today, at: "14:00", name: "李秀英" });
    const cadre = await world.staff("han", { role: "cadre" });
    for (const command of ["预约", "到1", "加号 换身份证 张三", "关 下午", "开 下午"]) {
      await cadre.says(command);
      expect(cadre.hears()).toEqual([deskTexts.mayNot]);
    }
    const li = world.villager("li");
    await li.says("到1");
    expect(li.hears().join()).not.toContain("1号");
  });
});

describe("who came", () => {
  it("is said by number, or with the button: came, done, did not come", async () => {
    const { boss, book, seat, acts } = await counter();
    const first = await book(null, { day: today, at: "13:00" });
    const second = await book(null, { day: today, at: "14:00" });
    await boss.says("到1");
    expect(boss.hears()).toEqual([texts.stepped("arrived", "1号 13:00 身份证到期换新")]);
    await boss.presses(texts.buttons.step("done", 1));
    expect((await seat(first.id))?.status).toBe("done");
    boss.gets();
    await boss.says("没来2");
    expect((await seat(second.id))?.status).toBe("no-show");
    boss.gets();
    await boss.says("2号来了");
    expect((await seat(second.id))?.status).toBe("arrived");
    expect(await acts()).toEqual([
      `arrived seat ${first.id}`,
      `done seat ${first.id}`,
      `no-show seat ${second.id}`,
      `arrived seat ${second.id}`,
    ]);
    boss.gets();
    await boss.says("没来1");
    expect(boss.hears()).toEqual([texts.notNow("1号 13:00 身份证到期换新 （办完）")]);
    await boss.says("到9");
    expect(boss.hears()).toEqual([texts.noSeat("9")]);
  });

  it("asks where two places have the same number", async () => {
    const { boss, book, seat } = await counter();
    await book(null, { day: today, at: "13:00" });
    const there = await book(null, { day: today, at: "14:00", place: "前进村" });
    await boss.says("到1");
    expect(boss.hears()).toEqual([texts.whichPlace("1")]);
    await boss.presses(`${texts.buttons.step("arrived", 1)} 前进村 14:00`);
    expect((await seat(there.id))?.status).toBe("arrived");
  });
});

describe("without a seat", () => {
  it("has the next free time of today, and is written down as come", async () => {
    const { boss, book, world } = await counter();
    await book(null, { day: today, at: "10:30" });
    await boss.says("加号 换身份证 张三");
    expect(boss.hears()).toEqual([texts.walkedIn(2, "11:00", renewal.name, "张三")]);
    const rows = await world.rows("appointments");
    expect(rows.find(({ number }) => number === 2)).toMatchObject({
      ...{ status: "arrived", at: "11:00", name: "张三", conversation: null },
    });
  });

  it("asks for the service where none was named", async () => {
    const { boss } = await counter();
    await boss.says("加号");
    expect(boss.hears()).toEqual([texts.askWalkIn]);
    await boss.presses("法律咨询");
    expect(boss.hears()).toEqual([texts.walkedIn(1, "10:30", "法律咨询", null)]);
  });

  it("is told when the day is full", async () => {
    const { boss } = await counter({ knowledge: seatKnowledge() });
    await boss.says("加号 换身份证 张三");
    expect(boss.hears()).toEqual([texts.walkedIn(1, "10:30", renewal.name, "张三")]);
    await boss.says("加号 换身份证 李四");
    expect(boss.hears()).toEqual([texts.full]);
  });
});

describe("a half day", () => {
  const thursday = { day: "2026-11-26", place: "所里", from: "00:00", to: "12:00" };

  it("is closed on a yes alone, tells how many it moves, and gives out no seats", async () => {
    const { boss, book, villager, world, acts } = await counter();
    const { conversation } = await villager("li");
    await book(conversation, { day: thursday.day, at: "10:00" });
    await book(null, { day: thursday.day, at: "11:00" });
    await book(null, { day: thursday.day, at: "13:00" });
    await boss.says("关 周四上午");
    expect(boss.hears()).toEqual([
      texts.askClose({ ...thursday, seats: 2, unreached: 1, isClosed: false }),
    ]);
    expect(await world.rows("seat_closures")).toEqual([]);
    await boss.presses(texts.buttons.sure);
    expect(boss.hears()).toEqual([texts.closed(thursday, 2)]);
    const li = world.villager("second");
    await li.says("我要换身份证，26号上午10点半");
    expect(li.choices().join()).not.toContain("11月26日（周四）上午");
    await boss.says("开 周四上午");
    expect(boss.hears()).toEqual([texts.opened(thursday)]);
    expect(await acts()).toEqual([
      "close seats seats 2026-11-26 00:00-12:00",
      "open seats seats 2026-11-26 00:00-12:00",
    ]);
    await boss.says("开 周四上午");
    expect(boss.hears()).toEqual([texts.notClosed(thursday)]);
  });

  it("of a whole day may be opened by halves", async () => {
    const { boss, world } = await counter();
    await boss.says("关 周四全天");
    await boss.presses(texts.buttons.sure);
    await boss.says("开 周四上午");
    expect(await world.rows("seat_closures")).toMatchObject([
      { day: "2026-11-26", from_time: "12:00", to_time: "24:00" },
    ]);
  });

  it("that is over cannot be closed; half a day without which is asked", async () => {
    const { boss, until } = await counter();
    await until("2026-11-24T13:00:00");
    await boss.says("关 上午");
    expect(boss.hears()).toEqual([texts.past]);
    await boss.says("关 周四半天");
    expect(boss.hears()).toEqual([texts.askStretch("关")]);
  });
});
