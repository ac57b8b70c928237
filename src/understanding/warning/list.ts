import type { FraudLevel } from "../../domain/sets.ts";
import {
  mostBytes,
  mostLines,
  type LineFault,
  type ListedPerson,
  type ReadList,
} from "../../domain/warning-list.ts";
import { categoryIn } from "./category.ts";
import { looseCells } from "./loose-line.ts";
import { tableIn } from "./table.ts";

const columns = ["name", "phone", "village", "level", "category"] as const;
type Column = (typeof columns)[number];

/** What the head of a column is called. */
const heads: Record<Column, RegExp> = {
  name: /姓名|名字|称呼|户名|人员|^名$|^name$/iu,
  phone: /电话|手机|号码|联系方式|^tel|phone|mobile/iu,
  village: /村|嘎查|地址|住址|辖区|社区|单位|village|address/iu,
  level: /等级|级别|风险|预警级|^级$|level/iu,
  category: /类型|类别|手段|手法|种类|诈骗|案由|kind|type|category/iu,
};

const levelWords: [FraudLevel, RegExp][] = [
  ["紧急", /^(?:紧急|特急|特高|极高|一级|Ⅰ级|I级|1级?|红色?)(?:预警|风险|危)?$/iu],
  ["高危", /^(?:高|二级|Ⅱ级|II级|2级?|橙色?)(?:级|危|风险|预警)*$/iu],
  ["中危", /^(?:中|三级|Ⅲ级|III级|3级?|黄色?)(?:级|危|风险|预警|等)*$/iu],
  ["低危", /^(?:低|四级|Ⅳ级|IV级|4级?|蓝色?)(?:级|危|风险|预警)*$/iu],
];

/** The level of a word; null = it is none. */
export function levelIn(cell: string): FraudLevel | null {
  const word = cell.replace(/\s+/gu, "");
  return levelWords.find(([, words]) => words.test(word))?.[0] ?? null;
}

/**
 * Reads a list of warnings: with a head of any order, or without one, where each cell tells what it is.
 * @param villages the station's own, by which a cell is known as a village
 */
export function readWarningList(text: string, villages: readonly string[]): ReadList {
  const refuse = (refused: ReadList["refused"]): ReadList => ({ good: [], bad: [], refused });
  if (text.length > mostBytes) return refuse("too-long");
  const table = tableIn(text);
  const [first, ...rest] = table;
  if (!first) return refuse("empty");
  const head = headOf(first.cells) ?? headOf(first.cells.join(" ").split(/[\s,，、;；|]+/u));
  const lines = head ? rest : table;
  if (lines.length > mostLines) return refuse("too-many");
  const read: ReadList = { good: [], bad: [], refused: lines.length === 0 ? "empty" : null };
  for (const { line, cells } of lines) {
    const strict = personIn(head ? byHead(head, cells) : byLooks(cells, villages), villages);
    // Where a head says what stands where, another column's number is no phone.
    const isShort = head === null || cells.length <= Math.max(...head.values());
    const found = "why" in strict && isShort ? (loosely(cells, villages) ?? strict) : strict;
    if ("why" in found) read.bad.push({ line, ...found });
    else read.good.push({ line, person: found });
  }
  return read;
}

/** A line whose cells are parted as people type; null = no phone is found this way either. */
function loosely(cells: string[], villages: readonly string[]): ListedPerson | Fault | null {
  const words = looseCells(cells.join(" "), villages);
  return words && personIn(byLooks(words, villages), villages);
}

/** Why a line cannot be taken, with what helps to mend it. */
type Fault = Omit<ReadList["bad"][number], "line">;

/** Which column stands where; null = the line is no head. */
function headOf(cells: string[]): Map<Column, number> | null {
  if (cells.some((cell) => /\d{7,}/u.test(cell) || levelIn(cell) !== null)) return null;
  const head = new Map<Column, number>();
  for (const column of columns) {
    const at = cells.findIndex(
      (cell, i) => heads[column].test(cell) && ![...head.values()].includes(i),
    );
    if (at >= 0) head.set(column, at);
  }
  return head.size >= 2 ? head : null;
}

type Cells = Partial<Record<Column, string>>;

function byHead(head: Map<Column, number>, cells: string[]): Cells {
  return Object.fromEntries([...head].map(([column, at]) => [column, cells[at] ?? ""]));
}

function byLooks(cells: string[], villages: readonly string[]): Cells {
  const found: Cells = {};
  // A number that counts the lines is neither a level nor a name.
  for (const cell of cells.filter((each) => !/^\d{0,4}[.)]?$/u.test(plain(each)))) {
    const word = plain(cell);
    const column: Column =
      /\d{5,}|手机号|〔？〕|^[+\d][\d.E+ -]{5,}$/iu.test(word) && found.phone === undefined
        ? "phone"
        : levelIn(word) !== null && found.level === undefined
          ? "level"
          : villages.includes(word) || /(?:村|嘎查|社区|队|镇|苏木|屯)$/u.test(word)
            ? "village"
            : categoryIn(word) !== null && found.name !== undefined
              ? "category"
              : "name";
    found[column] ??= cell;
  }
  return found;
}

function personIn(cells: Cells, villages: readonly string[]): ListedPerson | Fault {
  const phone = phoneIn(cells.phone ?? "");
  if (!phone.ok) return phone.fault;
  const levelCell = plain(cells.level ?? "");
  if (levelCell === "") return { why: "no-level" };
  const level = levelIn(levelCell);
  if (level === null) return { why: "bad-level", said: (words(levelCell) ?? "").slice(0, 8) };
  return {
    name: nameIn(cells.name ?? ""),
    phone: phone.number,
    village: villageIn(cells.village ?? "", villages),
    level,
    category: categoryIn(plain(cells.category ?? "")),
  };
}

/** A cell that a spreadsheet would reckon with is only words: ="138" is 138, and =cmd() is cmd(). */
function plain(cell: string): string {
  const inFormula = /^\s*=\s*"([^"]*)"\s*$/u.exec(cell)?.[1];
  return (inFormula ?? cell).replace(/^[\s'=+@-]+/u, "").trim();
}

/** No longer than any name or village. Unit: UTF-16 code units. */
const longestCell = 30;

/** Words that are safe to show and to write out again: what no name or village holds is left out. */
function words(cell: string): string | null {
  const kept = plain(cell)
    .replace(/[^\p{L}\p{M}\p{N}·•.\s-]/gu, "")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, longestCell);
  return kept === "" ? null : kept;
}

/** A long number in it is somebody's, whatever column it stands in. */
function nameIn(cell: string): string | null {
  return words(cell.replace(/〔[^〕]*〕|\d{5,}/gu, ""));
}

function villageIn(cell: string, villages: readonly string[]): string | null {
  const told = words(cell.replace(/〔[^〕]*〕|\d{5,}/gu, ""));
  if (told === null) return null;
  return villages.find((name) => told.includes(name) || `${told}村` === name) ?? told;
}

type Phone = { ok: true; number: string } | { ok: false; fault: Fault };

/** A mobile number, or a telephone with or without its area code. */
function phoneIn(cell: string): Phone {
  const bad = (why: LineFault, said?: string): Phone => ({
    ok: false,
    fault: { why, ...(said === undefined ? {} : { said }) },
  });
  const told = plain(cell).replace(/(?<=\d)\.0+$/u, "");
  if (told === "") return bad("no-phone");
  if (told.includes(alike)) return bad("two-phones-alike");
  if (/^\d(?:\.\d+)?E\+?\d+$/iu.test(told)) return bad("phone-lost");
  const digits = told
    .normalize("NFKC")
    .replace(/[\s()（）.·—–-]/gu, "")
    .replace(/^(?:\+|00)?86(?=1)/u, "");
  const isPhone = /^1[3-9]\d{9}$/u.test(digits) || /^(?:0\d{2,3})?[2-8]\d{6,7}$/u.test(digits);
  if (isPhone) return { ok: true, number: digits };
  return bad("bad-phone", String(digits.replace(/\D/gu, "").length));
}

/** Stands where two numbers of a masked message end alike, so that nobody knows whose is whose. */
const alike = "〔？〕";

/**
 * A list that came as a message: its numbers were taken out before it was kept, and are put back.
 * @param phones as given, each once
 */
export function withPhones(masked: string, phones: readonly string[]): string {
  const marks = [...masked.matchAll(/〔手机号…(\d{4})〕/gu)].map(([, last]) => last!);
  const used = new Map<string, number>();
  return masked.replace(/〔手机号…(\d{4})〕/gu, (_mark, last: string) => {
    const ending = phones.filter((phone) => phone.endsWith(last));
    if (ending.length === 1) return ending[0]!;
    const nth = used.get(last) ?? 0;
    used.set(last, nth + 1);
    const isClear = marks.filter((mark) => mark === last).length === ending.length;
    return (isClear ? ending[nth] : undefined) ?? alike;
  });
}

/** Whether nobody could take a masked message for anything but a list: each line has a phone and a level. */
export function isPlainlyListed(masked: string): boolean {
  const lines = masked.split("\n").filter((line) => line.trim() !== "");
  return lines.every((line) => {
    const words = line.split(/[\s,，、;；|]+/u);
    const isShort = words.length >= 3 && words.every((word) => word.length <= 14);
    return (
      isShort &&
      line.includes("〔手机号") &&
      words.some((word) => !/^\d+$/u.test(word) && levelIn(word) !== null)
    );
  });
}

/** Whether words are a list rather than a sentence: numbers of people, or cells. */
export function looksListed(text: string): boolean {
  return (
    /〔手机号|\t|(?<!\d)\d{7,}/u.test(text) ||
    headOf(text.split(/[\s,，、;；|]+/u)) !== null ||
    /(?:^|[\s,，、;；|])(?:紧急|高危|中危|低危)(?:$|[\s,，、;；|])/mu.test(text) ||
    text.split("\n").filter((each) => /[,，]/u.test(each)).length > 1
  );
}
