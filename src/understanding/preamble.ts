import { stepIn } from "./follow-up.ts";
import { readOutOfScope } from "./intent.ts";
import { normalise } from "./normalise.ts";

/** From the words that say a question comes: … 我问正经的 … · … 就问下 …. */
const turning =
  /(?:^|[ ,。!?;\n])(?:那|我|俺|就|先|再|想|是想|还是)*(?:说|唠)?(?:问(?:问|一下|下|个|句|你)?|打听(?:一下|下|个)?|咨询(?:一下|下|个)?)?(?:的是)?(?<earnest>(?:点|个|句)?(?:正经的?|正事|正经事|真格的))?(?:事儿?)?[ ,:。]*/gu;
const waits = /^(?:等等|等会儿?|等一下|慢着|先别|且慢|对了|哎|那个)+$/u;

/**
 * The question behind idle words: 逗你玩呢 我问补证 → 补证. Null where there are none before it, or where
 * what stands before it tells something.
 */
export function behindPreamble(text: string): string | null {
  const said = normalise(text);
  for (const turn of said.matchAll(turning)) {
    const rest = said.slice(turn.index + turn[0].length).trim();
    if (!/问|打听|咨询|正|真格/u.test(turn[0]) || [...rest].length < 2) continue;
    const before = said.slice(0, turn.index).trim();
    if (before === "" ? turn.groups?.["earnest"] !== undefined : isIdle(before)) return rest;
  }
  return null;
}

/** From here up words are taken for small talk. */
const surelyIdle = 0.7;

function isIdle(before: string): boolean {
  if (waits.test(before.replace(/[^\p{L}]+/gu, ""))) return true;
  const step = stepIn(before);
  if (step.is === "nod" || step.is === "leave") return true;
  if (step.is !== "words" || step.facets.length > 0) return false;
  return (readOutOfScope(before)?.confidence ?? 0) >= surelyIdle;
}
