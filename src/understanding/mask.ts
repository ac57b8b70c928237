import type { Masked } from "../domain/flow.ts";
import { digitRuns, type Digit } from "./digits.ts";
import { isPublic, looksLikeCard, looksLikeId, mobileIn } from "./private-numbers.ts";

type Kind = "id" | "account" | "phone";

/** What stands in place of a number, with its last four characters. */
const tokens: Record<Kind, string> = { id: "身份证号", account: "账号", phone: "手机号" };

/** A run of at least so many digits without a gap is private, whatever it is. */
const alwaysPrivate = 12;
/** A number named as an account is private from so many digits on. */
const namedAccount = 6;
const accountNamed =
  /(?:[账帐卡][户号]?[号户]|银行卡|信用卡|存折|折子|户头|一卡通|卡)[^\d\p{Nd}。！？!?\n]{0,6}$/u;

interface Finding {
  kind: Kind;
  /** Positions in the run, `to` exclusive. */
  from: number;
  to: number;
}

/**
 * The text with ID, account, card and mobile numbers replaced by readable tokens, and what was
 * taken out. It fails closed: a long number that is nothing known goes too. Hotlines, amounts, days and
 * times stay. Masking a masked text changes nothing.
 */
export function mask(text: string): { text: string; masked: Masked } {
  const masked: Masked = { idNumbers: 0, accounts: 0, phones: [] };
  let result = "";
  let kept = 0;
  for (const run of digitRuns(text)) {
    for (const { kind, from, to } of findings(run, text)) {
      const number = valueOf(run, from, to);
      const first = run[from];
      const last = run[to - 1];
      if (!first || !last) continue;
      result += `${text.slice(kept, first.at)}〔${tokens[kind]}…${number.slice(-4)}〕`;
      kept = last.end;
      count(masked, kind, number);
    }
  }
  return { text: result + text.slice(kept), masked };
}

function count(masked: Masked, kind: Kind, number: string): void {
  if (kind === "id") masked.idNumbers += 1;
  else if (kind === "account") {
    masked.accounts += 1;
    masked.accountNumbers = [...(masked.accountNumbers ?? []), number];
  } else {
    const phone = mobileIn(number) ?? number;
    if (!masked.phones.includes(phone)) masked.phones.push(phone);
  }
}

/** What is private in one run, in order, without overlaps. */
function findings(run: Digit[], text: string): Finding[] {
  const starts = [...run.keys()].filter((i) => i === 0 || run[i]?.apart);
  const groups = starts.map((from, i) => ({ from, to: starts[i + 1] ?? run.length }));
  if (groups.every(({ from, to }) => isPublic(valueOf(run, from, to)))) return [];
  const found: Finding[] = [];
  let group = 0;
  while (group < groups.length) {
    const from = groups[group]?.from ?? 0;
    const finding = startingAt(run, from, groups.slice(group, group + 24), text);
    if (finding) found.push(finding);
    else {
      group += 1;
      continue;
    }
    while (group < groups.length && (groups[group]?.from ?? 0) < finding.to) group += 1;
  }
  return found;
}

/** The private number that begins with the first of these groups and ends with one of them. */
function startingAt(
  run: Digit[],
  from: number,
  groups: { from: number; to: number }[],
  text: string,
): Finding | null {
  const ends = groups.map(({ to }) => to).filter((to) => to - from <= 40);
  const first = ends[0] ?? groups[0]?.to ?? from;
  for (const recognise of [idAt, phoneAt, cardAt])
    for (const to of recognise === cardAt ? ends.toReversed() : ends) {
      const kind = recognise(valueOf(run, from, to));
      if (kind) return { kind, from, to };
    }
  if (first - from >= alwaysPrivate) return { kind: "account", from, to: first };
  const named = accountNamed.test(
    text.slice(Math.max(0, (run[from]?.at ?? 0) - 12), run[from]?.at),
  );
  const whole = ends.at(-1) ?? first;
  if (named && whole - from >= namedAccount && !isPublic(valueOf(run, from, first)))
    return { kind: "account", from, to: first - from >= namedAccount ? first : whole };
  if (groups.length > 1 && evenGroups(groups)) return { kind: "account", from, to: whole };
  return null;
}

const idAt = (number: string): Kind | null => (looksLikeId(number) ? "id" : null);
const phoneAt = (number: string): Kind | null => (mobileIn(number) ? "phone" : null);
const cardAt = (number: string): Kind | null => (looksLikeCard(number) ? "account" : null);

/** Groups of four, the last one shorter at most, and long enough together: a card read from its face. */
function evenGroups(groups: { from: number; to: number }[]): boolean {
  const sizes = groups.map(({ from, to }) => to - from);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return total >= alwaysPrivate && sizes.slice(0, -1).every((size) => size === 4);
}

function valueOf(run: Digit[], from: number, to: number): string {
  let value = "";
  for (let i = from; i < to; i++) value += run[i]?.value ?? "";
  return value;
}
