import type { SheetAsk } from "../../domain/stop-payment.ts";

/** Whose account something is; null: the words do not tell. */
export type Side = "own" | "other" | null;

/** Something that was named in a message, an account or a bank. Positions in the text, `to` exclusive. */
export interface Place {
  from: number;
  to: number;
}

/** Where these stand before it, the account is the one that money left. */
const ownMark =
  /(?:我|俺|额|咱|自己|本人)(?:的|这|这边|家)?(?:是|用|卡|账|银行|户|妈|娘|爸|爹|媳妇|老伴|老公|对象|儿子|闺女|$)|(?:我|俺|咱)(?:的|这边)|从|用(?!户)|拿(?!走)|(?:付款|转出|汇款)(?:方|人|账户|账号|卡|行)/gu;
/** Where these stand before it, the account is the one that it went to. */
const otherMark =
  /对方|对面|那边|那头|人家|骗子|客服|收款|收钱|户名|(?:他|她|它)(?:的|那|说|是|叫|给|卡|账|$)|(?:转|打|汇|存|付|充|划|寄|交|给|进|入|去)(?:账|款|钱)?(?:了)?(?:到|进|往|给)|(?:到|给|往)(?!账)(?:了)?|(?<=[行社卡信宝](?:里|上)?)(?:转|打|汇)(?=\p{Script=Han}{1,4}[行社卡])/gu;
/** 给骗子转了三万 says all of its side; what stands in a clause of its own behind it may be either's. */
const isWhole = /(?:[万千百块元]|\d{3,})[^,，。;；!?\n ]*[,，。;；!?\n ]/u;

/** A bank right before the verb is the one that money left: 工行转的, 建行卡里打出去的. */
const leaves =
  /^(?:银行)?(?:的|那张|这张)?(?:卡)?(?:号)?(?:〔[^〕]*〕)?(?:里|上|里头|上头)?(?:给|往|刷|转|打|汇|付|扣|划|存|充|出去|出的|少了|没了)/u;

/** 〔账号…1222〕是我的: it is said behind it. */
const isWhose =
  /^(?:银行)?(?:的)?(?:卡|账号|账户)?[,， ]?(?:这个|那个)?是(?:(我|俺|自己|咱)|(?:他|她|对方|人家|骗子|那边))(?:的|自己|那边)/u;

interface Mark {
  at: number;
  side: "own" | "other";
  isPronoun: boolean;
}

/** The marks of both kinds, in order of where they end. */
function marksIn(said: string): Mark[] {
  const own = [...said.matchAll(ownMark)].map((it) => markOf(it, "own"));
  const other = [...said.matchAll(otherMark)].map((it) => markOf(it, "other"));
  return [...own, ...other].toSorted((a, b) => a.at - b.at);
}

function markOf(found: RegExpExecArray, side: "own" | "other"): Mark {
  return {
    at: found.index + found[0].length,
    side,
    isPronoun: /^[他她它](?:的|卡|账)?$/u.test(found[0]),
  };
}

/**
 * Whose account stands at each place: by the nearest words before it, by the verb behind it, by the
 * one beside it whose side is known, by what was asked.
 */
export function sidesOf<P extends Place>(
  said: string,
  places: readonly P[],
  ask: SheetAsk | null,
): { place: P; side: Side }[] {
  const marks = marksIn(said);
  const told = places.map((place) => ({ place, side: byWords(said, place, marks, ask) }));
  return told.map(({ place, side }) => {
    if (side !== null) return { place, side };
    const isHers = marks.length === 1 && marks[0]?.isPronoun === true;
    if (isHers && ask === "own") return { place, side: null };
    if (ask === "own" || ask === "other") return { place, side: ask };
    return { place, side: byNeighbour(place, told) };
  });
}

function byWords(
  said: string,
  { from, to }: Place,
  marks: readonly Mark[],
  ask: SheetAsk | null,
): Side {
  const behind = isWhose.exec(said.slice(to));
  if (behind) return behind[1] ? "own" : "other";
  const mark = marks.findLast(({ at }) => at <= from);
  const between = mark === undefined ? "" : said.slice(mark.at, from);
  const reaches = mark !== undefined && !isWhole.test(between);
  const isFrom = leaves.test(said.slice(to)) && !/^(?:给|往)/u.test(said.slice(to));
  // 对方让我工行转的: the verb is nearer than who told them to.
  if (isFrom && !(reaches && mark.side === "other" && between.length < 4)) return "own";
  // The mother's card, told by her daughter, or the swindler's: her, asked for their own, says neither.
  if (reaches && mark.isPronoun && marks.length === 1 && ask === "own") return null;
  if (reaches) return mark.side;
  return /^(?:银行)?(?:的)?(?:卡)?(?:给|往)/u.test(said.slice(to)) ? "own" : null;
}

/** Of two, the one that is not the other's is one's own. */
function byNeighbour<P extends Place>(place: P, told: readonly { place: P; side: Side }[]): Side {
  const known = new Set(told.flatMap(({ side }) => (side === null ? [] : [side])));
  const open = told.filter(({ side }) => side === null);
  if (open.length !== 1 || open[0]?.place !== place || known.size !== 1) return null;
  return known.has("own") ? "other" : "own";
}
