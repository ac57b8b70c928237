import { describe, expect, it } from "vitest";
import { bookTexts } from "../../src/texts/zh-cn/book.ts";
import { deskSeatTexts } from "../../src/texts/zh-cn/desk-seats.ts";
import { seatClockTexts as texts } from "../../src/texts/zh-cn/seat-clock.ts";
import { renewal } from "../support/seat-knowledge.ts";
import { seatWorld } from "../support/seat-world.ts";

const thursday = "2026-11-26";
const reminder = (seat: Parameters<typeof texts.reminder>[1], days: number) =>
  texts.reminder(
    renewal,
    seat,
    days,
    renewal.papers.map(({ what }) => ({ what, when: null })),
  );

describe("reminders", () => {
  it("come the evening before at 18:00 and two hours before, each once, with the papers", async () => {
    const { world, villager, book, until } = await seatWorld();
    const { it: li, conversation } = await villager("li");
    const seat = await book(conversation, { day: thursday, at: "10:00" });
    await until("2026-11-25T17:59:00");
    expect(li.hears()).toEqual([]);
    await until("2026-11-25T18:00:00");
    expect(li.hears()).toEqual([reminder(seat, 1)]);
    expect(li.choices()).toEqual([texts.cannotCome]);
    await world.restart();
    await until("2026-11-26T07:59:00");
    expect(li.hears()).toEqual([]);
    await until("2026-11-26T08:00:00");
    expect(li.hears()).toEqual([reminder(seat, 0)]);
    await world.restart();
    await until("2026-11-26T09:30:00");
    expect(li.hears()).toEqual([]);
    expect(reminder(seat, 1)).toContain("老身份证");
  });

  it("leave out what would wake somebody", async () => {
    const { villager, book, until } = await seatWorld();
    const { it: li, conversation } = await villager("li");
    const seat = await book(conversation, { day: thursday, at: "08:30" });
    await until("2026-11-25T18:00:00");
    expect(li.hears()).toEqual([reminder(seat, 1)]);
    await until("2026-11-26T06:30:00");
    await until("2026-11-26T08:20:00");
    expect(li.hears()).toEqual([]);
  });

  it("follow the seat when it is moved, and end when it is given back", async () => {
    const { villager, book, move, cancel, until } = await seatWorld();
    const { it: li, conversation } = await villager("li");
    const { it: wang, conversation: wangs } = await villager("wang");
    const moved = await book(conversation, { day: thursday, at: "10:00" });
    const gone = await book(wangs, { day: thursday, at: "10:30" });
    await move(moved.id, "2026-11-27", "10:00");
    await cancel(gone.id);
    await until("2026-11-26T12:00:00");
    expect([...li.hears(), ...wang.hears()]).toEqual([]);
    await until("2026-11-26T18:00:00");
    expect(li.hears()).toEqual([reminder({ ...moved, day: "2026-11-27" }, 1)]);
  });

  it("that came while the software was off are one, and say the day as it is by then", async () => {
    const { world, villager, book } = await seatWorld();
    const { it: li, conversation } = await villager("li");
    const seat = await book(conversation, { day: thursday, at: "10:00" });
    await world.wait(46 * 3_600_000 + 30 * 60_000);
    expect(li.hears()).toEqual([reminder(seat, 0)]);
    await world.wait(31_000);
    expect(li.hears()).toEqual([]);
  });

  it("of a night are said in the morning, and none when it is past", async () => {
    const { world, villager, book, until } = await seatWorld();
    const { it: li, conversation } = await villager("li");
    const seat = await book(conversation, { day: thursday, at: "10:00" });
    await world.wait(36 * 3_600_000);
    expect(li.hears()).toEqual([]);
    await until("2026-11-26T07:00:00");
    expect(li.hears()).toEqual([reminder(seat, 0)]);
    const { it: wang, conversation: wangs } = await villager("wang");
    await book(wangs, { day: "2026-11-27", at: "10:00" });
    await world.wait(48 * 3_600_000);
    expect(wang.hears()).toEqual([]);
  });

  it.each(["去不了", "去不了了", "明天去不了"])(
    "give the seat back with the words %s",
    async (words) => {
      const { villager, book, until, seat: now } = await seatWorld();
      const { it: li, conversation } = await villager("li");
      const seat = await book(conversation, { day: thursday, at: "10:00" });
      await until("2026-11-25T18:00:00");
      await li.says(words);
      await li.presses(bookTexts.cancelSure);
      expect((await now(seat.id))?.status).toBe("cancelled");
    },
  );

  it("give the seat back with one tap and a yes", async () => {
    const { villager, book, until, seat: now } = await seatWorld();
    const { it: li, conversation } = await villager("li");
    const seat = await book(conversation, { day: thursday, at: "10:00" });
    await until("2026-11-25T18:00:00");
    await li.presses(texts.cannotCome);
    await li.presses(bookTexts.cancelSure);
    expect((await now(seat.id))?.status).toBe("cancelled");
    li.gets();
    await until("2026-11-26T10:00:00");
    expect(li.hears()).toEqual([]);
  });
});

describe("who waits", () => {
  /** Thursday is full; two wait for it. */
  async function full() {
    const station = await seatWorld();
    const seats = [];
    for (const [i, at] of ["09:00", "09:30", "10:00", "10:30"].entries()) {
      const { conversation } = await station.villager(`v${i}`);
      seats.push(await station.book(conversation, { day: thursday, at }));
    }
    const wang = await station.villager("wang");
    const zhao = await station.villager("zhao");
    await station.wait(wang.conversation);
    await station.wait(zhao.conversation);
    await station.world.wait(31_000);
    return { ...station, seats, wang, zhao };
  }
  const offer = (at: string, until: string, number = 5) =>
    texts.offer(
      renewal.name,
      {
        ...{ id: "", conversation: null, service: renewal.service, day: thursday, at },
        ...{ place: "所里", number, status: "booked", madeAt: 0 },
      },
      until,
    );

  it("hears nothing while nothing is free", async () => {
    const { wang, zhao } = await full();
    expect([...wang.it.hears(), ...zhao.it.hears()]).toEqual([]);
  });

  it("is offered a seat that is given back, first in line first, and has it on a yes", async () => {
    const { world, cancel, seats, wang, zhao, seat } = await full();
    await cancel(seats[1]!.id);
    await world.wait(31_000);
    const [said] = wang.it.hears();
    expect(said).toMatch(/^有人退号了/);
    expect(zhao.it.hears()).toEqual([]);
    await wang.it.presses(texts.take);
    const rows = await world.rows("appointments");
    const held = rows.find((row) => row["conversation"] === wang.conversation)!;
    expect(held).toMatchObject({ status: "booked", day: thursday, at: "09:30" });
    expect(wang.it.hears()).toEqual([
      texts.taken(renewal.name, (await seat(held["id"] as string))!),
    ]);
    await world.wait(3_600_000);
    expect(zhao.it.hears()).toEqual([]);
  });

  it("keeps it for half an hour, then the next is asked; a late yes is told the truth", async () => {
    const { world, cancel, seats, wang, zhao } = await full();
    await cancel(seats[1]!.id);
    await world.wait(31_000);
    expect(wang.it.hears()).toEqual([offer("09:30", "10:34")]);
    await world.wait(29 * 60_000);
    expect([...wang.it.hears(), ...zhao.it.hears()]).toEqual([]);
    await world.restart();
    await world.wait(61_000);
    expect(wang.it.hears()).toEqual([texts.expired({ day: thursday, at: "09:30", place: "所里" })]);
    expect(zhao.it.hears()).toHaveLength(1);
    await wang.it.presses(texts.take);
    expect(wang.it.hears()).toEqual([texts.gone]);
    await zhao.it.presses(texts.take);
    const rows = await world.rows("appointments");
    expect(rows.filter(({ day, status }) => day === thursday && status === "booked")).toHaveLength(
      4,
    );
  });

  it("has it before anybody else, though their 确定 comes in the same moment", async () => {
    const { world, villager, book, wait } = await seatWorld();
    const quick = world.villager("quick");
    await quick.says("换身份证，26号上午9点半");
    await quick.presses(bookTexts.skipName);
    const sure = quick.choiceOf(bookTexts.save);
    const owners = [];
    for (const at of ["09:30", "09:00", "10:00", "10:30"]) {
      const owner = await villager(`v${at}`);
      await book(owner.conversation, { day: thursday, at });
      owners.push(owner);
    }
    const [first] = owners;
    const wang = await villager("wang");
    await wait(wang.conversation);
    await first!.it.says("取消预约");
    const gives = { kind: "press", choice: first!.it.choiceOf(bookTexts.cancelSure) } as const;
    const takes = { kind: "press", choice: sure } as const;
    await world.app.receive([first!.it.update(gives), quick.update(takes)]);
    await world.app.settled();
    const there = (await world.rows("appointments")).filter(
      ({ at, status }) => at === "09:30" && status !== "cancelled",
    );
    expect(there.map(({ conversation }) => conversation)).toEqual([wang.conversation]);
  });

  it("leaves it to the next with a no", async () => {
    const { world, cancel, seats, wang, zhao } = await full();
    await cancel(seats[0]!.id);
    await world.wait(31_000);
    wang.it.gets();
    await wang.it.presses(texts.leave);
    expect(wang.it.hears()).toEqual([texts.left]);
    await world.wait(31_000);
    expect(zhao.it.hears()).toHaveLength(1);
  });

  it("at night it is held, and told in the morning", async () => {
    const { world, until, cancel, seats, wang } = await full();
    await until("2026-11-25T22:00:00");
    await cancel(seats[3]!.id);
    await world.wait(31_000);
    expect(wang.it.hears()).toEqual([]);
    const offered = await world.store.db("appointments").where({ status: "offered" });
    expect(offered).toHaveLength(1);
    await until("2026-11-26T07:00:00");
    expect(wang.it.hears()).toEqual([offer("10:30", "07:30")]);
  });

  it("hears when nothing can come any more", async () => {
    const { until, wang } = await full();
    await until("2026-11-26T09:00:00");
    expect(wang.it.hears()).toEqual([texts.inVain(thursday)]);
  });
});

describe("a half day that is closed", () => {
  it("moves its people: each hears it once, with three times to tap, and has the new one on a yes", async () => {
    const { world, villager, book, seat: now } = await seatWorld();
    const { it: li, conversation } = await villager("li");
    const seat = await book(conversation, { day: thursday, at: "10:00" });
    const boss = await world.staff("张强");
    await boss.says("关 周四上午");
    expect(boss.hears().join()).toContain("1个人");
    expect(li.hears()).toEqual([]);
    await boss.presses(deskSeatTexts.buttons.sure);
    await world.wait(31_000);
    expect(li.hears()).toEqual([texts.closed(renewal.name, seat, true)]);
    const [first] = li.choices();
    expect(li.choices()).toHaveLength(5);
    await world.restart();
    await world.wait(31_000);
    expect(li.hears()).toEqual([]);
    await li.presses(first!);
    expect((await now(seat.id))?.day).toBe(thursday);
    await li.presses(bookTexts.save);
    const moved = (await now(seat.id))!;
    expect(moved.day).not.toBe(thursday);
    expect(bookTexts.label(moved)).toBe(first);
  });

  it("waits for the morning, and says instead of a reminder that it is closed", async () => {
    const { world, villager, book, until } = await seatWorld();
    const { it: li, conversation } = await villager("li");
    const seat = await book(conversation, { day: thursday, at: "10:00" });
    const boss = await world.staff("张强");
    await until("2026-11-24T22:00:00");
    await boss.says("关 周四上午");
    await boss.presses(deskSeatTexts.buttons.sure);
    await world.wait(31_000);
    expect(li.hears()).toEqual([]);
    await until("2026-11-25T07:00:00");
    expect(li.hears()).toEqual([texts.closed(renewal.name, seat, true)]);
    await until("2026-11-25T18:00:00");
    expect(li.hears()).toEqual([texts.closed(renewal.name, seat, true)]);
    await boss.says("开 周四上午");
    await world.wait(31_000);
    expect(li.hears()).toEqual([texts.reopened(renewal.name, seat)]);
    await until("2026-11-26T08:00:00");
    expect(li.hears()).toEqual([reminder(seat, 0)]);
  });
});

describe("whoever does not come", () => {
  it("is marked in the evening, unless somebody said otherwise", async () => {
    const { world, villager, book, until, seat: now } = await seatWorld();
    const { conversation } = await villager("li");
    const missed = await book(conversation, { day: thursday, at: "09:30" });
    const came = await book(null, { day: thursday, at: "10:00" });
    const closed = await book(null, { day: "2026-11-27", at: "10:00" });
    const boss = await world.staff("张强");
    await until("2026-11-26T10:00:00");
    await boss.says("到2");
    await until("2026-11-26T19:59:00");
    expect((await now(missed.id))?.status).toBe("booked");
    await until("2026-11-26T20:00:00");
    expect((await now(missed.id))?.status).toBe("no-show");
    expect((await now(came.id))?.status).toBe("arrived");
    await boss.says("关 周五上午");
    await boss.presses(deskSeatTexts.buttons.sure);
    await until("2026-11-27T20:00:00");
    expect((await now(closed.id))?.status).toBe("cancelled");
    const acts = (await world.rows("trail")).map(
      ({ actor, act }) => `${String(actor)} ${String(act)}`,
    );
    expect(acts).toContain("clock no-show");
  });
});
