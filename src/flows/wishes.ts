import type { State } from "../domain/conversation.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import type { Reading } from "../domain/reading.ts";
import { menuTexts as texts } from "../texts/zh-cn/menu.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { facetsIn } from "../understanding/facet.ts";
import { normalise } from "../understanding/normalise.ts";
import { saysSeat } from "../understanding/seat-wish.ts";
import { beginBooking } from "./book.ts";
import { changeBooking, givesBackHeld } from "./book-own.ts";
import { askForOfficer } from "./human.ts";
import { button, notice } from "./reply.ts";

/**
 * From here up a wish is taken at its word; below, the words are looked up like any question. A
 * person is easily asked for; a question about a seat or a matter must not be taken for the wish.
 */
const sure = { human: 0.4, book: 0.9, change_booking: 0.9, case_status: 0.9 };

/** … and so sure of a seat where a day is named, or the person holds one. */
const sureOfSeat = 0.4;

function isAboutSeat({ intent, booking }: Reading, { seats }: Facts): boolean {
  if (intent === "change_booking") return (seats?.own.length ?? 0) > 0;
  return intent === "book" && booking?.date != null;
}

/** Below this, words on police or people (民警叫啥名) must also say that one is wanted. */
const sureOfPerson = 0.9;
const asksForPerson =
  /^(?!.*(?:自称|说是|冒充)).*(?:(?:找|叫|要|转|接|换|派|来|联系|跟|和|让|请|见|有|给我)[^,。?]{0,6}(?:民警|警察|警官|片警|人工|真人|活人|大活人|客服|所长|领导|公安|个人|人来|人说|人唠)|人工|回(?:个|我)?电话|打给我|打过来|视频)/u;

/**
 * What somebody wants done and not told: a person, a seat, news of their own matter. Null where
 * nothing of that kind was read, or a question is asked along with it.
 */
export function wish(
  state: State,
  { text, reading, masked }: Pick<Extract<Event, { on: "said" }>, "text" | "reading" | "masked">,
  facts: Facts,
): Decision | null {
  const { intent, confidence } = reading;
  if (givesBackHeld(text, facts)) return changeBooking(text, facts);
  if (saysSeat(text) && facts.services.length > 0 && facetsIn(text).length === 0)
    return beginBooking({ text, masked }, facts, state);
  if (!(intent in sure)) return null;
  const isPlain = confidence >= sure[intent as keyof typeof sure];
  if (!isPlain && !(confidence >= sureOfSeat && isAboutSeat(reading, facts))) return null;
  // 那个几天给 · 让谁替我去: about the matter at hand, not about a matter of one's own.
  if (state.flow === "ask" && state.at === "answered" && facetsIn(normalise(text)).length > 0)
    return null;
  const reach = reachStation(facts.station);
  switch (intent) {
    case "human":
      if (confidence < sureOfPerson && !asksForPerson.test(normalise(text))) return null;
      return askForOfficer(text, facts);
    case "book":
      if (facetsIn(text).length > 0 && reading.booking?.date == null) return null;
      if (facts.services.length === 0)
        return { state, effects: [notice(texts.book(reach), [button("human")])] };
      return beginBooking({ text, masked }, facts, state);
    case "change_booking":
      return changeBooking(text, facts);
    case "case_status":
      return {
        state,
        effects: [notice(talkTexts.status(facts.matters, reach), [button("human")])],
      };
    default:
      return null;
  }
}
