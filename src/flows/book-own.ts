import type { Appointment } from "../domain/appointment.ts";
import type { SeatWish, SlotName } from "../domain/booking.ts";
import { atMenu } from "../domain/conversation.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import { bookTexts as texts } from "../texts/zh-cn/book.ts";
import { askOn, press, serviceOf } from "./book-ask.ts";
import { button, notice } from "./reply.ts";

/** A seat of this person's own; null = it is not theirs, or not ahead any more. */
export function ownSeat(id: string, { seats }: Facts): Appointment | null {
  return seats?.own.find((each) => each.id === id) ?? null;
}

/** 我的预约: what they hold, each with its buttons. */
export function mine(facts: Facts): Decision {
  const own = facts.seats?.own ?? [];
  const [first] = own;
  if (!first)
    return { state: atMenu, effects: [notice(texts.none, [press("预约", { do: "begin" })])] };
  const lines = own.map((each) => texts.mineLine(serviceOf(facts, each.service)?.name ?? "", each));
  const choices =
    own.length === 1
      ? [
          press(texts.moveIt, { do: "move", seat: first.id }),
          press(texts.cancelIt, { do: "cancel", seat: first.id }),
        ]
      : own.map((each) =>
          press(`${texts.cancelIt}：${serviceOf(facts, each.service)?.name ?? ""}`, {
            ...{ do: "cancel", seat: each.id },
          }),
        );
  return { state: atMenu, effects: [notice(texts.mine(lines), [...choices, button("back")])] };
}

/** To when? What was said of it already is taken. */
export function askMove(seat: string, wish: SeatWish, facts: Facts): Decision {
  const own = ownSeat(seat, facts);
  const service = own && serviceOf(facts, own.service);
  if (!own || !service) return mine(facts);
  const isTold = wish.date !== null || wish.time !== null || wish.period !== null;
  const draft = {
    ...{ service: own.service, slot: null, name: null, phone: null, proxy: false },
    ...{ askedName: true, moves: seat },
    wish: isTold ? { ...wish, date: wish.date ?? own.day } : wish,
  };
  return askOn(draft, facts, isTold ? [] : [texts.askMove(service.name, own)]);
}

/** To a time that was offered with the news that theirs is closed. */
export function moveTo(seat: string, slot: SlotName, facts: Facts): Decision {
  const own = ownSeat(seat, facts);
  if (!own) return mine(facts);
  const draft = {
    ...{ service: own.service, slot, name: null, phone: null, proxy: false },
    ...{ askedName: true, moves: seat, wish: { date: null, period: null, time: null } },
  };
  return askOn(draft, facts);
}

export function askCancel(seat: string, facts: Facts): Decision {
  const own = ownSeat(seat, facts);
  if (!own) return mine(facts);
  const name = serviceOf(facts, own.service)?.name ?? "";
  return {
    state: { flow: "book", v: 1, at: "cancelling", seat },
    effects: [
      notice(texts.cancelAsk(name, own), [
        press(texts.cancelSure, { do: "cancel-sure", seat }),
        press(texts.keepIt, { do: "mine" }),
      ]),
    ],
  };
}
