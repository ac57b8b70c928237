import type { SeatEvent } from "../domain/booking.ts";
import type { Facts } from "../domain/flow.ts";
import { isGroup, type Reply } from "../domain/message.ts";
import { manners } from "../flows/manners.ts";
import type { Transaction } from "../store/connection.ts";
import { conversationsById, remember, type KeptConversation } from "../store/conversations.ts";
import { shutAmong, touch } from "../store/desk-sessions.ts";
import { close, forgetAccounts, withoutAccounts, type Waiting } from "../store/inbox.ts";
import { keep } from "../store/keeping.ts";
import { talksIn } from "../store/matters.ts";
import { chosen } from "../store/choices.ts";
import { post, type Letter } from "../store/outbox.ts";
import { staffIn } from "../store/people.ts";
import { dropQuestion } from "../store/questions.ts";
import { tellings } from "./beside.ts";
import { answeredMatter, follow, talkIn, talkOf } from "./desk-facts.ts";
import { cardOf, hear, isAsked, whatIs, type Heard } from "./hear.ts";
import { knownFor, type Given } from "./known.ts";
import { ownPhonesIn } from "../understanding/warning/own-phone.ts";
import { alarmedBy } from "./raised.ts";
import { longestText } from "./receive.ts";
import { seatsFor, seatStep } from "./seats-for.ts";
import { takeTurn } from "./turn.ts";
import type { TurnParts, TurnRecord } from "./turns.ts";
import { tellOfSeats } from "./told-seats.ts";
import { tellOfWarnings } from "./warned.ts";

/** One turn after the other, all in one transaction: what is heard, decided, kept and put in line. */
export async function takeAll(
  trx: Transaction,
  letters: Waiting[],
  parts: TurnParts,
): Promise<TurnRecord[]> {
  const { store, clock, ids } = parts;
  const { cipher } = store;
  const now = clock.now();
  const ofLetters = [...new Set(letters.map(({ conversation }) => conversation))];
  const conversations = await conversationsById(trx, cipher, ofLetters);
  const staffHere = await staffIn(trx, cipher, ofLetters, now);
  await touch(trx, [...staffHere.keys()], now);
  const shut = await shutAmong(trx, ofLetters, now);
  const talks = await talksIn(trx, ofLetters);
  const watch = await parts.people.watch(trx, now);
  const outgoing: Letter[] = [];
  const records: TurnRecord[] = [];

  for (const letter of letters) {
    const conversation = conversations.get(letter.conversation)!;
    const { content } = letter;
    const choice =
      content.kind === "press" ? await chosen(trx, cipher, conversation.id, content.choice) : null;
    const shared = isGroup(conversation.channel, conversation.chat);
    const me = shared ? null : (staffHere.get(conversation.id) ?? null);
    const talking = me === null ? talkIn(talks, conversation.id) : undefined;
    const answers = me === null ? null : await answeredMatter(trx, cipher, letter);
    const between = {
      isOn: talking !== undefined || conversation.memory.state.flow === "desk",
      isAsked: isAsked(conversation.memory.state),
      about: answers,
      isStaff: me !== null,
    };
    const heard = hear(
      letter,
      conversation.memory,
      choice,
      parts.patience,
      between,
      parts.knowledge,
    );
    if (heard === null) {
      records.push({
        inbox: letter.id,
        chat: conversation.chat,
        reading: null,
        replies: [],
        keepings: [],
        outcome: "repeat",
      });
      continue;
    }
    const staff = await parts.people.all(trx, now);
    const talk = talkOf(talking, staff);
    const known = await knownFor(trx, parts, {
      ...{ letter, heard, conversation, staff, me, talk, answers, watch, now },
      shut: shut.has(conversation.id),
    });
    const origin = { turn: heard.turn, conversation: conversation.id, at: letter.at };
    const first = answer(heard, letter, conversation, parts, known);
    const seat = await seatStep(trx, parts, first.kept, origin);
    const { replies, after, kept, told } =
      seat === null
        ? first
        : await afterSeatStep(trx, first, seat, { heard, letter, conversation, parts, known });
    const row = (reply: Reply): Letter => ({
      id: ids.next(),
      conversation: conversation.id,
      inbox: letter.id,
      reply,
      replaces: null,
      at: now,
    });
    const rows = replies.map(row);
    const spare = [...heard.replaces];
    for (const each of rows)
      if (each.reply.kind !== "safety") each.replaces = spare.shift() ?? null;
    outgoing.push(...rows, ...after.map(row));
    const { residency } = parts.place;
    const from = { conversation: conversation.id, from: conversation.channel, residency, at: now };
    for (const to of await tellings(trx, cipher, told, from))
      outgoing.push({ ...row(to.reply), conversation: to.conversation });
    if (heard.turn !== letter.id) await dropQuestion(trx, heard.turn);
    for (const it of kept) {
      await keep(trx, cipher, origin, it);
      if (it.do === "save-matter" || it.do === "take-alert") follow(talks, it.matter);
      if (it.do === "join") {
        parts.people.changed();
        for (const [id, person] of await staffIn(trx, cipher, ofLetters, now))
          staffHere.set(id, person);
      }
    }
    const { station } = parts.knowledge;
    const phones =
      me === null && heard.event.on === "said"
        ? ownPhonesIn(heard.event.text, heard.event.masked.phones)
        : [];
    const warned = await tellOfWarnings(trx, kept, { ...origin, cipher, staff, station, phones });
    const seated = await tellOfSeats(trx, kept, parts.knowledge, origin);
    for (const to of await tellings(trx, cipher, [...warned, ...seated], from))
      outgoing.push({ ...row(to.reply), conversation: to.conversation });
    remembering(conversation, heard, letter, rows);
    records.push({
      inbox: letter.id,
      chat: conversation.chat,
      reading: heard.reading,
      replies: [...replies, ...after],
      keepings: kept,
      outcome: "answered",
    });
  }

  await post(trx, cipher, outgoing);
  await remember(trx, cipher, [...conversations.values()], now);
  await forgetAccounts(trx, cipher, letters);
  await close(
    trx,
    letters.map(({ id }) => id),
    "done",
  );
  return records;
}

/** What came of a seat is decided upon with what is free by now; a seat that was refused was never taken. */
async function afterSeatStep(
  trx: Transaction,
  first: ReturnType<typeof answer>,
  seat: SeatEvent,
  at: {
    heard: Heard;
    letter: Waiting;
    conversation: KeptConversation;
    parts: TurnParts;
    known: Omit<Facts, Given>;
  },
): Promise<ReturnType<typeof answer>> {
  const { heard, letter, conversation, parts, known } = at;
  const seats = await seatsFor(trx, parts, conversation.id, letter.at);
  const from = { ...heard.from, state: conversation.memory.state };
  const second = answer({ ...heard, from, event: seat }, letter, conversation, parts, {
    ...known,
    seats,
  });
  const kept = seat.done.ok ? first.kept : first.kept.filter((it) => it !== seat.effect);
  return {
    replies: [...first.replies, ...second.replies],
    after: first.after,
    kept: [...kept, ...second.kept],
    told: [...first.told, ...second.told],
  };
}

/** Lets the flows decide, and adds the manners that no flow has to think of. */
function answer(
  heard: Heard,
  letter: Waiting,
  conversation: KeptConversation,
  parts: TurnParts,
  known: Omit<Facts, Given>,
) {
  const facts: Facts = {
    turn: heard.turn,
    number: parts.newNumber(),
    ...known,
    now: letter.at,
    channel: conversation.channel,
    station: parts.knowledge.station,
    ...parts.place,
  };
  const turn = takeTurn(heard.from, heard.event, facts, parts.knowledge);
  const cut = (heard.texts.at(-1)?.length ?? 0) >= longestText;
  const { noticed } = conversation.memory;
  // On the sheet they are wanted, and kept.
  const isWanted = turn.conversation.state.flow === "stop-payment" && facts.channel !== "telegram";
  const masked = isWanted ? { ...letter.masked, accounts: 0 } : letter.masked;
  const after = manners({ masked, cut, noticed, lost: turn.lost }, facts);
  conversation.memory = {
    ...turn.conversation,
    noticed: true,
    latest: null,
    last: { what: whatIs(letter.content), at: letter.at },
    alarmed: alarmedBy(heard, turn.keepings, conversation.memory.alarmed ?? []),
  };
  return { replies: turn.replies, after, kept: turn.keepings, told: turn.told };
}

/** Remembers the words of a burst, so that the next fragment can join them. */
function remembering(
  conversation: KeptConversation,
  heard: Heard,
  letter: Waiting,
  rows: Letter[],
): void {
  const { event } = heard;
  if (event.on !== "said" || event.forwarded) return;
  conversation.memory.latest = {
    turn: heard.turn,
    at: letter.at,
    texts: heard.texts,
    before: heard.from,
    replies: rows.filter(({ reply }) => reply.kind !== "safety").map(({ id }) => id),
    masked: withoutAccounts(event.masked),
    carded: cardOf(event.reading),
  };
}
