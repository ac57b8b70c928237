import { atMenu, type State } from "../domain/conversation.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import type { Reading } from "../domain/reading.ts";
import { concernIn } from "../understanding/concern.ts";
import { stepIn } from "../understanding/follow-up.ts";
import { normalise } from "../understanding/normalise.ts";
import { ask } from "./ask.ts";

/** Papers are no matter of danger: words about them answer no "where". */
const papers: ReadonlySet<Reading["intent"]> = new Set(["ask_hukou", "ask_id_card"]);
/** What may be asked after a danger that is over. */
const rights: ReadonlySet<Reading["intent"]> = new Set(["ask_legal", "ask_fraud", "dispute"]);
/** From here up the intent is taken at its word, on papers and on rights. */
const sure = { papers: 0.9, rights: 0.8 };
const over =
  /(?:现在|眼下|这会儿?)(?:没|不|好了|走了)|早就|以前|过去|从前|(?:去|前)年|[一二三四五六七八九十半几两\d]个?(?:多)?(?:年|月)(?:前|的事)|上(?:个)?(?:月|礼拜|星期)|不是(?:现在|刚才)|(?:我|俺)就(?:是)?(?:想)?(?:问|知道|打听)|(?:就是|只是|光)(?:想)?(?:问|打听)|没(?:打我|转|给他|事了)/u;

/**
 * After a safety card that asks where: whether the words ask something instead. Whoever only asks
 * has nothing to tell of a place; whoever may be in danger still is heard as before.
 */
export function asksAfterCard(text: string, { intent, confidence }: Reading): boolean {
  const said = normalise(text);
  if (concernIn(said, said) === "secrecy") return true;
  if (papers.has(intent)) return confidence >= sure.papers;
  if (!rights.has(intent) || confidence < sure.rights) return false;
  const step = stepIn(text);
  if (step.is !== "words" || step.ofStation) return over.test(said);
  return step.asks && (over.test(said) || step.facets.length > 0);
}

/** The question is answered; an officer who was told hears of it too. */
export function askAfterCard(
  { alert }: Extract<State, { flow: "emergency"; at: "where" }>,
  text: string,
  reading: Reading,
  facts: Facts,
): Decision {
  const { state, effects } = ask(atMenu, text, reading, facts);
  if (alert === null) return { state, effects };
  return { state, effects: [{ do: "add-to-alert", alert, words: text }, ...effects] };
}
