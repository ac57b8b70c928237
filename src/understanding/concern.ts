import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Facet } from "../domain/sets.ts";
import { wantsNoName } from "./hazard.ts";

/** What people ask of any matter, and no side of it is called so: a fine, for how long it holds, that nobody learns who told. */
export type Concern = "fine" | "validity" | "secrecy";

/** More characters of its own than this, and a message is about something else as well. */
const ownSubject = 6;

const lasting =
  /(?:管|好使|管用|有效)(?:用|到)?(?:多久|多长时间|多少年|几年|几个月|多少天|几天)|(?:多久|多长时间|几年)(?:有效|作废)|有效期/u;

/** What normalised words ask beside the sides of a matter; `own`: what they speak of by themselves. */
export function concernIn(said: string, own: string): Concern | null {
  const bare = own.replaceAll(" ", "");
  if (/罚/u.test(said) && bare.replace(/挨|罚|款|钱|金/gu, "") === "") return "fine";
  if (lasting.test(said) && bare.replace(/管|用|使|好|有效|期/gu, "") === "") return "validity";
  return wantsNoName(said) && [...bare].length <= ownSubject ? "secrecy" : null;
}

const stands: Record<Concern, RegExp> = {
  fine: /罚/u,
  validity: /(?:管|有效)[^。\n]{0,6}[\d一二两三四五六七八九十半]+ ?个?(?:年|月|天|日)/u,
  secrecy: /保密|匿名|露名|留名/u,
};

/** The side that speaks of it; null if none does. */
export function sideOn(concern: Concern, { sections }: KnowledgeEntry): Facet | null {
  const speaking = sections.filter(({ text }) => stands[concern].test(text));
  return (speaking.find(({ facet }) => facet !== "依据") ?? speaking[0])?.facet ?? null;
}
