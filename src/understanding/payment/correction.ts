import type { TransferSheet } from "../../domain/stop-payment.ts";
import { banksIn } from "./banks.ts";

/** What a message takes back, and what it puts in its place. */
export interface Correction {
  /** The words that were denied; empty where only a mistake was owned to. */
  denied: string;
  /** The rest of the message. */
  rest: string;
}

const notThis =
  /(?:不是|不对,?不是|说错了,?不是|错了,?不是)([^,。;\n]{1,20}?)(?:的)?[,，。;\s]*(?:而)?(?:应该)?(?:是|叫)(?=[^,。;\n])/u;
const butNot = /^(.*?(?:是|叫)?.+?)[,，。;\s]*不是([^,。;\n吗么]{1,20}?)(?:的)?[。!\s]*$/u;
/** 农行说错了，是建行. */
const wrongIs =
  /^([^,。;\n]{1,14}?)(?:说|写|打|填|记|搞|弄|报|看)?错了[,，。;\s]*((?:应该)?(?:是|叫).+)$/u;
const mistake =
  /(?:说|写|打|填|记|搞|弄|看|报|输)?错了(?:一(?:位|个字))?|不对|更正|改一下|改成|改为|纠正|不是那个/u;

/** Longer words correct nothing. Unit: code units. */
const longest = 120;

/** 不是五千是五万 · 是建行不是工行 · 卡号错了，是…: null where nothing is taken back. */
export function correctionIn(said: string): Correction | null {
  if (said.length > longest) return null;
  const first = notThis.exec(said);
  if (first) return { denied: first[1] ?? "", rest: said.replace(first[0], " 是") };
  const last = butNot.exec(said);
  if (last && /是|叫/u.test(last[1] ?? "")) return { denied: last[2] ?? "", rest: last[1] ?? "" };
  const [, wrong = "", right = ""] = wrongIs.exec(said) ?? [];
  if (right !== "" && (banksIn(wrong).length > 0 || /\d|[百千万]/u.test(wrong)))
    return { denied: wrong, rest: right };
  return mistake.test(said) ? { denied: "", rest: said.replace(mistake, " ") } : null;
}

type Field = keyof TransferSheet;

/**
 * Whose bank a correction is about: the one that held what was denied; with one known alone, that one.
 * Null: the words must tell.
 */
export function correctedSide(
  kind: "bank" | "account",
  { denied }: Correction,
  sheet: TransferSheet,
): "own" | "other" | null {
  const own: Field = kind === "bank" ? "ownBank" : "ownAccount";
  const other: Field = kind === "bank" ? "otherBank" : "otherAccount";
  const [bank] = banksIn(denied);
  const holds = (field: Field): boolean => {
    const stands = sheet[field];
    if (typeof stands !== "string") return false;
    if (kind === "bank" && bank) return stands === bank.bank;
    const last = /(\d{4})〕?$/u.exec(denied.trim())?.[1];
    return last === undefined ? denied === "" : stands.endsWith(last);
  };
  const sides = [
    ...(holds(own) ? ["own" as const] : []),
    ...(holds(other) ? ["other" as const] : []),
  ];
  return sides.length === 1 ? sides[0]! : null;
}
