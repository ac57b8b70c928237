import { withSeenCapitals } from "./confusables.ts";
import { seenLabel } from "./punycode.ts";
import { suffixLength } from "./suffixes.ts";

/** A host as computers and as people read it. */
export interface Host {
  /** Lower case, IDN labels as xn--…; IP numbers as 1.2.3.4 or [::1]. */
  ascii: string;
  /** The same as people see it. */
  seen: string;
  /** What somebody registered: icbc.com.cn of m.icbc.com.cn; all of an IP number. */
  domain: string;
  /** Its own label: icbc. */
  label: string;
  /** Labels before the domain, from left to right. */
  before: string[];
  isIp: boolean;
}

/** Reads a host; null = no browser would go there. Nothing is looked up anywhere. */
export function hostOf(written: string): Host | null {
  const ascii = asciiOf(written);
  if (ascii === null) return null;
  if (/^\[|^[\d.]+$/.test(ascii))
    return { ascii, seen: ascii, domain: ascii, label: ascii, before: [], isIp: true };
  const labels = ascii.split(".").map(seenLabel);
  const own = Math.max(0, labels.length - suffixLength(labels) - 1);
  return {
    ascii,
    seen: labels.join("."),
    domain: labels.slice(own).join("."),
    label: labels[own] ?? "",
    before: labels.slice(0, own),
    isIp: false,
  };
}

/** As a browser would: NFKC, lower case, punycode, IP numbers in whatever base. */
function asciiOf(written: string): string | null {
  if (written === "" || written.length > 255 || /[\s/\\?#@]/.test(written)) return null;
  try {
    const { hostname } = new URL(`http://${withSeenCapitals(written)}/`);
    return hostname.replace(/\.+$/, "") || null;
  } catch {
    return withoutBreaking(written);
  }
}

/** What no browser opens is still an address that somebody was sent: an underscore, a dash too many. */
function withoutBreaking(written: string): string | null {
  const plain = written.normalize("NFKC").toLowerCase().replace(/\.+$/, "");
  const isHost = /^[\p{L}\p{N}\p{M}_-]{1,63}(?:\.[\p{L}\p{N}\p{M}_-]{1,63}){1,10}$/u.test(plain);
  return isHost ? plain : null;
}

/** The host and those above it, down to what somebody registered: a list may hold any of them. */
export function hostsAbove({ ascii, isIp }: Host): string[] {
  if (isIp) return [ascii];
  const labels = ascii.split(".");
  const most = Math.max(1, labels.length - suffixLength(labels));
  return Array.from({ length: Math.min(most, 6) }, (_, i) => labels.slice(i).join("."));
}

/** Letters that are neither plain Latin nor Chinese, within a label of plain ones or alone. */
export function strangeLetters(seen: string): "mixed" | "foreign" | null {
  let found: "mixed" | "foreign" | null = null;
  for (const label of seen.split(".")) {
    if (!/(?!\p{Script=Han})[^\u0000-\u007F]/u.test(label)) continue;
    if (/[a-z]/.test(label)) return "mixed";
    found = "foreign";
  }
  return found;
}
