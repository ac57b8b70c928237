import { hotlines } from "../../domain/hotlines.ts";
import type {
  KnownHost,
  ListedKind,
  Listing,
  ListingFault,
  NamedValue,
} from "../../domain/lists.ts";
import { isPublic } from "../private-numbers.ts";
import { tableIn } from "../warning/table.ts";
import { hostOf } from "./host.ts";
import { listedValue } from "./listed-value.ts";
import { ownerOf } from "./look-alike.ts";
import { shorteners } from "./suffixes.ts";

/** What a file of entries holds, line by line. */
export interface ReadListings {
  good: Listing[];
  bad: { line: number; why: ListingFault }[];
  /** The columns are not those that are asked for: nothing was read. */
  noHead: boolean;
}

const heads = {
  kind: /^(?:种类|类别|类型|kind)$/iu,
  value: /^(?:值|内容|号码|value)$/iu,
  reason: /^(?:原因|理由|说明|reason)$/iu,
  source: /^(?:来源|出处|source)$/iu,
  until: /^(?:有效期|有效期至|到期|到期日|期限|expires)$/iu,
};
type Column = keyof typeof heads;
const columns = Object.keys(heads) as Column[];

const kinds: [ListedKind, RegExp][] = [
  ["host", /^(?:网址|网站|域名|链接|host|url)$/iu],
  ["phone", /^(?:电话|手机|手机号码?|号码|来电|phone)$/iu],
  ["account", /^(?:账号|帐号|账户|卡号|银行卡|微信号?|qq号?|支付宝|account)$/iu],
  ["app", /^(?:软件|软件名|app|应用|程序)$/iu],
];

/** A reason is read to villagers. Unit: UTF-16 code units. */
const longestReason = 60;
const longestSource = 60;

/**
 * Reads a table with the columns 种类, 值, 原因, 来源, 有效期 in any order. Format of `today`: YYYY-MM-DD.
 * @param unwritten what stands for the reason where the table has no such column
 */
export function readListings(
  text: string,
  known: readonly KnownHost[],
  today: string,
  unwritten: string,
): ReadListings {
  const read: ReadListings = { good: [], bad: [], noHead: false };
  // A quote that nothing closes would take all lines after it along.
  const lines = text.split(/\r\n|\r|\n/).map((line, i) => {
    if (line.split('"').length % 2 === 1) return line;
    read.bad.push({ line: i + 1, why: "quotes" });
    return "";
  });
  const [head, ...rows] = tableIn(lines.join("\n"));
  const places = columns.map((column) => [
    column,
    head?.cells.findIndex((cell) => heads[column].test(cell)) ?? -1,
  ]);
  const at = Object.fromEntries(places) as Record<Column, number>;
  if (at.kind < 0 || at.value < 0) return { ...read, bad: [], noHead: true };
  for (const { line, cells } of rows) {
    const cell = (column: Column): string =>
      column === "reason" && at.reason < 0 ? unwritten : (cells[at[column]] ?? "");
    const entry = listingIn(cell, known, today);
    if (typeof entry === "string") read.bad.push({ line, why: entry });
    else read.good.push(entry);
  }
  return { ...read, bad: read.bad.toSorted((a, b) => a.line - b.line) };
}

function listingIn(
  cell: (column: Column) => string,
  known: readonly KnownHost[],
  today: string,
): Listing | ListingFault {
  const kind = kinds.find(([, names]) => names.test(cell("kind").trim()))?.[0];
  if (kind === undefined) return "kind";
  const written = plainCell(cell("value"), kind);
  if (written === null) return "formula";
  if (kind !== "app" && /^\d(?:\.\d+)?e\+?\d+$/i.test(written)) return "rounded";
  const value = listedValue(kind, written);
  if (value === null) return "value";
  const genuine = genuineIn({ kind, value }, known);
  if (genuine !== null) return genuine;
  const reason = plainCell(cell("reason"), "app");
  const source = plainCell(cell("source"), "app");
  if (reason === null || source === null) return "formula";
  if (reason === "") return "reason";
  if (source === "") return "source";
  if (reason.length > longestReason || source.length > longestSource) return "too-long";
  const until = dayIn(cell("until"));
  if (until === undefined) return "day";
  return until !== null && until < today ? "over" : { kind, value, reason, source, until };
}

/** A cell's words; null = a spreadsheet would reckon with it. ="138…" is how one keeps a number as it is. */
function plainCell(cell: string, kind: ListedKind): string | null {
  const kept = /^\s*=\s*"?"([^"]*)""?\s*$/u.exec(cell)?.[1] ?? cell.replace(/^\s*'/u, "");
  const plain = kept.normalize("NFKC").replace(/\s+/gu, " ").trim();
  if (kind === "phone" && /^\+[\d -]+$/.test(plain)) return plain;
  return /^[=+@-]/.test(plain) ? null : plain;
}

/** Undefined: it is no day. Null: there is no end. */
function dayIn(cell: string): string | null | undefined {
  const words = cell.normalize("NFKC").replace(/\s/gu, "");
  if (/^(?:|长期|永久|无|不限|一直)$/u.test(words)) return null;
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:00?:00(?::00)?)?$/u.exec(words);
  if (!found) return undefined;
  const [, year = "", month = "", date = ""] = found;
  const iso = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** What must never be listed: what is known to be official. */
function genuineIn({ kind, value }: NamedValue, known: readonly KnownHost[]): ListingFault | null {
  if (kind === "host") {
    if (shorteners.has(value)) return "shortener";
    if (value.includes("/")) return null;
    const host = hostOf(value);
    const owner = host ? ownerOf(host, known) : undefined;
    return owner && !owner.open ? "official" : null;
  }
  if (kind === "phone" && (Object.hasOwn(hotlines, value) || isPublic(value))) return "hotline";
  return null;
}
