import { emptySheet, type SheetAsk, type TransferSheet } from "../../domain/stop-payment.ts";
import { normalise } from "../normalise.ts";
import { transferredIn, type Told } from "./amount.ts";
import { banksIn } from "./banks.ts";
import { correctedSide, correctionIn, type Correction } from "./correction.ts";
import { holderIn } from "./holder.ts";
import { momentIn } from "./moment.ts";
import { sidesOf, type Place, type Side } from "./side.ts";
import { wayIn } from "./way.ts";

/** What stands in a masked text where an account or a phone number was; the last four digits are left. */
const covered = /〔(账号|手机号)[….]+(\d{4})〕/gu;

/** 尾号0018: a number of which only the end is told. */
const ending = /尾号(?:是|为|:)? ?(\d{4})(?!\d)/gu;
/** Where a thought was sent in pieces: 打到 / 王刚 / 的工行. */
const seams = /(?<=到|给|往|叫|是|从|用)\n|\n(?=的|了|银行|卡)/gu;

/** The numbers that were covered, as given; empty where they may not be kept. */
export interface Numbers {
  accounts: readonly string[];
  phones: readonly string[];
}

interface Asked {
  /** What was asked last: a bank without a side, a bare number are the answer to it. */
  ask: SheetAsk | null;
  numbers: Numbers;
  /** What is known by now: a correction takes the place of the field that holds what it denies. */
  sheet?: TransferSheet;
}

/**
 * What one message tells of a transfer: several things at once and in any order. What it does not
 * tell is left out; an account that may be anybody's is `loose`.
 * @param now unit: ms since 1970
 */
export function transferIn(
  text: string,
  now: number,
  { ask, numbers, sheet = emptySheet }: Asked,
): Partial<TransferSheet> {
  const whole = normalise(text).replace(seams, "").replace(ending, "〔账号…$1〕");
  const correction = correctionIn(whole);
  const said = correction?.rest ?? whole;
  const when = momentIn(said, now, ask === "when");
  const rest = when === null ? said : `${said.slice(0, when.from)} ${said.slice(when.to)}`;
  const plain = rest.replace(covered, " ");
  const told: Partial<TransferSheet> = {
    ...sumIn(plain, ask, sheet, correction),
    ...accountsIn(rest, ask, { numbers, sheet, correction }),
  };
  if (when !== null) {
    const isAlone = ask === "when" || rest.replace(around, "") === "";
    const isSpoken = !isVague(when) || movesMoney.test(said);
    if (isAlone || (isSpoken && isFiner(when, sheet)))
      told.when = { at: when.at, words: when.words };
  }
  const holder = holderIn(whole, ask === "other");
  if (holder !== null) told.otherName = holder;
  const how = wayIn(said) ?? (ask === "how" && told.ownBank ? walletWay(told.ownBank) : null);
  if (how !== null) told.how = how;
  // 微信 as the way is no second bank.
  if (ask === "how" && how !== null && sheet.ownBank !== null && isWallet(told.ownBank))
    delete told.ownBank;
  if (hasProof.test(said) || (ask === "proof" && (isThere.test(said) || isKept.test(said))))
    told.proof = "有";
  else if (ask === "proof" && lacksProof.test(said)) told.proof = "没有";
  return told;
}

const movesMoney = /转|打|汇|付|充|存|扣|刷|划|垫|交|给/u;
/** 刚, 这会儿, 中午: a moment only where money is spoken of. */
function isVague({ words, at }: { words: string; at: number | null }): boolean {
  return at === null || /^(?:刚|这|马上|眨眼|将|方|才)/u.test(words);
}

/** 刚 in later words does not take the place of a moment that was told. */
function isFiner(
  { words, at }: { words: string; at: number | null },
  { when }: TransferSheet,
): boolean {
  return when === null || (at !== null && !isVague({ words, at }));
}

/** What stands round a time that is the whole message. */
const around =
  /[,.。!?~…、\s]|大概|约莫|差不多|应该|是|就|在|转的|打的|的|吧|呢|啊|了|那会儿|时候|左右/gu;

function sumIn(
  plain: string,
  ask: SheetAsk | null,
  sheet: TransferSheet,
  correction: Correction | null,
): Pick<Partial<TransferSheet>, "amount" | "parts"> {
  const told = transferredIn(plain);
  const isMoney = ask === "amount" || ask === null || /[万千百块元钱]|\d{3,}/u.test(plain);
  if (told === null || !isMoney) return {};
  if (!told.adds || sheet.amount === null || correction !== null)
    return { amount: told.yuan, ...partsOf(told, sheet) };
  const before = sheet.parts ?? [sheet.amount];
  const now = told.parts.length > 1 ? told.parts : [told.yuan];
  return { amount: sheet.amount + told.yuan, parts: [...before, ...now] };
}

/** The sum said once more leaves the transfers that it is made of. */
function partsOf(told: Told, sheet: TransferSheet): Pick<Partial<TransferSheet>, "parts"> {
  if (told.parts.length > 1) return { parts: told.parts };
  return sheet.parts && told.yuan === sheet.amount ? { parts: sheet.parts } : {};
}

/** Banks and account numbers with their sides. */
function accountsIn(
  said: string,
  ask: SheetAsk | null,
  {
    numbers,
    sheet,
    correction,
  }: { numbers: Numbers; sheet: TransferSheet; correction: Correction | null },
): Partial<TransferSheet> {
  const told: Partial<TransferSheet> = {};
  const banks = banksIn(said);
  const accounts = numbersIn(said, numbers).map(({ found, number }) => ({
    number,
    from: found.index,
    to: found.index + found[0].length,
  }));
  const together = [...banks, ...accounts].toSorted((a, b) => a.from - b.from);
  const isBare = banks.length === 0 && accounts.length === 1 && holderIn(said, true) === null;
  // Asked for both just now, they may still be giving their own card.
  const mayBeOwn = sheet.ownBank !== null && sheet.ownAccount === null && /卡/u.test(said);
  const byAsk = correction !== null || (ask === "other" && isBare && mayBeOwn) ? null : ask;
  const sides = new Map<Place, Side>();
  for (const { place, side } of sidesOf(said, groupsOf(together, said), byAsk))
    for (const one of place.of) sides.set(one, side);
  const loose: { bank: string | null; account: string | null } = { bank: null, account: null };
  for (const place of banks) {
    const side = sideFor("bank", place, sides, correction, sheet, ask) ?? walletSide(place.bank);
    if (side === "own") told.ownBank ??= place.bank;
    else if (side === "other") told.otherBank ??= place.bank;
    else loose.bank ??= place.bank;
  }
  for (const place of accounts) {
    const side = sideFor("account", place, sides, correction, sheet, ask);
    if (side === "own") told.ownAccount ??= place.number;
    else if (side === "other") told.otherAccount ??= place.number;
    else loose.account ??= place.number;
  }
  if (loose.bank !== null || loose.account !== null) told.loose = loose;
  return told;
}

function sideFor(
  kind: "bank" | "account",
  place: Place,
  sides: ReadonlyMap<Place, Side>,
  correction: Correction | null,
  sheet: TransferSheet,
  ask: SheetAsk | null,
): Side {
  const told = sides.get(place) ?? null;
  if (correction === null) return told;
  const corrected = correctedSide(kind, correction, sheet);
  if (corrected !== null && correction.denied !== "") return corrected;
  if (told !== null) return told;
  if (corrected !== null) return corrected;
  return ask === "own" || ask === "other" ? ask : null;
}

/** 微信转的: a wallet that nobody is named for is one's own. */
function walletSide(bank: string): Side {
  return isWallet(bank) ? "own" : null;
}

function isWallet(bank: string | null | undefined): boolean {
  return bank === "微信" || bank === "支付宝" || bank === "云闪付";
}

function walletWay(bank: string): string | null {
  return bank === "微信" || bank === "支付宝" ? `${bank}转账` : null;
}

interface Group extends Place {
  of: Place[];
}

/** A bank and the number beside it are one account: 工行〔账号…1111〕, 卡号〔账号…1111〕建行. */
function groupsOf(places: readonly Place[], said: string): Group[] {
  const groups: Group[] = [];
  for (const place of places) {
    const last = groups.at(-1);
    const between = last === undefined ? "" : said.slice(last.to, place.from);
    const isOther = last?.of.some((it) => "bank" in it === "bank" in place) ?? true;
    if (
      last &&
      !isOther &&
      /^(?:的|银行|卡|账|号|户|储蓄|是|:|,| |\p{Script=Han}{2,3}(?= ?$))*$/u.test(between) &&
      !/[转给到对他]/u.test(between)
    ) {
      last.of.push(place);
      last.to = place.to;
    } else groups.push({ from: place.from, to: place.to, of: [place] });
  }
  return groups;
}

/** Each number as given; two that end alike are told apart by their order. */
function numbersIn(said: string, { accounts, phones }: Numbers) {
  const left = { 账号: [...accounts], 手机号: [...phones] };
  return [...said.matchAll(covered)].map((found) => {
    const [, kind, last = ""] = found;
    const among = left[kind === "账号" ? "账号" : "手机号"];
    const at = among.findIndex((number) => number.endsWith(last));
    const [number = `尾号${last}`] = at < 0 ? [] : among.splice(at, 1);
    return { found, number };
  });
}

const hasProof =
  /(?:有|存|截|留|保存|拍)[^,。没]{0,6}(?:截图|凭证|回单|小票|记录|照片|聊天)|(?:截图|凭证|回单|小票|转账记录|聊天记录)(?:都)?(?:有|在|留着|存着)|截(?:了|过)图/u;
const isThere = /^(?:都)?(?:有|有的|留着|存着|在|还在|截了)[ ]?(?:图|截图|呢|了|着)*$/u;
const isKept = /(?:短信|条子|聊天|记录|单据|汇款单|回执|凭条|底单)[^,。没]{0,4}(?:在|有|留|存)/u;
const lacksProof = /没|无|不会|删了|不在了|找不着|找不到/u;
