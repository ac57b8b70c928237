import type { State } from "../domain/conversation.ts";
import type { Desk } from "../domain/desk.ts";
import type { DeskSeats, ListedSeat, SeatDeskAction, SeatStep } from "../domain/desk-seats.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import type { Choice } from "../domain/message.ts";
import { may } from "../domain/rights.ts";
import type { Service } from "../domain/sets.ts";
import { dateOf } from "../domain/station-time.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { deskSeatTexts as texts } from "../texts/zh-cn/desk-seats.ts";
import { carriesNoWords } from "./bare.ts";
import { heard } from "./desk-step.ts";

/** So many lines, and so many buttons, fit on a screen. */
const mostLines = 30;
const mostButtons = 6;

/** A button or a command about the day's seats. */
export function onSeats(state: State, action: SeatDeskAction, facts: Facts, desk: Desk): Decision {
  const act = action.act === "seats" ? "see-seats" : "run-seats";
  const { seats } = desk;
  if (!may(desk.me.role, act) || seats === null)
    return { state, effects: [heard(deskTexts.mayNot)] };
  switch (action.act) {
    case "seats":
      return list(state, facts, seats, desk);
    case "seat-step":
      return step(state, action, facts, seats, desk);
    case "walk-in":
      return walkIn(state, action, facts, seats, desk);
    case "close-seats":
      return askClose(state, facts, seats);
    case "close-sure":
      return close(state, facts, seats, desk);
    case "open-seats":
      return open(state, facts, seats, desk);
    default:
      return action satisfies never;
  }
}

const nameOf = ({ services }: Facts, name: Service): string =>
  services.find(({ service }) => service === name)?.name ?? name;

const lineOf = (seat: ListedSeat, facts: Facts): string =>
  texts.line(seat, nameOf(facts, seat.service), carriesNoWords(facts));

function list(state: State, facts: Facts, { day, listed }: DeskSeats, { me }: Desk): Decision {
  const lines = listed.slice(0, mostLines).map((seat) => lineOf(seat, facts));
  const rest = listed.length - lines.length;
  const isToday = day === dateOf(facts.now);
  const runs = isToday && may(me.role, "run-seats");
  const text = [
    texts.list(day, lines),
    ...(rest > 0 ? [texts.more(rest)] : []),
    ...(runs ? [texts.how] : []),
  ];
  return {
    state,
    effects: [
      { do: "note-seats", day, person: me.id },
      heard(text.join("\n"), [
        ...(runs ? nextSteps(listed) : []),
        isToday
          ? { label: texts.buttons.tomorrow, action: { act: "seats", on: "tomorrow" } }
          : { label: texts.buttons.today, action: { act: "seats", on: "today" } },
      ]),
    ],
  };
}

/** What comes next for those who are to be seen. */
function nextSteps(listed: readonly ListedSeat[]): Choice[] {
  return listed
    .filter(({ status }) => status === "booked" || status === "arrived")
    .slice(0, mostButtons)
    .map((seat) => stepping(seat, seat.status === "booked" ? "arrived" : "done"));
}

const stepping = ({ id, number }: ListedSeat, one: SeatStep): Choice => ({
  label: texts.buttons.step(one, number),
  action: { act: "seat-step", seat: id, step: one },
});

/** From where each step may be taken; what was called a no-show may still come late. */
const stepsFrom: Record<SeatStep, ListedSeat["status"][]> = {
  arrived: ["booked", "no-show"],
  done: ["booked", "arrived", "no-show"],
  "no-show": ["booked", "arrived"],
};

function step(
  state: State,
  { seat: name, step: one }: Extract<SeatDeskAction, { act: "seat-step" }>,
  facts: Facts,
  { listed }: DeskSeats,
  { me }: Desk,
): Decision {
  const meant = listed.filter(({ id, number }) => id === name || String(number) === name);
  const [seat, other] = meant;
  if (!seat) return { state, effects: [heard(texts.noSeat(name))] };
  if (other) {
    const choices = meant.map((each) => ({
      label: `${texts.buttons.step(one, each.number)} ${each.place} ${each.at}`,
      action: { act: "seat-step" as const, seat: each.id, step: one },
    }));
    return { state, effects: [heard(texts.whichPlace(name), choices)] };
  }
  if (!stepsFrom[one].includes(seat.status))
    return { state, effects: [heard(texts.notNow(lineOf(seat, facts)))] };
  const stepped = lineOf({ ...seat, status: "booked" }, facts);
  return {
    state,
    effects: [
      { do: "set-seat", seat: seat.id, step: one, person: me.id },
      heard(texts.stepped(one, stepped), one === "arrived" ? [stepping(seat, "done")] : []),
    ],
  };
}

function walkIn(
  state: State,
  { service, name }: Extract<SeatDeskAction, { act: "walk-in" }>,
  facts: Facts,
  { next }: DeskSeats,
  { me }: Desk,
): Decision {
  const bookable = facts.services.find((each) => each.service === service);
  if (!bookable) {
    const choices = facts.services.map((each): Choice => ({
      label: each.name,
      action: { act: "walk-in", service: each.service, name },
    }));
    return { state, effects: [heard(texts.askWalkIn, choices)] };
  }
  if (next === null) return { state, effects: [heard(texts.full)] };
  const { slot, number, counters } = next;
  const { day, at, place } = slot;
  const shown = carriesNoWords(facts) ? null : name;
  const seat = { id: `walk-in-${facts.turn}`, service: bookable.service, phone: null };
  return {
    state,
    effects: [
      {
        ...{ do: "walk-in", number, counters, minutes: bookable.minutes, person: me.id },
        wanted: { ...seat, name, day, at, place },
      },
      heard(texts.walkedIn(number, at, bookable.name, shown)),
    ],
  };
}

function askClose(state: State, { now }: Facts, { stretch }: DeskSeats): Decision {
  if (stretch === null) return { state, effects: [heard(texts.askStretch("关"))] };
  const { day, place, from, to } = stretch;
  if (isPast(stretch, now)) return { state, effects: [heard(texts.past)] };
  const sure: Choice = {
    label: texts.buttons.sure,
    action: { act: "close-sure", closure: { day, place, from, to } },
  };
  const keep: Choice = { label: texts.buttons.keep, action: { act: "seats", on: "today" } };
  return { state, effects: [heard(texts.askClose(stretch), [sure, keep])] };
}

function close(state: State, facts: Facts, { stretch }: DeskSeats, { me }: Desk): Decision {
  if (stretch === null || isPast(stretch, facts.now))
    return { state, effects: [heard(texts.past)] };
  const { seats, unreached: _, isClosed: __, ...closure } = stretch;
  return {
    state,
    effects: [
      { do: "close-seats", id: `closed-${facts.turn}`, closure, person: me.id },
      heard(texts.closed(closure, seats)),
    ],
  };
}

function open(state: State, { now }: Facts, { stretch }: DeskSeats, { me }: Desk): Decision {
  if (stretch === null) return { state, effects: [heard(texts.askStretch("开"))] };
  const { seats: _, unreached: __, isClosed, ...closure } = stretch;
  if (isPast(stretch, now)) return { state, effects: [heard(texts.past)] };
  if (!isClosed) return { state, effects: [heard(texts.notClosed(closure))] };
  return {
    state,
    effects: [{ do: "open-seats", closure, person: me.id }, heard(texts.opened(closure))],
  };
}

function isPast({ day, to }: { day: string; to: string }, now: number): boolean {
  const ends = to === "24:00" ? "23:59" : to;
  return Date.parse(`${day}T${ends}:00+08:00`) <= now;
}
