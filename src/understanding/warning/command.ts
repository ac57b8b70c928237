import { isAgreement } from "../agreement.ts";
import { normalise } from "../normalise.ts";
import { resultIn } from "./result.ts";

/** What one of us asks for in words behind a command: a matter's number, and the rest of the message. */
export interface NumberedWords {
  asks: "result" | "sheet";
  number: string;
  rest: string;
}

const verbFirst = /^[\s/／]*(填?结果|单子?)[\s:：,，]*(?:编号)?(\d{6})(?!\d)[\s:：,，]*([\s\S]*)$/u;
const numberFirst = /^\s*(?:编号)?(\d{6})(?!\d)[\s:：,，的]*(结果|单子?)?[\s:：,，]*([\s\S]*)$/u;

/**
 * 结果100001 见面 劝住了 · 单100001 五千 工行 · 100001 没见着. Null: it is neither, or a number with
 * words behind it that tell no result.
 */
export function numberedWordsIn(text: string): NumberedWords | null {
  const told = text.normalize("NFKC");
  const asksOf = (verb: string) => (verb.endsWith("结果") ? "result" : "sheet");
  const first = verbFirst.exec(told);
  if (first) return { asks: asksOf(first[1]!), number: first[2]!, rest: first[3]!.trim() };
  const [, number, verb, rest = ""] = numberFirst.exec(told) ?? [];
  if (number === undefined) return null;
  if (verb !== undefined) return { asks: asksOf(verb), number, rest: rest.trim() };
  const tells = Object.keys(resultIn(rest, 0)).length > 0;
  return tells ? { asks: "result", number, rest: rest.trim() } : null;
}

/** The words of a result that names no matter: 结果 见面 劝住了. Null: it is none. */
export function resultWordsIn(text: string): string | null {
  const found = /^[\s/／]*(?:填结果|结果)(?:[\s:：,，]+([\s\S]*)|)$/u.exec(text.normalize("NFKC"));
  return found ? (found[1] ?? "").trim() : null;
}

/** 单 · 看单子: of the matter at hand. */
export function isSheetCommand(text: string): boolean {
  return /^\s*(?:看一?[下看]?)?单子?[。.！!]?\s*$/u.test(text);
}

/** Whether words behind a command about warnings stand by themselves, however soon after others. */
export function isWarningCommand(text: string): boolean {
  return numberedWordsIn(text) !== null || resultWordsIn(text) !== null || listIn(text) !== null;
}

/** What the words say to a result that was read back: yes, no, or no with other words. Null: neither. */
export function readBackAnswer(text: string): { yes: true } | { yes: false; rest: string } | null {
  const said = normalise(text).trim();
  if (isAgreement(said) || /^(?:确认|保存|提交|记(?:上|下)?)[吧了。!]*$/u.test(said))
    return { yes: true };
  const no =
    /^(?:不对|不是(?:这样)?|错了?|不|写错了?|弄错了?|改(?:一?[下改]|成|为|正)?)[,，。:：\s、吧了]*([\s\S]*)$/u.exec(
      said,
    );
  return no ? { yes: false, rest: no[1]! } : null;
}

/** The list behind 导入预警; empty where the command stands alone. Null: it is none. */
export function listIn(text: string): string | null {
  const found = /^[\s/／]*导入(?:预警|名单|预警名单)[:：]?[^\S\n]*(?:\n|$)?([\s\S]*)$/u.exec(text);
  return found ? (found[1] ?? "") : null;
}
