import { grounded } from "../domain/bookable.ts";
import type { Event, Facts, Watch } from "../domain/flow.ts";
import type { Matter } from "../domain/matter.ts";
import type { Staff } from "../domain/people.ts";
import type { Transaction } from "../store/connection.ts";
import type { KeptConversation } from "../store/conversations.ts";
import type { Waiting } from "../store/inbox.ts";
import { stationLists } from "../store/blacklist.ts";
import { inviteOf } from "../store/people.ts";
import { sheetIn } from "../store/sheets.ts";
import { warnedBefore } from "../store/warnings.ts";
import { besideWords } from "./beside.ts";
import { deskFor, ownDataFor, ownMatters } from "./desk-facts.ts";
import type { Heard } from "./hear.ts";
import { newCode } from "./ids.ts";
import { listsOn } from "./listed.ts";
import { seatsFor } from "./seats-for.ts";
import { mattersFrom } from "../store/matters.ts";
import { givesSeatBack, saysSeat } from "../understanding/seat-wish.ts";
import { offerAnswerIn } from "../understanding/agreement.ts";
import { normalise } from "../understanding/normalise.ts";
import { namesThing } from "../understanding/fraud/asked-thing.ts";
import { speaksOfSheet } from "../understanding/payment/sheet-wish.ts";
import { dayAnswerIn } from "../understanding/home-visit.ts";
import { raisedBefore } from "./raised.ts";
import type { TurnParts } from "./turns.ts";

/** Facts that the turn itself brings. */
export type Given = "turn" | "number" | "now" | "channel" | "station" | keyof TurnParts["place"];

/** What is at hand when a message was heard. */
interface AtHand {
  letter: Waiting;
  heard: Heard;
  conversation: KeptConversation;
  staff: readonly Staff[];
  /** Who of us writes; null = a villager. */
  me: Staff | null;
  talk: Facts["talk"];
  /** The matter whose message is answered. */
  answers: string | null;
  watch: Watch;
  /** Their desk is shut: no rights until they sign in again. */
  shut: boolean;
  now: number;
}

/** What the flows may know beside state and event, read only where it may be needed. */
export async function knownFor(
  trx: Transaction,
  parts: TurnParts,
  at: AtHand,
): Promise<Omit<Facts, Given>> {
  const { letter, heard, conversation, staff, me, talk, answers, watch, shut, now } = at;
  const { cipher } = parts.store;
  const { content } = letter;
  const action = heard.event.on === "chose" ? heard.event.action : null;
  const fresh = {
    turn: heard.turn,
    newNumber: parts.newNumber,
    villages: parts.knowledge.station.villages.map(({ name }) => name),
  };
  const around = {
    ...{ staff, roster: parts.roster(), now, code: newCode(), fresh },
    knowledge: parts.knowledge,
  };
  const said = heard.event.on === "said" ? heard.event : null;
  const asked = { action, state: heard.from.state, answers, said };
  const desk = me && (await deskFor(trx, cipher, me, asked, around));
  const here = { conversation, content, at: letter.at, state: heard.from.state, talk, desk };
  return {
    ...(await besideWords(trx, { ...parts, ...here, staff, roster: around.roster })),
    matters: namesMatters(heard) ? await ownMatters(trx, conversation.id, staff) : [],
    visits: namesVisits(heard) ? await visitsFrom(trx, conversation.id) : [],
    own: await ownDataFor(trx, cipher, action, conversation.id, staff),
    ...{ talk, desk, shut, watch },
    invite: action?.act === "join" ? await inviteOf(trx, cipher, action.code, now) : null,
    stopPayment: needsSheet(heard, talk)
      ? await sheetIn(trx, cipher, conversation.id, letter.at)
      : null,
    warned: needsWarning(heard)
      ? await warnedBefore(trx, cipher, conversation.id, heard.turn)
      : null,
    lists: needsLists(heard)
      ? await listsOn(
          heard.event.text,
          heard.event.masked,
          parts.knowledge,
          stationLists(trx, cipher, now),
        )
      : null,
    seats: needsSeats(heard) ? await seatsFor(trx, parts, conversation.id, letter.at) : null,
    services: (parts.knowledge.services ?? []).map((it) =>
      grounded(it, (id) => parts.knowledge.entry(id)),
    ),
    calendar: parts.knowledge.calendar ?? [],
    raised: await raisedBefore(trx, cipher, heard.event, heard.turn, {
      ...here,
      staff,
      roster: around.roster,
      repeat: parts.patience.repeat,
    }),
  };
}

/** Whether the flows will want to name the person's own matters. */
function namesMatters({ event, reading }: Heard): boolean {
  const erases = event.on === "chose" && event.action.act === "erase-confirmed";
  const reopens = event.on === "chose" && /^(?:not-)?settled$/.test(event.action.act);
  return erases || reopens || reading?.intent === "case_status";
}

/** Whether a visit that they asked for may be meant. */
function namesVisits({ event, from: { state } }: Heard): boolean {
  if (event.on === "chose" && /^visit(?:-answer)?$/.test(event.action.act)) return true;
  if (state.flow === "visit" || (state.flow === "ask" && "homebound" in state)) return true;
  return event.on === "said" && dayAnswerIn(event.text) !== null;
}

async function visitsFrom(trx: Transaction, conversation: string): Promise<Matter[]> {
  const matters = await mattersFrom(trx, conversation);
  return matters.filter(({ kind, status }) => kind === "visit" && status !== "closed");
}

/** Whether these words may become a warning. */
function needsWarning({ event, from, reading }: Heard): boolean {
  if (event.on !== "said") return false;
  return (reading?.fraud?.level ?? null) !== null || from.state.flow === "check";
}

/** Whether what was said may be checked for fraud. */
function needsLists(heard: Heard): heard is Heard & { event: Extract<Event, { on: "said" }> } {
  const { event, from, reading } = heard;
  if (event.on !== "said") return false;
  if (event.forwarded || from.state.flow === "check" || (reading?.fraud ?? null) !== null)
    return true;
  return namesThing(event);
}

/** Whether seats are spoken of. */
function needsSeats({ event, from, reading }: Heard): boolean {
  const { state } = from;
  const isOpen =
    state.flow === "book" ||
    ("pending" in state && state.pending !== null && state.pending.flow === "book");
  const act = event.on === "chose" ? event.action.act : null;
  const intent = reading?.intent ?? null;
  const ends = event.on === "chose" && event.action.act === "back" && event.action.ends;
  if (event.on === "said" && offerAnswerIn(normalise(event.text)) !== null) return true;
  if (isOpen || ends || act === "book" || intent === "book" || intent === "change_booking")
    return true;
  return event.on === "said" && (saysSeat(event.text) || givesSeatBack(event.text));
}

/** Whether the flows will want to know what was told of a transfer. */
function needsSheet({ event, from, reading }: Heard, talk: Facts["talk"]): boolean {
  const act = event.on === "chose" ? event.action.act : null;
  const { state } = from;
  const isBehind = "pending" in state && state.pending?.flow === "stop-payment";
  return (
    state.flow === "stop-payment" ||
    isBehind ||
    (event.on === "said" && speaksOfSheet(event.text)) ||
    act === "stop-payment" ||
    act === "false-alarm" ||
    reading?.emergency?.class === "fraud_in_progress" ||
    talk?.matter.kind === "fraud-alert"
  );
}
