import { leadHours, type FreeSlot } from "../domain/appointment.ts";
import type { Bookable } from "../domain/bookable.ts";
import type { BookAction, BookDraft, BookState, SeatPlace, SlotName } from "../domain/booking.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import { fitting, freeSlots, momentOf, nearest } from "../domain/free-slots.ts";
import type { Choice } from "../domain/message.ts";
import { atStation } from "../domain/openings.ts";
import { hour } from "../domain/station-time.ts";
import { atMenu } from "../domain/conversation.ts";
import { bookTexts as texts } from "../texts/zh-cn/book.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { askChoices, askText, caseOf, openAsk, papersText } from "./book-papers.ts";
import { button, notice } from "./reply.ts";

type Press = BookAction extends infer A
  ? A extends { act: "book" }
    ? Omit<A, "act">
    : never
  : never;

export function press(label: string, action: Press): Choice {
  return { label, action: { act: "book", ...action } as BookAction };
}

/** So many services are offered at once; the rest are a tap further. */
const mostServices = 7;
/** So many times are offered. */
const mostSlots = 3;

export function serviceOf({ services }: Facts, name: BookDraft["service"]): Bookable | null {
  return services.find(({ service }) => service === name) ?? null;
}

/** The free seats for a service, as the flows know of them now: at the place that is wanted, if it has any. */
export function freeFor(
  service: Bookable,
  { seats, now }: Facts,
  where?: BookDraft["where"],
): FreeSlot[] {
  if (!seats) return [];
  const atVillage = service.places.includes("village");
  const openings = seats.openings
    .filter(({ place }) => place === atStation || atVillage)
    .map((opening) => ({ ...opening, counters: Math.min(opening.counters, service.capacity) }));
  const free = freeSlots(openings, seats.taken, service.minutes, now);
  const there = where === undefined ? [] : free.filter((slot) => isAt(slot, where));
  if (there.length > 0) return there;
  // Of the same moment the station comes first: whoever wants the village says so.
  return free.toSorted(
    (a, b) =>
      momentOf(a) - momentOf(b) || Number(b.place === atStation) - Number(a.place === atStation),
  );
}

/** Whether a time is at the place that is wanted. */
export function isAt({ place }: Pick<SlotName, "place">, where: SeatPlace): boolean {
  if (where.at === "station") return place === atStation;
  return where.village === null ? place !== atStation : place === where.village;
}

/** What is missing is asked for, one thing at a time; when all is there, the card. */
export function askOn(draft: BookDraft, facts: Facts, before: string[] = []): Decision {
  const service = serviceOf(facts, draft.service);
  if (!service) return askService(draft, facts, before);
  const ask = openAsk(draft, service);
  if (ask) {
    const wanted = draft.slot ? texts.slot(draft.slot) : wishText(draft);
    const text = [...before, askText(service, ask, wanted)].join("\n\n");
    const choices = [...askChoices(service, ask), drop];
    return { state: at("papers", draft), effects: [notice(text, choices)] };
  }
  if (draft.slot === null) return askSlot(draft, service, facts, before);
  if (!draft.askedName && draft.moves === null) return askName(draft, service, facts, before);
  return showCard(draft, service, before);
}

function at(place: BookState["at"], draft: BookDraft): BookState {
  return { flow: "book", v: 1, at: place, draft } as BookState;
}

export function askService(
  draft: BookDraft,
  { services }: Facts,
  before: string[] = [],
  from = 0,
): Decision {
  const shown = services.slice(from, from + mostServices);
  const choices = shown.map(({ service, name }) => press(name, { do: "service", service }));
  const next = from + shown.length;
  const more =
    next < services.length ? [press(texts.more, { do: "more-services", from: next })] : [];
  const text = [...before, texts.askService].join("\n\n");
  return { state: at("service", draft), effects: [notice(text, [...choices, ...more, drop])] };
}

function askSlot(draft: BookDraft, service: Bookable, facts: Facts, before: string[]): Decision {
  const { wish } = draft;
  const free = freeFor(service, facts, draft.where);
  if (free.length === 0)
    return {
      state: atMenu,
      effects: [notice(texts.noneAtAll(reachStation(facts.station)), [button("human")])],
    };
  const fit = wish.date === null ? [] : fitting(free, { day: wish.date, ...wish });
  const [only] = fit;
  // A day with its time or half, and it is free: the card names the time, and 改一下 changes it.
  if (only && (wish.time !== null || wish.period !== null))
    return askOn({ ...draft, slot: nameOf(only) }, facts, before);
  // 下午三点, and any day: the next one on which it is free.
  const next =
    wish.date === null && wish.time !== null ? free.find(({ at: on }) => on === wish.time) : null;
  if (next) return askOn({ ...draft, slot: nameOf(next) }, facts, before);
  const first = draft.soonest
    ? (only ?? nearest(free, { day: wish.date, ...wish }, 1)[0])
    : undefined;
  if (first) return askOn({ ...draft, soonest: false, slot: nameOf(first) }, facts, before);
  const offered =
    fit.length > 0 ? spread(fit) : nearest(free, { day: wish.date, ...wish }, mostSlots);
  const line =
    fit.length > 0
      ? texts.thatDay(texts.day(wish.date!))
      : wish.date === null && wish.time === null
        ? texts.askSlot(service.name)
        : texts.notThen(wishText(draft));
  const waits =
    wish.date !== null && isFullDay(wish.date, free, facts)
      ? [
          press(texts.wait(texts.day(wish.date)), {
            ...{ do: "wait", service: service.service, day: wish.date, place: atStation },
          }),
        ]
      : [];
  return {
    state: at("slot", { ...draft, slot: null }),
    effects: [notice([...before, line].join("\n\n"), [...slotChoices(offered), ...waits, drop])],
  };
}

export function slotChoices(slots: readonly SlotName[]): Choice[] {
  return slots.map((slot) => press(texts.label(slot), { do: "slot", slot: nameOf(slot) }));
}

export function nameOf({ day, at: time, place }: SlotName): SlotName {
  return { day, at: time, place };
}

/** The day is one on which people are seen, only that nothing is free. */
function isFullDay(day: string, free: readonly FreeSlot[], { seats }: Facts): boolean {
  if (free.some((slot) => slot.day === day)) return false;
  return (
    seats?.openings.some((opening) => opening.day === day && opening.place === atStation) ?? false
  );
}

/** The first, the middle and the last of a day: more choice than three in a row. */
function spread(slots: readonly FreeSlot[]): FreeSlot[] {
  if (slots.length <= mostSlots) return [...slots];
  const middle = slots[Math.floor(slots.length / 2)]!;
  return [slots[0]!, middle, slots.at(-1)!];
}

function wishText({ wish: { date, period, time } }: BookDraft): string {
  const half = period === "am" ? "上午" : period === "pm" ? "下午" : "";
  return `${date === null ? "" : texts.day(date)}${time === null ? half : texts.time(time)}`;
}

function askName(draft: BookDraft, service: Bookable, facts: Facts, before: string[]): Decision {
  const noPhone = facts.channel === "telegram" && facts.residency === "cn";
  const chosen = texts.chosen(service.name, draft.slot!);
  const text = [...before, chosen, noPhone ? texts.askNameNoPhone : texts.askName].join("\n\n");
  return {
    state: at("name", draft),
    effects: [notice(text, [press(texts.skipName, { do: "skip-name" }), drop])],
  };
}

function showCard(draft: BookDraft, service: Bookable, before: string[]): Decision {
  const { slot, name, phone, moves } = draft;
  const papers = moves === null ? papersText(draft, service) : null;
  const text = [...before, texts.card(service.name, slot!, name, phone, papers)].join("\n\n");
  const choices = [
    press(texts.save, { do: "save", slot: nameOf(slot!) }),
    press(texts.change, { do: "change" }),
    drop,
  ];
  return { state: at("card", draft), effects: [notice(text, choices)] };
}

const drop = press(texts.drop, { do: "drop" });

/** 确定: the seat is taken or moved in this very turn, and what came of it is said then. */
export function save(draft: BookDraft, facts: Facts): Decision {
  const service = serviceOf(facts, draft.service);
  const { slot, moves, name, phone } = draft;
  if (!service || !slot) return askOn(draft, facts);
  const effect: Effect =
    moves === null
      ? {
          do: "book-seat",
          wanted: {
            ...{ id: facts.turn, service: service.service, ...slot, name, phone },
            cases: caseOf(draft),
          },
        }
      : { do: "move-seat", seat: moves, service: service.service, to: slot };
  return { state: at("card", draft), effects: [effect] };
}

/** It begins so soon that nobody could be told any more. */
export function isTooLate(slot: SlotName, now: number): boolean {
  return momentOf(slot) - now < leadHours * hour;
}
