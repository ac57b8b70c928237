import type { Hotline } from "../domain/hotlines.ts";
import type { Listed, ListsSaid } from "../domain/lists.ts";
import { linkTexts as texts } from "../texts/zh-cn/links.ts";
import { hostOf, hostsAbove, type Host } from "../understanding/fraud/host.ts";
import { linksIn, shortLinkOf, type Link, type LinkTrick } from "../understanding/fraud/link.ts";
import { lookAlike, ownerOf, type LookAlike } from "../understanding/fraud/look-alike.ts";
import type { Named } from "../understanding/fraud/named.ts";
import { cheapEndings } from "../understanding/fraud/suffixes.ts";

/** What is to be said of one link. Nobody is told that one is safe. */
export interface LinkFinding {
  /** As people may be shown it: it does not become a link again. */
  shown: string;
  /** As it stands in the message. */
  shownAs: string;
  /** As computers read it; null = it leads to no host. */
  host: string | null;
  verdict: "listed" | "look-alike" | "shortener" | "tricky" | "known" | "unknown";
  /** Whose it is, or whose it pretends to be; null = nobody's that we know, or the government's. */
  of: string | null;
  /** Its ending is one that costs next to nothing. */
  cheap: boolean;
  /** Plain sentences, the strongest first; at least one. */
  reasons: string[];
}

/** Longer links are cut where they are shown. Unit: UTF-16 code units. */
const longestShown = 60;

/** Tricks that an honest address has no use for. */
const telling: ReadonlySet<LinkTrick> = new Set([
  ...(["name-before", "ip", "odd-ip", "mixed-letters", "foreign-letters"] as const),
  ...(["hidden", "split", "encoded", "script", "installs"] as const),
]);

/** What a message's links are, by the lists and by how they are written; in the order of their places. */
export function linkFindings(text: string, lists: ListsSaid): LinkFinding[] {
  return linksIn(text).map((link) => findingOf(link, lists));
}

function findingOf(link: Link, { known, listed }: ListsSaid): LinkFinding {
  const { host } = link;
  const cheap = cheapOf(host);
  const it = {
    ...{ shown: shownOf(link), shownAs: link.shown, host: host?.ascii ?? null },
    cheap: cheap.length > 0,
  };
  const tricks = link.tricks.map((trick) => texts.tricks[trick]);
  const entry = listedFor(link, listed);
  const disputed = entry?.appealed === true ? [texts.appealed] : [];
  if (entry && !entry.appealed)
    return { ...it, verdict: "listed", of: null, reasons: [texts.listed(entry), ...tricks] };
  const short = shortLinkOf(link) !== null;
  const owner = host && !short ? ownerOf(host, known) : undefined;
  const alike = owner || short ? null : imitated(link, known);
  const weak = [...tricks, ...cheap, ...telegramOf(host)];
  if (alike && host) {
    const sentence = texts[alike.how](alike.of, texts.dead(host.domain));
    return {
      ...it,
      verdict: "look-alike",
      of: alike.of,
      reasons: [...disputed, sentence, ...weak],
    };
  }
  if (owner) {
    const says = [texts.known(owner.name), owner.open ? texts.open : texts.ownWay];
    const { name: of } = owner;
    // The owner's own port proves nothing against it.
    const odd = link.tricks.filter((trick) => trick !== "port").map((trick) => texts.tricks[trick]);
    return { ...it, verdict: "known", of, reasons: [...disputed, ...says, ...odd] };
  }
  const verdict = short
    ? "shortener"
    : link.tricks.some((trick) => telling.has(trick))
      ? "tricky"
      : "unknown";
  const first = short ? [texts.shortener] : [];
  return { ...it, verdict, of: null, reasons: [...disputed, ...first, ...weak, texts.unknown] };
}

/** Also what stands before an @ may pretend to be somebody's host. */
function imitated({ host, userinfo }: Link, known: ListsSaid["known"]): LookAlike | null {
  const front = userinfo === null ? null : hostOf(userinfo.split(":")[0] ?? "");
  const owner = front ? ownerOf(front, known) : undefined;
  if (owner) return { of: owner.name, how: "name" };
  return host && lookAlike(host, known);
}

function listedFor(link: Link, listed: readonly Listed[]): Listed | undefined {
  if (link.host === null) return undefined;
  const names = new Set([shortLinkOf(link), ...hostsAbove(link.host)]);
  return listed.find(({ kind, value }) => kind === "host" && names.has(value));
}

function shownOf({ shown }: Link): string {
  const short = shown.length > longestShown ? `${shown.slice(0, longestShown)}…` : shown;
  return texts.dead(short);
}

function cheapOf(host: Host | null): string[] {
  const ending = host?.ascii.split(".").at(-1) ?? "";
  return cheapEndings.has(ending) ? [texts.cheap(ending)] : [];
}

function telegramOf(host: Host | null): string[] {
  return /^(?:t\.me|telegram\.(?:me|org|dog))$/.test(host?.domain ?? "") ? [texts.telegram] : [];
}

/** What is to be said of a number, an account or an app. */
export interface NamedFinding {
  shown: string;
  kind: Named["kind"];
  verdict: "listed" | "hotline" | "sign" | "unknown";
  hotline: Hotline | null;
  sign: Named["sign"];
  reasons: string[];
}

/** What the numbers, accounts and apps of a message are, by the lists and by how they begin. */
export function namedFindings(all: readonly Named[], { listed }: ListsSaid): NamedFinding[] {
  return all.map(({ kind, shown, values, sign, hotline }) => {
    const it = { shown, kind, hotline, sign };
    if (hotline !== null) return { ...it, verdict: "hotline", reasons: [texts.genuine(hotline)] };
    const entry = listed.find((one) => one.kind === kind && values.includes(one.value));
    const signs = sign === null ? [] : [texts.signs[sign]];
    if (entry && !entry.appealed) {
      const name = kind === "app" ? entry.value : shown;
      return { ...it, shown: name, verdict: "listed", reasons: [texts.listed(entry), ...signs] };
    }
    const disputed = entry ? [texts.appealed] : [];
    const verdict = sign === null ? "unknown" : "sign";
    return { ...it, verdict, reasons: [...disputed, ...signs, texts.missed(kind)] };
  });
}
