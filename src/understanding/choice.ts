import type { Choice } from "../domain/message.ts";
import { shareOf, tellingIn } from "./nearest-side.ts";
import { normalise } from "./normalise.ts";

const numerals = "一二三四五六七八九十";
/** Ways to say "number N": 2 · 2. · (2) · 选2 · 第二个 · 二号 · 我选第2个 · 就2吧 · ② (NFKC makes it 2). */
const asNumber =
  /^(?:我|俺)?(?:要|想要|选|选择|点|按|是|就|就是|就选|就要)?(?:第)?(\d|10|[一二三四五六七八九十俩两仨])(?:个|条|项|号|种|样)?(?:那个|这个|的)?(?:吧|呗|呀|啊|了|哈)?$/;
const first = /^(?:我|俺)?(?:要|选|就)?(?:头一个|头一条|最前面(?:那个|的)|最上面(?:那个|的)|首个)$/;
const last =
  /^(?:我|俺)?(?:要|选|就)?(?:最后(?:一个|一条|那个|的)?|末了(?:一个|那个)|最下面(?:那个|的)|末尾那个)$/;
const upper = /^(?:我|俺)?(?:要|选|就)?(?:上面|上边|上头|前面|前边|前头)(?:的|那个|那条|一个)$/;
const lower = /^(?:我|俺)?(?:要|选|就)?(?:下面|下边|下头|后面|后边|后头)(?:的|那个|那条|一个)$/;
const middle = /^(?:我|俺)?(?:要|选|就)?(?:中间|当间|当中)(?:的|那个|那条|一个)$/;
const none =
  /^(?:都|全|这些都|哪个都|一个都|以上都|上面都)?(?:不是|不对|没有|没我要的|不沾边|都不是|都不对|都没有)(?:我要的|我问的|我想问的)?(?:啊|呀|的|吧)?$/;

/**
 * The choice that a message presses: its label or its place, in words or figures. Null for anything
 * else: a sentence presses nothing.
 */
export function pressedBy(text: string, offered: Choice[]): Choice | null {
  const said = bare(normalise(text));
  if (said === "" || offered.length === 0) return null;
  const number = asNumber.exec(said)?.[1];
  const answers = offered.filter(({ action }) => action.act === "entry");
  // 下面那个 is the lower one of what may have been meant, not the button under them all.
  const places = answers.length > 1 ? answers : offered;
  return (
    offered.find(({ label }) => bare(normalise(label)) === said) ??
    (number === undefined
      ? (places[placeIn(said, places.length) ?? -1] ?? offered[placeIn(said, offered.length) ?? -1])
      : offered[valueOf(number) - 1]) ??
    describedBy(said, answers) ??
    (none.test(said) ? offered.find(({ action }) => action.act === "none-of-these") : undefined) ??
    null
  );
}

/** Counted from 0; undefined if the words name no place among so many. */
function placeIn(said: string, many: number): number | undefined {
  if (first.test(said) || (upper.test(said) && many === 2)) return 0;
  if (last.test(said) || (lower.test(said) && many === 2)) return many - 1;
  if (upper.test(said)) return 0;
  if (lower.test(said)) return many - 1;
  if (middle.test(said) && many % 2 === 1) return (many - 1) / 2;
  return undefined;
}

/** 丢了的那个 · 选换户主的 · 就是孩子那条. */
const described =
  /^(?:我|俺)?(?:(?:要|选|问|说|想问|应该是|就是|是)(?:的是)?)?(?<words>.{1,10}?)(?:的那个|那个|的那条|那条|那种|那样的|的)(?:事|吧|呗|呀|啊)?$/u;

/** The one choice whose label says more of it than any other; null if two do, or none. */
function describedBy(said: string, answers: Choice[]): Choice | null {
  const words = described.exec(said)?.groups?.["words"];
  if (words === undefined || answers.length < 2) return null;
  const pieces = tellingIn(words);
  const [best, next] = answers
    .map((choice) => ({ choice, share: shareOf(pieces, choice.label) }))
    .toSorted((a, b) => b.share - a.share);
  return best && best.share >= 0.5 && best.share > (next?.share ?? 0) ? best.choice : null;
}

function valueOf(number: string): number {
  if (/^\d+$/.test(number)) return Number(number);
  if (number === "俩" || number === "两") return 2;
  if (number === "仨") return 3;
  return numerals.indexOf(number) + 1;
}

/** Without blanks, marks and pictures, so that "2。" and "(2)" are "2". */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}
