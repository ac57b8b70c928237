import type { SheetAsk, TransferSheet } from "../../domain/stop-payment.ts";
import { normalise } from "../normalise.ts";
import { amountIn } from "./amount.ts";
import { banksIn, type Mention } from "./banks.ts";
import { holderIn } from "./holder.ts";
import { momentIn } from "./moment.ts";

/** What stands in a masked text where an account or a phone number was; the last four digits are left. */
const covered = /〔(账号|手机号)[….]+(\d{4})〕/gu;

/** The numbers that were covered, as given; empty where they may not be kept. */
export interface Numbers {
  accounts: readonly string[];
  phones: readonly string[];
}

/**
 * What one message tells of a transfer: several things at once and in any order. What it does not
 * tell is left out.
 * @param ask what was asked last: a bank without a side, a bare number are the answer to it
 * @param now unit: ms since 1970
 */
export function transferIn(
  text: string,
  now: number,
  { ask, numbers }: { ask: SheetAsk | null; numbers: Numbers },
): Partial<TransferSheet> {
  const said = withoutDenied(normalise(text));
  const when = momentIn(said, now);
  const rest = when === null ? said : `${said.slice(0, when.from)} ${said.slice(when.to)}`;
  const plain = rest.replace(covered, " ");
  const amount = amountIn(plain);
  const turning = turningPoint(rest);
  const sideAt = (at: number): Side => sideOf(rest, at, turning, ask);
  const told: Partial<TransferSheet> = {};
  if (amount !== null && (ask === "amount" || ask === null || /[万千百块元钱]|\d{3,}/u.test(plain)))
    told.amount = amount;
  if (when !== null && (ask === "when" || !isVague(when.words) || movesMoney.test(said)))
    told.when = { at: when.at, words: when.words };
  for (const { side, bank } of sided(banksIn(rest), sideAt)) {
    if (side === "own") told.ownBank ??= bank;
    else told.otherBank ??= bank;
  }
  for (const { side, number } of accountsIn(rest, numbers, sideAt)) {
    if (side === "own") told.ownAccount ??= number;
    else told.otherAccount ??= number;
  }
  const holder = holderIn(rest, ask === "other");
  if (holder !== null) told.otherName = holder;
  const how = ways.find(([, words]) => words.test(said))?.[0];
  if (how !== undefined) told.how = how;
  if (hasProof.test(said)) told.proof = "有";
  else if (ask === "proof" && /没|无/u.test(said)) told.proof = "没有";
  return told;
}

type Side = "own" | "other";

const movesMoney = /转|打|汇|付|充|存|扣|刷|划/u;
/** 刚, 这会儿: a moment only where money is spoken of. */
function isVague(words: string): boolean {
  return /^(?:刚|这|马上|眨眼|将|方|才)/u.test(words);
}

/** 不是五千是五万 · 错了，是农行: what is denied was never said. */
function withoutDenied(said: string): string {
  return said.replace(
    /(?:不是|不对,?不是|说错了,?不是)[^,。是\n]{1,14}[,，。\s]?(?:而)?是/gu,
    "是",
  );
}

/** From here on the words are about where the money went. */
function turningPoint(said: string): number {
  const found = /(?:转|打|汇|存|付|充|划|寄)?(?:账|款|钱)?(?:到|给|往|进|入)(?!账)/u.exec(said);
  return found ? found.index : Infinity;
}

const theirs = /(?:对方|他|她|它|人家|那边|那头|骗子|客服|收款)[^,。]{0,8}$/u;
const mine = /(?:我|俺|额|咱|自己|本人|从|用|拿)[^,。转打汇付给到]{0,6}$/u;

function sideOf(said: string, at: number, turning: number, ask: SheetAsk | null): Side {
  const before = said.slice(Math.max(0, at - 12), at);
  if (mine.test(before)) return "own";
  if (theirs.test(before)) return "other";
  if (turning < at) return "other";
  if (turning !== Infinity) return "own";
  return ask === "other" ? "other" : "own";
}

function sided(mentions: Mention[], sideAt: (at: number) => Side) {
  return mentions.map(({ bank, from }) => ({ bank, side: sideAt(from) }));
}

/** Account numbers with their sides; where they may not be kept, what is left of them. */
function accountsIn(said: string, { accounts, phones }: Numbers, sideAt: (at: number) => Side) {
  return [...said.matchAll(covered)].map((found) => {
    const [, kind, last = ""] = found;
    const given = (kind === "账号" ? accounts : phones).find((number) => number.endsWith(last));
    return { side: sideAt(found.index), number: given ?? `尾号${last}` };
  });
}

/** By which way money goes, narrow ones first. */
const ways: [string, RegExp][] = [
  ["取现金交给人", /现金|取钱(?:给|交)|送钱|上门取|快递.{0,4}(?:黄金|现金)|黄金/u],
  ["柜台", /柜台|窗口|营业厅(?:转|汇)|银行里(?:转|汇)/u],
  ["取款机", /取款机|atm|自动柜员机|柜员机/u],
  ["扫码", /扫(?:了|的|个|一下)?[^,。]{0,6}码|二维码/u],
  ["屏幕共享", /共享屏幕|屏幕共享|远程/u],
  ["发红包", /红包/u],
  ["充值卡、购物卡", /充值卡|购物卡|卡密|礼品卡/u],
  ["手机银行", /手机银行|掌银|手机上(?:转|银行)|网银|银行app|网上银行/u],
  ["微信转账", /微信(?:上|里)?(?:转|打|付|发)|(?:转|打|付)的?微信/u],
  ["支付宝转账", /支付宝(?:上|里)?(?:转|打|付)|(?:转|打|付)的?支付宝/u],
];

const hasProof =
  /(?:有|存|截|留|保存|拍)[^,。没]{0,6}(?:截图|凭证|回单|小票|记录|照片|聊天)|(?:截图|凭证|回单|小票|转账记录|聊天记录)(?:都)?(?:有|在|留着|存着)|截(?:了|过)图|^(?:有|都有|有的|留着|都留着)(?:呢|了)?$/u;
