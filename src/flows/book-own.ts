import type { Appointment } from "../domain/appointment.ts";
import type { BookAction, BookState, SeatWish, SlotName } from "../domain/booking.ts";
import { atMenu } from "../domain/conversation.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import { momentOf } from "../domain/free-slots.ts";
import { dateOf, day, midnightBefore } from "../domain/station-time.ts";
import { bookTexts as texts } from "../texts/zh-cn/book.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { dayShiftIn } from "../understanding/day-shift.ts";
import { normalise } from "../understanding/normalise.ts";
import { givesSeatBack } from "../understanding/seat-wish.ts";
import { serviceIn } from "../understanding/service.ts";
import { whenIn } from "../understanding/when/when.ts";
import { askOn, isTooLate, press, serviceOf } from "./book-ask.ts";
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
    // To another day, and no hour is named: the hour stands.
    wish: isTold
      ? {
          ...wish,
          date: wish.date ?? own.day,
          time: wish.time ?? (wish.period === null ? own.at : null),
        }
      : wish,
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

/** Somebody wants to move or give back what they have. */
export function changeBooking(text: string, facts: Facts): Decision {
  const said = normalise(text);
  const own = facts.seats?.own ?? [];
  const wish = whenIn(text, facts.now, facts.calendar);
  const wantsMove = moves.test(said);
  const wantsOut = !wantsMove && givesBack.test(said);
  const [only] = own;
  const isTold = wish.date !== null || wish.period !== null || wish.time !== null;
  if (!only || (!wantsOut && !wantsMove && !isTold)) return mine(facts);
  if (asksNews.test(said) && !wantsOut && !wantsMove) return mine(facts);
  const { service } = serviceIn(text);
  const meant = own.length === 1 ? only : own.find((each) => each.service === service);
  if (!meant)
    return {
      state: { flow: "book", v: 1, at: "which", wants: wantsOut ? "cancel" : "move", wish },
      effects: [
        notice(
          texts.which,
          own.map((each) => ({
            label: texts.mineLine(serviceOf(facts, each.service)?.name ?? "", each),
            action: {
              act: "book" as const,
              do: wantsOut ? "cancel" : "move",
              seat: each.id,
            } as BookAction,
          })),
        ),
      ],
    };
  if (isTooLate(meant, facts.now))
    return {
      state: atMenu,
      effects: [notice(texts.tooLate(reachStation(facts.station)), [button("human")])],
    };
  const shift = dayShiftIn(said);
  const date = shift === null ? wish.date : dateOf(midnightBefore(momentOf(meant)) + shift * day);
  return wantsOut ? askCancel(meant.id, facts) : askMove(meant.id, { ...wish, date }, facts);
}

const moves =
  /改|换(?:成|到|个|一下)|挪|推(?:到|迟|后|一|两|几)|往[前后]|提前|提早|延后|延期|错开/u;
const givesBack = /取消|退|不去|去不了|来不了|撤|不约|不办了|推了|算了|别(?:给我)?留/u;
const asksNews = /还在|查|看看|哪天|几号|几点|啥时候|有没有|约上/u;

/** 取消迁户口那个 names a seat that they hold, whatever the service's name looks like beside it. */
export function givesBackHeld(text: string, facts: Facts): boolean {
  const own = facts.seats?.own ?? [];
  const { service } = serviceIn(text);
  return own.some((each) => each.service === service) && givesSeatBack(text);
}

/** Which of several seats is meant: by the service that words name. Null: they are about something else. */
export function whichWords(
  { wants, wish }: Extract<BookState, { at: "which" }>,
  text: string,
  facts: Facts,
): Decision | null {
  const { service } = serviceIn(text);
  const meant = facts.seats?.own.find((each) => each.service === service);
  if (!meant) return null;
  return wants === "cancel" ? askCancel(meant.id, facts) : askMove(meant.id, wish, facts);
}
