import { day, hour, midnightBefore } from "../../domain/station-time.ts";
import type { Contact, Outcome, WarningResult } from "../../domain/warning.ts";
import { normalise } from "../normalise.ts";
import { amountIn } from "../payment/amount.ts";
import { numberIn, smallNumber } from "../small-number.ts";

/** Narrow ones first: 没见着 holds 见着. */
const contactWords: [Contact, RegExp][] = [
  [
    "refused",
    /拒绝|不让进|不开门|一听就(?:挂|走)|(?:直接|马上)挂断?了?|骂(?:人|我)|撵(?:我|出来)|不配合|不听劝就挂|把?我?拉黑|不愿意(?:说|见|谈)/u,
  ],
  [
    "not-met",
    /没(?:有)?(?:见[着到上]|见面|碰[着上见]|找[着到]|打通|人接|接|联系上|人在家|在家)|未(?:见面|接|见)|见不[着到]|不接|不在家?|没人|锁着?门|门锁着|(?:进城|外出|搬走|出远门)了?|关机|停机|空号|打不通|无人接|家里没人|占线/u,
  ],
  ["met", /见[着到上]了?|见了|见了?个?面|见过了?|上门了|当面|面谈|碰[着上见]了?|到家里/u],
  [
    "called",
    /(?:电话|手机)(?:里)?(?:打|接|说)?(?:通|过)|打通|通[了上]?话|接了|接通|联系上|电联|电话里|接的?电话|接起来|(?<![没不])通了/u,
  ],
];

const outcomeWords: [Outcome, RegExp][] = [
  [
    "not-fraud",
    /不是(?:诈骗|骗|被骗|骗子)|没被骗|误报|正常(?:交易|转账|买卖)|搞错了|是真的|非诈骗/u,
  ],
  [
    "already-paid",
    /(?:已经?|都|又|还是|后来|偷偷|结果)(?:经|又|还是|偷偷)*(?:给(?:人家?|他|她|骗子|对方)?)?(?:转|打|汇|付|充)(?:了(?!电话)|出|过(?!电话)|走)|转(?:出去|走)了|已转账?|(?:已|又|还是)被骗|被骗了|被骗走|(?<![没未不别])(?<!差点|险些)(?:转|汇|付|充)(?:了|出去?|走了?|过去)[有约大概共]*[\d一二两三四五六七八九十百千万几]|晚了(?:一步)?,?(?:钱|转)/u,
  ],
  [
    "dissuaded",
    /(?<!没|没有|未|不)(?:劝(?:住|下来?|回来?|好|成|退|通)了?|劝阻(?:了|成功|有效)|拦(?:住|下来?)了?)|(?<!还)没(?:再)?转(?:钱|账)?(?!通|成)|信了(?:我们?|民警)?|止付成功|(?<![不没])听劝|稳住了?/u,
  ],
];

const lostBefore =
  /(?<!差点儿?|险些|准备|正要)(?:损失|被骗|骗走|转(?:了|出去?|走)|打(?:了|过去)|付了|汇了|充了)[了约大概共有]*[^\d\p{Script=Han}]*$/u;
const savedBefore =
  /(?:挽回|保住|追回|止损|拦(?:住|下)|省下|避免(?:损失)?|没让转|劝(?:住|下))[了约大概共有的]*[^\d\p{Script=Han}]*$/u;
/** A loss beside the one that is known. */
const more =
  /(?:又|再(?:次)?)(?:给(?:人家?|他|她|骗子|对方)?)?(?:被骗|转|打|汇|付|充|损失|多?转)|(?:追加|另外|又一笔)/u;
const sum =
  /[零〇一二两三四五六七八九十百千万\d.,]+(?:万|千|百|w|k)?[零〇一二两三四五六七八九十百千\d]*(?:块钱|块|元)?/gu;

/**
 * What one message tells of a warning's end, in any order and in everyday words. Empty: nothing that
 * is known. What is not told is left out.
 * @param now unit: ms since 1970
 * @param known what was told before: it says what a bare sum is
 */
export function resultIn(
  text: string,
  now: number,
  known: Pick<WarningResult, "outcome"> = {},
): WarningResult {
  const said = normalise(text);
  const result: WarningResult = {};
  const contact = contactWords.find(([, words]) => words.test(said))?.[0];
  const outcome = outcomeWords.find(([, words]) => words.test(said))?.[0];
  if (contact !== undefined) result.contact = contact;
  if (outcome !== undefined) result.outcome = outcome;
  const next = nextTryIn(said, now);
  if (next !== null) result.nextTryAt = next.at;
  sums(next === null ? said : said.replace(next.words, " "), result, outcome ?? known.outcome);
  if (result.lost !== undefined && more.test(said)) result.more = true;
  return result;
}

function sums(said: string, result: WarningResult, ended: Outcome | undefined): void {
  for (const found of said.matchAll(sum)) {
    const yuan = amountIn(found[0]);
    if (yuan === null) continue;
    const before = said.slice(Math.max(0, found.index - 10), found.index);
    if (savedBefore.test(before)) result.saved ??= yuan;
    else if (lostBefore.test(before)) result.lost ??= yuan;
    else if (/[百千万元块wk]|\d{3,}/u.test(found[0])) {
      if (ended === "already-paid") result.lost ??= yuan;
      else if (ended === "dissuaded") result.saved ??= yuan;
    }
  }
}

const days: Record<string, number> = { 今: 0, 明: 1, 后: 2 };
/** When one goes where only a part of the day is named. Unit: hours. */
const partHours: Record<string, number> = {
  早上: 8,
  早晨: 8,
  上午: 9,
  中午: 12,
  下午: 15,
  傍晚: 18,
  晚上: 19,
  晚: 19,
};
const nextTry = new RegExp(
  `(?:(今|明|后)(?:天|儿个?|日)?)?(早上|早晨|上午|中午|下午|傍晚|晚上|晚)?(?:(${smallNumber})(?:点|时)(半)?)?(?:钟)?(?:再|还)(?:去|来|打|试|找|上门|联系|跑|说)`,
  "u",
);
const inAWhile = new RegExp(
  `(?:过|等)?(半|一会儿?|${smallNumber})(?:个)?(小时|钟头|分钟)?(?:以?后)?(?:再|还)(?:去|来|打|试|找|上门|联系)`,
  "u",
);

/** 下午再去 · 明天上午再打 · 三点再去 · 过两小时再打. */
function nextTryIn(said: string, now: number): { at: number; words: string } | null {
  const later = inAWhile.exec(said);
  if (later && (later[2] !== undefined || later[1]!.startsWith("一会"))) {
    const [words, many = "", unit] = later;
    return { at: now + lengthOf(many, unit), words };
  }
  const found = nextTry.exec(said);
  if (!found) return null;
  const [words, named, part, clock, half] = found;
  if (named === undefined && part === undefined && clock === undefined)
    return { at: now + hour, words };
  const told = clock === undefined ? null : numberIn(clock);
  const afternoon =
    told !== null && told < 12 && (part === undefined ? told < 8 : /下午|晚|傍/u.test(part));
  const hours =
    told === null ? (part === undefined ? 9 : partHours[part]!) : told + (afternoon ? 12 : 0);
  const at =
    midnightBefore(now) + (days[named ?? "今"] ?? 0) * day + hours * hour + (half ? hour / 2 : 0);
  return { at: at > now ? at : at + day, words };
}

function lengthOf(many: string, unit: string | undefined): number {
  if (unit === undefined) return hour / 2;
  const count = many === "半" ? 0.5 : (numberIn(many) ?? 1);
  return count * (unit === "分钟" ? hour / 60 : hour);
}
