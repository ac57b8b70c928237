import type { State } from "../domain/conversation.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import type { Reading } from "../domain/reading.ts";
import { menuTexts as texts } from "../texts/zh-cn/menu.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { facetsIn } from "../understanding/facet.ts";
import { askForOfficer } from "./human.ts";
import { button, notice } from "./reply.ts";

/**
 * From here up a wish is taken at its word; below, the words are looked up like any question. A
 * person is easily asked for; a question about a seat or a matter must not be taken for the wish.
 */
const sure = { human: 0.4, book: 0.9, change_booking: 0.9, case_status: 0.9 };

/**
 * What somebody wants done and not told: a person, a seat, news of their own matter. Null where
 * nothing of that kind was read, or a question is asked along with it.
 */
export function wish(state: State, text: string, reading: Reading, facts: Facts): Decision | null {
  const { intent, confidence } = reading;
  if (!(intent in sure) || confidence < sure[intent as keyof typeof sure]) return null;
  const reach = reachStation(facts.station);
  switch (intent) {
    case "human":
      return askForOfficer(text, facts);
    case "book":
    case "change_booking":
      if (facetsIn(text).length > 0) return null;
      return { state, effects: [notice(texts.book(reach), [button("human")])] };
    case "case_status":
      return { state, effects: [notice(texts.status(facts.matters, reach), [button("human")])] };
    default:
      return null;
  }
}
