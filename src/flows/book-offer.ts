import { atMenu, type State } from "../domain/conversation.ts";
import type { BookAction, SeatFacts } from "../domain/booking.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import { seatClockTexts as texts } from "../texts/zh-cn/seat-clock.ts";
import { offerAnswerIn } from "../understanding/agreement.ts";
import { normalise } from "../understanding/normalise.ts";
import { press } from "./book-ask.ts";
import { notice } from "./reply.ts";

type Offer = NonNullable<SeatFacts["offer"]>;

/** 要 · 不要了, typed to a seat that is held for them; null: none is, or something else is said. */
export function offerSaid(state: State, text: string, facts: Facts): Decision | null {
  const offer = facts.seats?.offer;
  if (!offer) return null;
  const answer = offerAnswerIn(normalise(text));
  // 行 and 不用 answer what stands open.
  if (answer === null || (state.flow === "book" && answer !== "take")) return null;
  if (!takesOffers(state)) return null;
  // After something else was answered, 好 may be a nod to that.
  if (answer === "yes" && state.flow !== "menu") return { state, effects: [askOffer(offer)] };
  return offerAnswered(state, { ...answering(offer), take: answer !== "leave" }, facts);
}

/** 算了 to a seat that is held for them, and nothing else is under way. */
export function offerLeft(state: State, facts: Facts): Decision | null {
  const offer = facts.seats?.offer;
  if (!offer || state.flow === "book" || !takesOffers(state)) return null;
  return offerAnswered(state, { ...answering(offer), take: false }, facts);
}

const takesOffers = ({ flow }: State): boolean =>
  flow === "menu" || flow === "ask" || flow === "book";

const answering = ({ waiting }: Offer) => ({ act: "book", do: "offer", waiting }) as const;

const askOffer = ({ waiting }: Offer) =>
  notice(texts.askAgain, [
    press(texts.take, { do: "offer", waiting, take: true }),
    press(texts.leave, { do: "offer", waiting, take: false }),
  ]);

/** What came of it is said at the end of the turn; a booking of something else goes on. */
export function offerAnswered(
  state: State,
  { waiting, take }: Extract<BookAction, { do: "offer" }>,
  { seats }: Facts,
): Decision {
  const isOther =
    state.flow === "book" && "draft" in state && state.draft.service !== seats?.offer?.service;
  return {
    state: isOther ? state : atMenu,
    effects: [{ do: "answer-offer", waiting, take }],
  };
}
