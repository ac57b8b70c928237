import { atMenu, type State } from "../domain/conversation.ts";
import type { BookAction, BookDraft, BookState, SlotName } from "../domain/booking.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import { nearest } from "../domain/free-slots.ts";
import { atStation } from "../domain/openings.ts";
import { bookTexts as texts } from "../texts/zh-cn/book.ts";
import { isAgreement } from "../understanding/agreement.ts";
import { facetsIn } from "../understanding/facet.ts";
import { keepsBack } from "../understanding/keeps-back.ts";
import { normalise } from "../understanding/normalise.ts";
import { seatPlaceIn } from "../understanding/seat-place.ts";
import { serviceIn } from "../understanding/service.ts";
import { whenIn } from "../understanding/when/when.ts";
import { fresh, noWish, withPlace } from "./book-draft.ts";
import { offerAnswered } from "./book-offer.ts";
import { askOn, askService, freeFor, save, serviceOf } from "./book-ask.ts";
import { askCancel, askMove, mine, moveTo, ownSeat, whichWords } from "./book-own.ts";
import { dropped, kept } from "./book-back.ts";
import { ownList } from "./book-list.ts";
import { nameWords, namePutRight, withoutPerson, withPerson } from "./book-name.ts";
import { notedCases, tellsCase, withAnswer, withAllCases, withChoice } from "./book-papers.ts";
import { button, notice } from "./reply.ts";

type Said = Extract<Event, { on: "said" }>;

/** From here up the words name a service. */
const sureOfService = 0.5;

/** Somebody wants a seat: what they said of service and time is not asked again. */
export function beginBooking(
  { text, masked }: Pick<Said, "text" | "masked">,
  facts: Facts,
  from: State = atMenu,
): Decision {
  const atHand = from.flow === "ask" && from.at === "answered" ? from : null;
  const context = atHand?.context ?? null;
  const said = normalise(text);
  const draft = withWords(fresh, text, facts);
  const before = facts.seats?.last;
  const isSame = /上回|上次|老样子|还是那个/u.test(said);
  const isAgain = before?.status === "cancelled" && /[再重又]约|重新约/u.test(said);
  const last = isSame || isAgain ? before?.service : null;
  const service = draft.service ?? last ?? serviceFrom(atHand, facts);
  const wish =
    isSame &&
    last != null &&
    draft.service === null &&
    draft.wish.time === null &&
    draft.wish.period === null
      ? { ...draft.wish, time: facts.seats?.last?.at ?? null }
      : draft.wish;
  const age = atHand?.age ?? null;
  const begun = {
    ...draft,
    wish,
    service,
    ...(age === null ? {} : { age }),
    ...(soonest.test(said) ? { soonest: true } : {}),
  };
  const cases = withAllCases(begun, [context ?? "", text], facts);
  // 我叫斯琴，139…，约后天: nothing of it is asked again.
  const isTold = masked.phones.length > 0;
  return askOn(isTold ? withPerson({ ...cases, askedName: true }, { text, masked }) : cases, facts);
}

/** The service that the matter at hand belongs to. */
function serviceFrom(
  atHand: { entry: string; context: string } | null,
  { services }: Facts,
): BookDraft["service"] {
  if (atHand === null) return null;
  const cites = ({ from }: { from: string }) => from === atHand.entry;
  const citing = services.find(({ papers, who }) => papers.some(cites) || who.some(cites));
  if (citing) return citing.service;
  const read = serviceIn(atHand.context);
  const name = read.confidence >= sureOfService ? read.service : null;
  return services.some(({ service }) => service === name) ? name : null;
}

/** Villages that are visited. */
const villagesOf = ({ station }: Facts): string[] => [
  ...new Set((station.villageDays ?? []).map(({ village }) => village)),
];

/** 早上 9, in a booking, is an hour. */
const withHour = (text: string): string =>
  text.replace(/([早上下][上午晌]|头晌|后晌) *(\d{1,2}|[一二三四五六七八九十]{1,2}) *$/u, "$1$2点");

/** What words tell of service and time joins what is known; what is said later counts. */
function withWords(draft: BookDraft, text: string, facts: Facts): BookDraft {
  const { service, confidence } = serviceIn(text);
  const read = confidence >= sureOfService ? service : null;
  const { date, period, time } = whenIn(withHour(text), facts.now, facts.calendar);
  const isNew = date !== null || period !== null || time !== null;
  const wish = isNew
    ? {
        date: date ?? draft.wish.date ?? draft.slot?.day ?? null,
        // 不是周三是周四: the hour stands.
        period: period ?? draft.wish.period,
        time: time ?? (period === null || period === draft.wish.period ? draft.wish.time : null),
      }
    : draft.wish;
  const heard = { ...draft, service: read ?? draft.service, wish, slot: isNew ? null : draft.slot };
  return withPlace(heard, seatPlaceIn(text, villagesOf(facts)));
}

/** Words while a seat is taken. Null: they are about something else, and the booking goes on after it. */
export function bookWords(state: BookState, event: Said, facts: Facts): Decision | null {
  const said = normalise(event.text);
  if (state.at === "cancelling") return afterCancelWords(state.seat, said, facts);
  if (state.at === "which") return whichWords(state, event.text, facts);
  const { draft } = state;
  if (/(?:我的预约|我约的|我约好的)/u.test(said)) return mine(facts);
  const declines = state.at === "card" || state.at === "name" ? withoutPerson(draft, said) : null;
  if (declines && state.at === "card") return askOn(declines, facts);
  if (leaves.test(said) && !declines) return draft.moves === null ? dropped() : kept();
  if (state.at === "card" && isAgreement(said)) return save(draft, facts);
  // 改名的，叫李强: what is asked of a change of names.
  const name =
    state.at === "papers" && draft.service === "hukou_change" ? null : namePutRight(said);
  if (name !== null) return askOn(withPerson({ ...draft, name, askedName: true }, event), facts);
  if (state.at === "papers") {
    // 都十六了 answers what was asked, and names no other service.
    const wanted = { ...withWords(draft, event.text, facts), service: draft.service };
    const answered = withAnswer(draft, wanted, event.text, facts);
    if (answered) return askOn(withPerson(answered, event), facts);
    if (soonest.test(said)) return askOn({ ...draft, soonest: true }, facts);
    if (isAgreement(said)) return askOn(draft, facts);
  }
  const heard = withWords(draft, event.text, facts);
  const told = withAllCases(heard, [event.text], facts);
  const list = ownList(state, told, event.text, facts);
  if (list) return list;
  const isPlace = told.where !== draft.where;
  const isNews =
    isPlace || told.service !== draft.service || told.wish !== draft.wish || tellsCase(told, draft);
  const isWish = isPlace || (told.wish !== draft.wish && asksIfFree.test(said));
  if (isNews && (!asksAside(event) || (isWish && facetsIn(said).length === 0))) {
    const noted = notedCases(told, draft, serviceOf(facts, told.service));
    return askOn(withPerson(told, event), facts, noted);
  }
  if ((state.at === "papers" || state.at === "slot") && keepsBack(said))
    return askOn({ ...draft, askedName: true }, facts);
  if (state.at === "name") {
    if (event.masked.phones.length === 0 && asksAside(event)) return null;
    return nameWords(draft, event, facts);
  }
  if (goesOn.test(said)) return askOn(draft, facts);
  if (state.at === "slot" && draft.service !== null && draft.wish.date !== null && waits.test(said))
    return waitFor({ service: draft.service, day: draft.wish.date, place: atStation }, draft);
  if (state.at === "slot" && otherTime.test(said)) return askOn({ ...draft, wish: noWish }, facts);
  if (state.at === "slot" && (anyTime.test(said) || isAgreement(said)))
    return earliest(draft, facts);
  // A phone number, and before it a name: an answer to what will be asked.
  if (event.masked.phones.length > 0)
    return askOn(withPerson({ ...draft, askedName: true }, event), facts);
  return null;
}

const leaves =
  /^(?:算了|不约了?|拉倒|不办了|不去了|取消|退出|不用了|先不约)|(?:算了|拉倒|不约了|不去了)[吧啊了]?$/u;
const waits = /等(?:着|有人|退|到有)|有人退|排(?:队|上|个号)/u;
const otherTime =
  /都不(?:行|合适|中|成|方便|赶趟)|(?:别的|其他|其它)(?:时间|日子|号|点)|换个(?:时间|日子|点)|没合适/u;
/** 后晌行不 · 周四有号没. */
const asksIfFree =
  /(?:行|中|成|可以|能行|赶趟|有号|有没有号?|有空位?)\s*(?:不|吗|么|没有?|不行)?[?？]*$/u;
const goesOn = /接着(?:约|刚才|来)|继续|接着办|那就约|还是约/u;
const soonest = /越[早快]越好|最[早快]|尽[早快]|赶早|头一个号/u;
const anyTime =
  /几点都行|啥时候都行|什么时候都行|随便|都行|咋都行|(?:挑|选|找)(?:个|一个)?(?:时候|时间|日子|点|号)|越早越好|最早|尽快|看着办|你(?:们)?(?:给)?(?:安排|定)/u;

function asksAside({ text, reading }: Said): boolean {
  const { intent, confidence } = reading;
  const isQuestion = /[吗么?？]|咋|啥|怎|多少|几天|能不能|要不要|用不用|.{4}[不没]$/u.test(text);
  return (
    (isQuestion && intent !== "book" && intent !== "change_booking") ||
    (intent.startsWith("ask_") && confidence > 0.8 && isQuestion)
  );
}

/** Whoever asks something in between asks about what they come for. */
export function spokenOf({ draft }: Extract<BookState, { draft: BookDraft }>, facts: Facts): State {
  const service = serviceOf(facts, draft.service);
  const entry = service?.papers[0]?.from;
  if (!service || entry === undefined) return atMenu;
  const context = service.said[0] ?? service.name;
  return { ...{ flow: "ask", v: 2, at: "answered", entry, context }, age: null, facet: null };
}

/** A button of the flow; an old one redoes its step. */
export function bookChoice(state: State, action: BookAction, facts: Facts): Decision {
  const draft = state.flow === "book" && "draft" in state ? state.draft : fresh;
  switch (action.do) {
    case "begin":
      return askService(fresh, facts);
    case "service":
      return askOn({ ...draft, service: action.service }, facts);
    case "more-services":
      return askService(draft, facts, [], action.from);
    case "case":
      return askOn(withChoice(draft, action), facts);
    case "slot":
      return askOn({ ...draft, slot: action.slot }, facts);
    case "skip-name":
      return askOn({ ...draft, askedName: true, name: null, phone: null }, facts);
    case "save":
      return saysYesTo(state, draft, action.slot) ? save(draft, facts) : askOn(draft, facts);
    case "change":
      return {
        state: { flow: "book", v: 1, at: "changing", draft },
        effects: [notice(texts.askChange, [button("back")])],
      };
    case "drop":
      return draft.moves === null ? dropped() : kept();
    case "mine":
      return mine(facts);
    case "move":
      return askMove(action.seat, noWish, facts);
    case "move-to":
      return moveTo(action.seat, action.slot, facts);
    case "cancel":
      return askCancel(action.seat, facts);
    case "cancel-sure":
      return cancelled(action.seat, facts);
    case "wait":
      return waitFor(action, draft);
    case "offer":
      return offerAnswered(state, action, facts);
    default:
      return action satisfies never;
  }
}

/** Whether the card that was agreed to is the one that stands open. */
function saysYesTo(state: State, { slot }: BookDraft, agreed: SlotName | undefined): boolean {
  if (slot === null || state.flow !== "book" || state.at !== "card") return false;
  return agreed === undefined || texts.slot(agreed) === texts.slot(slot);
}

/** They are in line for that day, and hear when a seat of it is given back. */
function waitFor(
  { service, day, place }: Pick<Extract<BookAction, { do: "wait" }>, "service" | "day" | "place">,
  { name, phone }: BookDraft,
): Decision {
  return {
    state: atMenu,
    effects: [
      { do: "wait-for-seat", service, day, place, name, phone },
      notice(texts.waiting(texts.day(day))),
    ],
  };
}

function afterCancelWords(seat: string, said: string, facts: Facts): Decision | null {
  if (isAgreement(said) || /^(?:取消|退(?:[了吧掉号]|$)|不去|不要了|不约)/u.test(said))
    return cancelled(seat, facts);
  return /^(?:不|别|算了|留着)/u.test(said) ? kept() : null;
}

function cancelled(seat: string, facts: Facts): Decision {
  const own = ownSeat(seat, facts);
  if (!own) return { state: atMenu, effects: [notice(texts.none)] };
  return { state: atMenu, effects: [{ do: "cancel-seat", seat, service: own.service }] };
}

function earliest(draft: BookDraft, facts: Facts): Decision {
  const service = serviceOf(facts, draft.service);
  const { date: day, period, time } = draft.wish;
  const [first] = service
    ? nearest(freeFor(service, facts, draft.where), { day, period, time }, 1)
    : [];
  if (!first) return askOn(draft, facts);
  const slot: SlotName = { day: first.day, at: first.at, place: first.place };
  return askOn({ ...draft, slot }, facts);
}
