import type { Masked } from "../../domain/flow.ts";
import { hotlines, type Hotline } from "../../domain/hotlines.ts";
import type { ListedKind, NamedValue } from "../../domain/lists.ts";
import { digitRuns } from "../digits.ts";
import { isPublic, looksLikeCard, mobileIn } from "../private-numbers.ts";
import { hostsAbove } from "./host.ts";
import { linksIn, shortLinkOf, type Link } from "./link.ts";
import { listedValue } from "./listed-value.ts";

/** What a number's beginning says: called from abroad, 170 and the like rented without a shop, 400 a rented front. */
export type NumberSign = "foreign" | "virtual" | "rented";

/** Something that a message names beside its links. */
export interface Named {
  kind: Exclude<ListedKind, "host">;
  /** As it stands in the message, or as it was taken out of it. */
  shown: string;
  /** What to look up: of an app's name, whose beginning nothing marks, each that it may be. */
  values: string[];
  sign: NumberSign | null;
  /** A genuine hotline: nothing is looked up. */
  hotline: Hotline | null;
}

/** Called from abroad; so long that it is covered like an account. */
const abroad = /^00[1-9]\d{7,13}$/;

/** What one message may name at most, so that nobody has the lists searched with one message. */
const mostNamed = 20;
const mostValues = 120;

/**
 * Phone numbers, accounts and app names in a message. `masked`: the numbers that were taken out of it
 * before it was kept; the four digits that stand for them there name nobody.
 */
export function namedIn(text: string, masked?: Pick<Masked, "phones" | "accountNumbers">): Named[] {
  const line = withoutLinks(text).normalize("NFKC");
  const numbers = numbersIn(line);
  const takenOut = [
    ...(masked?.phones ?? []).map((phone) => phoneNamed(phone)),
    ...(masked?.accountNumbers ?? []).map((number) =>
      abroad.test(number) ? phoneNamed(number) : named("account", number),
    ),
  ];
  const apps = appsIn(line).filter((it) => it !== null);
  const isWhole = line.length === text.length && apps.length === 0;
  const bare = isWhole ? bareName(line) : null;
  const all = [...takenOut, ...numbers, ...chatNamesIn(line), ...apps, bare];
  const seen = new Set<string>();
  return all
    .filter((one): one is Named => {
      const key = one === null ? "" : `${one.kind} ${one.values[0] ?? one.shown}`;
      return one !== null && !seen.has(key) && seen.add(key) !== undefined;
    })
    .slice(0, mostNamed);
}

/** All that lists are asked about one message. */
export function valuesOf(links: readonly Link[], named: readonly Named[]): NamedValue[] {
  const hosts = links.flatMap((link) => {
    if (link.host === null) return [];
    const short = shortLinkOf(link);
    return [...(short === null ? [] : [short]), ...hostsAbove(link.host)];
  });
  const values = [
    ...hosts.map((value): NamedValue => ({ kind: "host", value })),
    ...named.flatMap(({ kind, values }) => values.map((value): NamedValue => ({ kind, value }))),
  ];
  const keys = values.map(({ kind, value }) => `${kind} ${value}`);
  return values.filter((_, i) => keys.indexOf(keys[i]!) === i).slice(0, mostValues);
}

/** A link's digits are no phone number. */
function withoutLinks(text: string): string {
  return linksIn(text).reduce((rest, { shown }) => rest.replaceAll(shown, " "), text);
}

function named(kind: Named["kind"], written: string, values?: string[]): Named | null {
  const value = listedValue(kind, written);
  if (value === null) return null;
  return { kind, shown: written.trim(), values: values ?? [value], sign: null, hotline: null };
}

const accountBefore = /(?:[账帐卡][户号]?号?|银行卡|信用卡|户头)[^\d。！？!?\n]{0,6}$/u;

/** An amount is no number to call. */
const counted = /^ ?(?:元|块|万|千|百|个|人|斤|亩|年|月|日|号楼|%|\.\d)/u;

function numbersIn(line: string): (Named | null)[] {
  return digitRuns(line).map((run) => {
    const first = run[0]!;
    const digits = run.map(({ value }) => value).join("");
    const shown = line.slice(first.at, run.at(-1)!.end);
    // Where every digit is a word it is an amount, a date, a saying.
    if (!/\d/.test(shown)) return null;
    const before = line.slice(Math.max(0, first.at - 12), first.at);
    if (/[a-z_]$/iu.test(before) || counted.test(line.slice(run.at(-1)!.end))) return null;
    const isMobile = mobileIn(digits) !== null;
    const isAccount = looksLikeCard(digits) || (accountBefore.test(before) && digits.length >= 6);
    if (!isMobile && isAccount) return named("account", digits);
    return phoneNamed(`${before.endsWith("+") ? "+" : ""}${shown}`);
  });
}

function phoneNamed(shown: string): Named | null {
  const digits = shown.replace(/\D/g, "");
  const isPlus = shown.startsWith("+");
  // With a + before it, a hotline's number is not the hotline.
  if (isHotline(digits) && !isPlus)
    return { kind: "phone", shown: digits, values: [], sign: null, hotline: digits };
  if (isPublic(digits) && !isPlus) return null;
  const sign = signOf(digits, isPlus);
  const isPhone = sign !== null || mobileIn(digits) !== null || landline.test(digits);
  const it = isPhone ? named("phone", digits) : null;
  return it && { ...it, shown: shown.trim(), sign };
}

const landline = /^(?:0[1-9]\d{8,10}|95\d{3,6}|96\d{3,4}|1[02]\d{3})$/;
const isHotline = (digits: string): digits is Hotline => Object.hasOwn(hotlines, digits);

function signOf(digits: string, isPlus: boolean): NumberSign | null {
  if (mobileIn(digits) === null && (isPlus || /^00\d{5,}/.test(digits)))
    return /^(?:00)?86/.test(digits) ? null : "foreign";
  if (/^(?:86)?(?:1(?:70|71|62|65|67))\d{8}$/.test(digits)) return "virtual";
  return /^[48]00\d{7}$/.test(digits) ? "rented" : null;
}

const chatName =
  /(?:微信|v信|vx|wx|薇信|威信|qq|扣扣|支付宝|闪聊)(?:号码?|群|账号)?(?:是|为|加)?[\s::]{0,3}([a-z\d][a-z\d_-]{4,24})/giu;

function chatNamesIn(line: string): (Named | null)[] {
  return [...line.matchAll(chatName)].map(([, name = ""]) => named("account", name));
}

const quotedApp = /["“”'‘’《「【〈]([^"“”'‘’《》「」【】〈〉\n]{2,16})["“”'‘’》」】〉]/gu;
const appWord = /app|软件|平台|客户端|安装包|小程序|apk/iu;
/** What stands before 软件 or after 下载: where the name begins nothing marks. */
const beforeWord = /([\p{L}\p{N}]{2,24}?) ?(?:app|软件|平台|客户端)(?![a-z])/giu;
const afterVerb =
  /(?:下载|安装|(?:让|叫|要|劝|教)(?:我|俺|他|她|我妈|我爸)(?:下|装)|下了?个|装了?个|叫做?(?![我俺咱他她])|名字是)(?:一个|个|了|叫)?([\p{L}\p{N}]{2,16})/gu;
/** 安信证券精英版能信吗: what is asked of a name behind it. */
const askedBehind =
  /(?:(?:这个)?(?:app|软件|平台|客户端))?(?:(?:能|敢|可以|要)(?:不能|不敢|不可以|不要)?(?:信|装|下|用|点|注册|投)|靠谱|可信|可靠|是真|是假|真的|是不是|正规|安全|咋样|怎么样|是骗|有没有|是啥|行不|好使).*$/su;
/** A message of so many characters may be a name and no more. */
const mostBare = 14;
/** How the names of made-up trading, loan and shopping apps end. */
export const brandEnding =
  /(?:证券|金融|商城|钱包|国际|优选|财富|资本|交易所|版|pro|易贷|速贷|宝贷|通宝|贷宝|信贷|易购|云集\p{L}{0,3}|优品)$/iu;
const longestName = 10;

function appsIn(line: string): (Named | null)[] {
  const quoted =
    appWord.test(line) || /下载|安装|注册|[让叫][^,。，]{0,4}[装下]/u.test(line)
      ? line.matchAll(quotedApp)
      : [];
  return [
    ...[...quoted].map(([, name = ""]) => named("app", name)),
    ...[...line.matchAll(beforeWord)].slice(0, 5).map(([, words = ""]) => anyEndOf(words)),
    ...[...line.matchAll(afterVerb)].slice(0, 5).map(([, words = ""]) => anyBeginningOf(words)),
  ];
}

/** A short message may be an app's name alone, or ask about one. */
function bareName(line: string): Named | null {
  const whole = line.replace(/[?？。!！\s]+$/u, "").trim();
  const name = whole.replace(askedBehind, "").trim();
  if ([...name].length > mostBare || !/^(?![这那该啥])\p{L}(?:\d{0,2}\p{L})+\d{0,2}$/u.test(name))
    return null;
  return name !== whole || brandEnding.test(name) ? named("app", name) : null;
}

function anyEndOf(words: string): Named | null {
  const lengths = Array.from({ length: longestName - 1 }, (_, i) => i + 2);
  return anyOf(
    words,
    lengths.map((length) => words.slice(-length)),
  );
}

function anyBeginningOf(words: string): Named | null {
  const lengths = Array.from({ length: longestName - 1 }, (_, i) => longestName - i);
  const name = words
    .replace(/^(?:一?[个款]|叫做?|了|的)+/u, "")
    .replace(/(?<=..)(?:app|apk|软件|平台|客户端).*$/isu, "")
    .replace(askedBehind, "");
  if ([...name].length < 2) return null;
  return anyOf(
    name,
    lengths.map((length) => name.slice(0, length)),
  );
}

function anyOf(words: string, names: string[]): Named | null {
  const values = names.map((name) => listedValue("app", name)).filter((it) => it !== null);
  return named("app", words, [...new Set(values)]);
}
