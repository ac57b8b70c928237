import { hostOf, strangeLetters, type Host } from "./host.ts";
import { linkView, type LinkView } from "./link-view.ts";
import { plainEndings, shorteners, strongEndings } from "./suffixes.ts";

/**
 * What an address does to be taken for another or to get past filters: `name-before` somebody's name
 * stands before an @; `odd-ip` an IP number not in its usual form; `split` its dots are written otherwise.
 */
export type LinkTrick =
  | "name-before"
  | "ip"
  | "odd-ip"
  | "mixed-letters"
  | "foreign-letters"
  | "hidden"
  | "split"
  | "encoded"
  | "script"
  | "installs"
  | "port";

/** An address in a message. */
export interface Link {
  /** As it stands in the message, without what nobody sees. */
  shown: string;
  /** Lower case; null = none is written. */
  scheme: string | null;
  /** Null: it leads to no host (tg:, javascript:), or to none that a browser would go to. */
  host: Host | null;
  port: number | null;
  /** What stands before the @. */
  userinfo: string | null;
  /** From the first slash on; "" = none. */
  path: string;
  tricks: LinkTrick[];
}

/** So many addresses of one message are looked at. */
const mostLinks = 20;
/** So many places that may be one are read closely: ordinary messages have far fewer. */
const mostTries = 400;

// All of these are looked for in the shape of the message, where a letter is one of these:
const letter = "[a-z\\dé_-]";
const han = "[一点]";
const label = `${letter}{1,63}`;
const endings = [...strongEndings].join("|");
const beforeEnding = `(?=(?:${endings})(?!${letter}))`;
const afterWww = "(?<=(?<!\\w)www\\s?)";
/** Dots as people and swindlers write them; the less like a dot, the surer must be what follows. */
const otherDot = "(?: ?[.。・·•‧∙⋅] ?|点| dot )";
const bracketed = " ?[([{【〔「<《] ?(?:点|dot|[.。·]) ?[)\\]}】〕」>》] ?";
const dot = `(?:\\.|${bracketed}|${otherDot}${beforeEnding}|${afterWww}${otherDot})`;
const pathPattern = "(?: ?[/\\\\] ?|[?#])[!-~]{0,500}";

const withScheme =
  /(?<![a-z])(?:[a-z][a-z\d+.-]{1,15}:[/\\]{1,3}|(?:javascript|vbscript|data|intent|tg|weixin|alipays?):(?![/\\]))(?:(?!https?:\/\/)[^\s"'<>，！？；、【】（）《》“”]){1,600}/gi;
const bareHost = new RegExp(
  `(?<!${letter})${label}(?:${dot}${label}){1,9}(?: ?: ?\\d{1,5}(?!\\d))?(?:${pathPattern})?`,
  "gi",
);
/** 工商银行.top: nothing parts the name from the words before it. */
const hanHost = new RegExp(
  `(?<=${han})(?:\\.|${bracketed}|[。・·点])${beforeEnding}${label}(?:${pathPattern})?`,
  "gi",
);

/** A piece of the message, and where it begins. */
interface Piece {
  text: string;
  shape: string;
  index: number;
}

/** The addresses in a message, in the order of their places, each once. Nothing is opened or looked up. */
export function linksIn(text: string): Link[] {
  const view = linkView(text);
  const found: { at: number; link: Link }[] = [];
  let rest = view.shape;
  let tries = 0;
  const take = (pattern: RegExp, read: (piece: Piece) => Link | null): void => {
    for (const { 0: shape, index } of rest.matchAll(pattern)) {
      if (found.length >= mostLinks || ++tries > mostTries) return;
      const link = read({ text: view.line.slice(index, index + shape.length), shape, index });
      if (!link) continue;
      const end = index + Math.min(shape.length, Math.max(link.shown.length, 1));
      if (view.hides(index, end)) link.tricks.push("hidden");
      found.push({ at: index, link });
      rest = `${rest.slice(0, index)}${"\n".repeat(end - index)}${rest.slice(end)}`;
    }
  };
  take(withScheme, schemed);
  take(bareHost, (piece) => bare(piece, view));
  take(hanHost, (piece) => ofHan(piece, view));
  const links = found.toSorted((a, b) => a.at - b.at).map(({ link }) => link);
  return links.filter((link, i) => links.findIndex(({ shown }) => shown === link.shown) === i);
}

function schemed({ text }: Piece): Link | null {
  const [, name = "", slashes = "", rest = ""] = /^([^:]*):([/\\]*)(.*)$/su.exec(text) ?? [];
  const scheme = name.toLowerCase();
  if (slashes === "" || /^(?:javascript|vbscript|data|intent|tg)$/.test(scheme)) {
    const shown = text.replace(/[^!-~]+.*$/su, "");
    const link = { shown, scheme, host: null, port: null, userinfo: null, path: rest };
    return { ...link, tricks: ["script"] };
  }
  const [, authority = "", tail = ""] = /^([^/\\?#,;]*)(.*)$/su.exec(rest) ?? [];
  const path = /^[,;]/.test(tail) ? "" : asPath(tail);
  const at = authority.lastIndexOf("@");
  const userinfo = at < 0 ? null : authority.slice(0, at);
  const [, written = "", digits] =
    /^(\[[^\]]*\]|[^:]*)(?::(\d{0,5}).*)?$/su.exec(authority.slice(at + 1)) ?? [];
  const isV6 = written.startsWith("[");
  const decoded = percentless(written);
  const cut = isV6 ? written : unglued(decoded.replace(/[。・]/g, "."));
  const host = hostOf(cut);
  if (host === null || !(isV6 || host.isIp || cut.includes("."))) return null;
  const tricks = tricksOf({ host, written: cut, userinfo, port: digits, path });
  if (decoded !== written) tricks.push("encoded");
  // Where Chinese words are glued to the host, no path follows.
  const isWhole = isV6 || cut.length === decoded.length;
  const shown = isWhole
    ? `${text.slice(0, text.length - tail.length)}${path}`
    : `${scheme}://${cut}`;
  return { shown, scheme, host, port: portIn(digits), userinfo, path: isWhole ? path : "", tricks };
}

function percentless(written: string): string {
  if (!written.includes("%")) return written;
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** The host without words that follow it without a gap: abc.top点击领取, abc.com.请您登录. */
function unglued(written: string): string {
  const labels = written.split(".");
  for (const [i, one] of labels.entries()) {
    if (i === 0) continue;
    const latin = /^[^\p{Script=Han}]+(?=\p{Script=Han})/u.exec(one)?.[0];
    if (latin !== undefined && plainEndings.has(latin.toLowerCase()))
      return [...labels.slice(0, i), latin].join(".");
    const isSentence =
      /^\p{Script=Han}/u.test(one) && plainEndings.has(labels[i - 1]!.toLowerCase());
    if (one === "" || (isSentence && i > 1)) return labels.slice(0, i).join(".");
  }
  return written;
}

const someDot = new RegExp(dot, "gi");

function bare({ text, shape, index }: Piece, { line }: LinkView): Link | null {
  const [, front = "", colon, tail = ""] =
    /^([^/\\?#:]*?)(?: ?: ?(\d{1,5}))?((?: ?[/\\]|[?#]).*)?$/su.exec(text) ?? [];
  const labels = labelsOf(front, shape.slice(0, front.length));
  const ends = labels.map((one) => one.toLowerCase());
  const isPlain = labels.join(".") === front;
  const path = asPath(tail.trimStart());
  const wanted = isPlain ? plainEndings : strongEndings;
  const isNumber = isIpNumber(ends) && (path !== "" || colon !== undefined || /^\d\d/.test(front));
  let end = isNumber
    ? labels.length
    : ends.findLastIndex((one, i) => i > 0 && isEnding(one, wanted)) + 1;
  if (isNumber && labels.length !== 4) end = 0;
  if (end < 2) return null;
  const isCut = end < labels.length;
  const cut = labels.slice(0, end).join(".");
  const own = labels[end - 2] ?? "";
  const hasPath = !isCut && path !== "";
  // 3.in, a.me: a figure or a slip more likely than an address.
  if (own.length < 2 && !hasPath && !/^www$/i.test(labels[0] ?? "")) return null;
  if (!isNumber && /^\d{1,2}$/.test(own) && !hasPath) return null;
  const follows = line[index + text.length];
  if (follows === "@" && path === "") return null;
  const userinfo = nameBefore(line, index);
  if (userinfo !== null && !hasPath && !endsLikeHost(userinfo)) return null;
  const host = hostOf(cut);
  if (!host) return null;
  const kept = { port: isCut ? undefined : colon, path: isCut ? "" : path };
  const tricks = tricksOf({ host, written: cut, userinfo, ...kept });
  if (!isPlain && /[点點]|dot|[()[\]{}【】〔〕「」<>《》]/iu.test(front)) tricks.push("split");
  const shown = `${userinfo === null ? "" : `${userinfo}@`}${cut}${kept.port ? `:${kept.port}` : ""}${kept.path}`;
  return { shown, scheme: null, host, port: portIn(kept.port), userinfo, path: kept.path, tricks };
}

/** The labels, however the dots between them are written. */
function labelsOf(front: string, shape: string): string[] {
  const labels: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of shape.matchAll(someDot)) {
    labels.push(front.slice(from, index).trim());
    from = index + mark.length;
  }
  return [...labels, front.slice(from).trim()];
}

/** icbc.com.cn@…: an address pretends to be another's. li.si@…: somebody's mail. */
const endsLikeHost = (userinfo: string): boolean =>
  /\.([a-z]+)$/i.test(userinfo) && strongEndings.has(userinfo.split(".").at(-1)!.toLowerCase());

const isEnding = (one: string, wanted: ReadonlySet<string>): boolean =>
  wanted.has(one) || /^xn--[a-z\d]{4,}$/.test(one);

const isIpNumber = (labels: readonly string[]): boolean =>
  labels.every((one) => /^(?:0x[\da-f]{1,8}|\d{1,10})$/.test(one));

/** What stands before an @ right before this place; null = nothing. */
function nameBefore(line: string, at: number): string | null {
  if (line[at - 1] !== "@") return null;
  return /[!-~]{1,80}$/.exec(line.slice(Math.max(0, at - 81), at - 1))?.[0] ?? null;
}

function ofHan({ text, index }: Piece, { line }: LinkView): Link | null {
  const name = /\p{Script=Han}{2,12}$/u.exec(line.slice(Math.max(0, index - 12), index))?.[0];
  const [, ending = "", tail = ""] = /^[^\p{Script=Latin}]*([a-z]+)(.*)$/isu.exec(text) ?? [];
  if (name === undefined) return null;
  const path = asPath(tail.trimStart());
  const host = hostOf(`${name}.${ending}`);
  if (!host) return null;
  const none = { scheme: null, port: null, userinfo: null };
  return { ...none, shown: `${name}.${ending}${path}`, host, path, tricks: [] };
}

/** A path without the marks of the sentence around it. */
function asPath(tail: string): string {
  const ascii = /^[!-~]*/.exec(tail.replace(/^([/\\]) /, "$1"))?.[0] ?? "";
  return ascii.replace(/[.,;:!?)\]}'"*~]+$/, "");
}

function portIn(digits: string | undefined): number | null {
  return digits === undefined || digits === "" ? null : Number(digits);
}

function tricksOf(it: {
  host: Host;
  written: string;
  userinfo: string | null;
  port: string | undefined;
  path: string;
}): LinkTrick[] {
  const { host, written, userinfo, port, path } = it;
  const found: LinkTrick[] = [];
  if (userinfo !== null) found.push("name-before");
  if (host.isIp) found.push(host.ascii === written ? "ip" : "odd-ip");
  const letters = strangeLetters(host.seen);
  if (letters !== null) found.push(`${letters}-letters`);
  if (/\.apk(?:$|[?#&])/i.test(path)) found.push("installs");
  if (port !== undefined && port !== "" && !/^(?:80|443)$/.test(port)) found.push("port");
  return found;
}

/** The short link that this one is, as lists keep it: t.cn/A6xYz; null = it is none. */
export function shortLinkOf({ host, path }: Pick<Link, "host" | "path">): string | null {
  if (host === null || !shorteners.has(host.ascii)) return null;
  const [first = ""] = path.slice(1).split(/[/?#]/);
  return first === "" ? host.ascii : `${host.ascii}/${first}`;
}
