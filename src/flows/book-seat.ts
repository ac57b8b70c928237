import { atMenu, type State } from "../domain/conversation.ts";
import type { SeatEvent } from "../domain/booking.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import { nearest } from "../domain/free-slots.ts";
import { bookTexts as texts } from "../texts/zh-cn/book.ts";
import { freeFor, serviceOf, slotChoices } from "./book-ask.ts";
import { fresh } from "./book-draft.ts";
import { papersText } from "./book-papers.ts";
import { notice } from "./reply.ts";

/** What came of a seat that was to be taken, moved or given back. */
export function afterSeat(state: State, { effect, done }: SeatEvent, facts: Facts): Decision {
  const service = serviceOf(
    facts,
    effect.do === "book-seat" ? effect.wanted.service : effect.service,
  );
  const name = service?.name ?? "";
  const draft = state.flow === "book" && "draft" in state ? state.draft : fresh;
  if (done.ok && service) {
    const text =
      effect.do === "book-seat"
        ? texts.booked(name, done.appointment, papersText(draft, service))
        : effect.do === "move-seat"
          ? texts.moved(name, done.appointment)
          : texts.cancelled(name);
    const choices = effect.do === "cancel-seat" ? [] : [mineButton];
    return { state: atMenu, effects: [notice(text, choices)] };
  }
  const why = done.ok ? "closed" : done.why;
  if (why === "has-one" || why === "too-many")
    return { state: atMenu, effects: [notice(texts.refused[why], [mineButton])] };
  if (!service) return { state: atMenu, effects: [notice(texts.none)] };
  const wish = draft.slot
    ? { day: draft.slot.day, period: null, time: draft.slot.at }
    : { day: null, period: null, time: null };
  const others = nearest(freeFor(service, facts, draft.where), wish);
  return {
    state: { flow: "book", v: 1, at: "slot", draft: { ...draft, slot: null } },
    effects: [notice(texts.refused[why], slotChoices(others))],
  };
}

const mineButton = { label: "我的预约", action: { act: "book" as const, do: "mine" as const } };
