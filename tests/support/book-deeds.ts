import fc from "fast-check";

/** What somebody does, or what happens. `who` and `nth` choose among those that there are. */
export type BookDeed =
  | { does: "says"; who: number; line: number }
  /** The next sensible button: 不留, 确定, else the first. */
  | { does: "goes-on"; who: number }
  | { does: "presses"; who: number; nth: number }
  /** Where a day is full: waits for a seat that is given back. */
  | { does: "queues"; who: number }
  /** A button of an earlier message. */
  | { does: "presses-old"; who: number; nth: number }
  /** The channel brings the last update again. */
  | { does: "repeats"; who: number }
  | { does: "officer"; line: number; number: number }
  | { does: "officer-presses"; nth: number }
  | { does: "passes"; minutes: number }
  /** Time goes on to the next such moment of a day. */
  | { does: "comes"; minute: number }
  | { does: "restarts" };

/** A deed, and whether the power goes when it was taken in and nothing was done about it. */
export type Played = BookDeed & { cut: boolean };

export const bookPeople = ["li", "wang", "zhao", "bai"];

/** What villagers write, at any place of a dialogue. */
export const bookLines = [
  "约周三上午九点换身份证",
  "约周四上午九点补身份证",
  "闺女，俺那身份证到日子了，礼拜五头晌给俺留个号",
  "约明天上午九点半迁户口",
  "约周四上午，跟邻居说和说和",
  "约号",
  "给我妈约周四上午十点换身份证",
  "越早越好",
  "不是周三是周四",
  "改成周五上午十点",
  "改预约",
  "往后推一天行不",
  "包音，13800138000",
  "不留",
  "我的预约",
  "取消预约",
  "去不了",
  "算了",
  "身份证丢了要多少钱",
  "跟上回一样",
  "第二个",
  "1",
  "对",
  "嗯",
  "不行",
  "等着，有人退告诉我",
  "要",
  "要的",
  "不要了",
  "返回",
  "我上所里去",
  "要带啥",
  "谢谢",
  "约周六上午补证",
];

/** What the officer at the counter writes; N is a number. */
export const bookOfficerLines = [
  "今天预约",
  "到N",
  "办完N",
  "没来N",
  "加号 换身份证 张三",
  "加号 迁户口 李四",
  "关 明天上午",
  "关 周四上午",
  "关 周五全天",
  "开 明天上午",
  "开 周四上午",
];

/** So many of them, the first, are a wish that can be booked. */
const wishes = 7;

const who = fc.nat(bookPeople.length - 1);
const nth = fc.nat(7);

const saysOneOf = (min: number, max: number) =>
  fc.record({ does: fc.constant("says" as const), who, line: fc.integer({ min, max }) });

const changes = ["取消预约", "改成周五上午十点", "改预约"].map((line) => bookLines.indexOf(line));

/** Minutes of a day: about the edges of the quiet hours, and where reminders come. */
const moments = [7 * 60 - 1, 7 * 60 + 1, 8 * 60, 13 * 60, 18 * 60, 20 * 60 + 45, 21 * 60 + 1];
/** Minutes, hours, days. */
const minutes = fc.oneof(
  fc.integer({ min: 1, max: 45 }),
  fc.integer({ min: 46, max: 600 }),
  fc.constantFrom(24 * 60, 72 * 60),
);

const deed: fc.Arbitrary<BookDeed> = fc.oneof(
  { weight: 3, arbitrary: saysOneOf(0, wishes - 1) },
  { weight: 5, arbitrary: saysOneOf(wishes, bookLines.length - 1) },
  { weight: 4, arbitrary: fc.constantFrom(...changes).chain((line) => saysOneOf(line, line)) },
  { weight: 8, arbitrary: fc.record({ does: fc.constant("goes-on" as const), who }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant("presses" as const), who, nth }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("presses-old" as const), who, nth }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("queues" as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("repeats" as const), who }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant("officer" as const),
      line: fc.nat(bookOfficerLines.length - 1),
      number: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("officer-presses" as const), nth }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("passes" as const), minutes }) },
  {
    weight: 9,
    arbitrary: fc.record({
      does: fc.constant("comes" as const),
      minute: fc.constantFrom(...moments),
    }),
  },
  { weight: 1, arbitrary: fc.constant<BookDeed>({ does: "restarts" }) },
);

/** Somebody who wants something and goes on for a while, before others have their turn. */
const spell: fc.Arbitrary<BookDeed[]> = fc
  .tuple(
    who,
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: wishes - 1 }) },
      { weight: 1, arbitrary: fc.constantFrom(...changes) },
    ),
    fc.integer({ min: 1, max: 5 }),
    fc.boolean(),
  )
  .map(([one, line, steps, queues]): BookDeed[] => [
    { does: "says", who: one, line },
    ...(queues ? [{ does: "queues", who: one } as const] : []),
    ...Array.from({ length: steps }, (): BookDeed => ({ does: "goes-on", who: one })),
  ]);

const says = (one: number, words: string): BookDeed => ({
  does: "says",
  who: one,
  line: bookLines.indexOf(words),
});
const goesOn = (one: number, times: number): BookDeed[] =>
  Array.from({ length: times }, () => ({ does: "goes-on", who: one }));

/** Two want the same time: who has it gives it back, and who waits for it answers the offer. */
const handedOn: fc.Arbitrary<BookDeed[]> = fc
  .tuple(
    fc.shuffledSubarray([...bookPeople.keys()], { minLength: 2, maxLength: 2 }),
    fc.constantFrom(...bookLines.slice(0, 2)),
    fc.constantFrom("要", "要的", "不要了", null),
    fc.integer({ min: 1, max: 20 }),
  )
  .map(([[first, second], wish, answer, wait]): BookDeed[] => [
    ...[says(first!, wish), ...goesOn(first!, 3)],
    ...[says(second!, wish), { does: "queues", who: second! } as const],
    ...[says(first!, "取消预约"), ...goesOn(first!, 1), { does: "passes", minutes: wait } as const],
    ...(answer === null ? goesOn(second!, 1) : [says(second!, answer)]),
  ]);

/** Somebody comes before the counter opens, and is written down. */
const walksIn: fc.Arbitrary<BookDeed[]> = fc
  .constantFrom("加号 换身份证 张三", "加号 迁户口 李四")
  .map((words): BookDeed[] => [
    { does: "comes", minute: 8 * 60 },
    { does: "officer", line: bookOfficerLines.indexOf(words), number: 1 },
  ]);

const played: fc.Arbitrary<Played[]> = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: spell },
      { weight: 1, arbitrary: handedOn },
      { weight: 1, arbitrary: walksIn },
      { weight: 6, arbitrary: deed.map((one) => [one]) },
    ),
    fc.nat(29),
  )
  .map(([some, chance]) => some.map((it, i) => ({ ...it, cut: chance % 6 === i && chance < 12 })));

/** @param most of things that somebody does; some are several deeds, one after the other */
export const bookDeeds = (most: number): fc.Arbitrary<Played[]> =>
  fc
    .array(played, { minLength: Math.ceil(most * 0.7), maxLength: most, size: "max" })
    .map((all) => all.flat());
