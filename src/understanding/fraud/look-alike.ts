import type { KnownHost } from "../../domain/lists.ts";
import { lettersOf, lookOf, numberLook } from "./confusables.ts";
import { slipsBetween } from "./edit-distance.ts";
import { hostOf, type Host } from "./host.ts";
import { cheapEndings } from "./suffixes.ts";

/** Whose host another one imitates. */
export interface LookAlike {
  /** As villagers call them; null = the government's hosts as such. */
  of: string | null;
  /** `spelling`: written almost the same; `name`: it bears the name, and belongs to somebody else. */
  how: "spelling" | "name";
}

interface Mark {
  /** As it is written in a host. */
  word: string;
  look: string;
  letters: string;
  name: string;
  /** The label of the host itself; false = another name of its owner. */
  isOwn: boolean;
  /** False: only letters that look like its own count, for its words are anybody's. */
  isGuarded: boolean;
}

interface Index {
  known: ReadonlyMap<string, KnownHost>;
  marks: readonly Mark[];
  /** How whole hosts look, a dot before and after. */
  wholes: readonly { look: string; name: string }[];
}

/** Hosts of the state: only its own offices get one. */
const stateHosts = ["gov.cn", "mil.cn"];

const indexes = new WeakMap<readonly KnownHost[], Index>();

function indexOf(hosts: readonly KnownHost[]): Index {
  const made = indexes.get(hosts);
  if (made) return made;
  const index = {
    known: new Map(hosts.map((one) => [one.host, one])),
    marks: hosts.flatMap(marksOf).toSorted((a, b) => Number(b.isGuarded) - Number(a.isGuarded)),
    wholes: hosts.map(({ host, name }) => ({ look: dotted(host.split(".")), name })),
  };
  indexes.set(hosts, index);
  return index;
}

function marksOf({ host, name, also, imitated }: KnownHost): Mark[] {
  const { label, before } = hostOf(host) ?? { label: host, before: [] };
  const own = { word: before[0] ?? label, isOwn: true };
  const others = [name, ...also].map((word) => ({ word: word.toLowerCase(), isOwn: false }));
  return [own, ...(imitated ? others : [])].map((mark) => ({
    ...mark,
    name,
    isGuarded: imitated,
    look: lookOf(mark.word.replaceAll("-", "")),
    letters: lettersOf(mark.word.replaceAll("-", "")),
  }));
}

/** Whose host it is; null name = one of the government's offices. Undefined: of nobody that we know. */
export function ownerOf(
  { ascii }: Host,
  hosts: readonly KnownHost[],
): { name: string | null; open: boolean } | undefined {
  const { known } = indexOf(hosts);
  const labels = ascii.split(".");
  for (let i = 0; i < labels.length - 1; i++) {
    const found = known.get(labels.slice(i).join("."));
    if (found) return found;
  }
  const isState = stateHosts.some((state) => ascii.endsWith(`.${state}`) || ascii === state);
  return isState ? { name: null, open: false } : undefined;
}

/** Whom a host that is not theirs imitates; null = nobody that we know. */
export function lookAlike(host: Host, hosts: readonly KnownHost[]): LookAlike | null {
  if (host.isIp) return null;
  const index = indexOf(hosts);
  const { marks } = index;
  const { label, before, domain } = host;
  const ending = domain.slice(label.length + 1);
  const isCheap = cheapEndings.has(ending);
  const whole = wholeHostBefore(host, index);
  if (whole) return whole;
  const written = label.replaceAll("-", "");
  const look = lookOf(written);
  const same = marks.find((mark) => isSame(mark, written, look, isCheap));
  if (same) return { of: same.name, how: "spelling" };
  const parts = [label, ...before].map(partsOf);
  const guarded = marks.filter(({ isGuarded }) => isGuarded);
  const inside = guarded.find((mark) => parts.some((part) => bears(part, mark, isCheap)));
  if (inside) return { of: inside.name, how: "name" };
  if (imitatesState(host)) return { of: null, how: "name" };
  const near = guarded.find((mark) => isNear(mark, lettersOf(written)));
  return near ? { of: near.name, how: "spelling" } : null;
}

/** www.icbc.com.cn.abc.top: a known host stands whole before somebody else's. */
function wholeHostBefore({ before, label }: Host, { wholes }: Index): LookAlike | null {
  if (before.length === 0) return null;
  const front = dotted([...before, label]);
  const found = wholes.find(({ look }) => front.includes(look));
  return found ? { of: found.name, how: "name" } : null;
}

const dotted = (labels: readonly string[]): string => `.${labels.map(lookOf).join(".")}.`;

/** Letters that look alike, or the very label under another ending. */
function isSame(mark: Mark, written: string, look: string, isCheap: boolean): boolean {
  const { word, isOwn, isGuarded } = mark;
  if (!isOwn && word.length < 5) return false;
  if (!isGuarded && written === word) return false;
  const isAlike = isNumber(word) ? numberLook(written) === word : look === mark.look;
  if (!isAlike || word.length > 3) return isAlike;
  // Two or three letters are anybody's, and so are those that look like them.
  if (/[^\u0000-\u007F]/.test(written)) return true;
  return written === word && isCheap;
}

const isNumber = (word: string): boolean => /^\d+$/.test(word);

/** A slip of typing away, the beginning right: the longer the word, the more slips. */
function isNear({ word, letters, isOwn }: Mark, other: string): boolean {
  const { length } = letters;
  if (!isOwn || isNumber(word) || length < 5 || letters[0] !== other[0]) return false;
  const most = length >= 10 ? 2 : 1;
  return slipsBetween(other, letters, most) <= most;
}

/** Words that stand beside a borrowed name. */
const bait =
  "bank yinhang login safe anquan verify check card ka pay zhifu service services kefu kf jifen jf points point vip dh duihuan gw guanwang official app down download update online cn gov com www wap m my h5 wallet credit loan daikuan dai etc user member huiyuan sms net top info web shop mall help refund tuikuan kuaidi express wuliu order id ssl secure center zhongxin".split(
    " ",
  );
const baits = new Set(bait.map(lookOf));

/** A label as names are looked for in it. */
interface Parts {
  label: string;
  look: string;
  tokens: { raw: string; look: string }[];
  numbers: string[];
}

function partsOf(label: string): Parts {
  const tokens = label.split(/[-_]+/).filter((token) => token !== "");
  return {
    label,
    look: lookOf(tokens.join("")),
    tokens: tokens.map((raw) => ({ raw, look: lookOf(raw) })),
    // Digits, with letters that look like them between: 10O86.
    numbers: (label.match(/[\doil]*\d[\doil]*/g) ?? []).map(numberLook),
  };
}

/** Whether a label bears the name: icbc-safe, 95588icbc, 工商银行积分. The shorter, the more must speak for it. */
function bears(part: Parts, { word, look }: Mark, isCheap: boolean): boolean {
  if (/\p{Script=Han}/u.test(word)) return part.label.includes(word);
  if (isNumber(word)) return word.length > 4 && part.numbers.includes(word);
  if (look.length > 5) return part.look.includes(look);
  const at = part.tokens.findIndex((token) => restOf(token, look) !== null);
  const token = part.tokens[at];
  if (!token) return false;
  const rest = restOf(token, look)!;
  const isLure = rest.raw !== "" && isBait(rest);
  const others = part.tokens.filter((_, i) => i !== at);
  if (look.length > 3) return rest.raw === "" || isLure;
  if (look.length < 3) return rest.raw === "" && others.some(isBait);
  return (rest.raw === "" || isLure) && (isLure || isCheap || others.some(isBait));
}

function isBait({ raw, look }: { raw: string; look: string }): boolean {
  return isNumber(raw) || baits.has(look);
}

/** What stands beside the name in a token that begins or ends with it. */
function restOf(
  token: { raw: string; look: string },
  look: string,
): { raw: string; look: string } | null {
  const length = token.look.length - look.length;
  if (length < 0) return null;
  if (token.look.startsWith(look))
    return {
      raw: length === 0 ? "" : token.raw.slice(-length),
      look: token.look.slice(look.length),
    };
  if (token.look.endsWith(look))
    return { raw: token.raw.slice(0, length), look: token.look.slice(0, length) };
  return null;
}

/** gov where no office of the state can be: abc.gov.cn.xyz.top, shebao-gov.cn, g0v.cn. */
function imitatesState({ before, label, ascii, domain }: Host): boolean {
  const abroad = /\.gov\.([a-z]{2})$/.exec(ascii)?.[1];
  if (abroad !== undefined && domain.endsWith(`.gov.${abroad}`)) return false;
  const looks = [...before, label].flatMap((it) => it.split(/[-_]+/)).map(lookOf);
  return looks.some((it) => /^gov(?!e)|gov$|govcn/.test(it));
}
