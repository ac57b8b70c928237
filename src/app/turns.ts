import type { Facts } from "../domain/flow.ts";
import type { Roster } from "../domain/roster.ts";
import { isGroup, type ChannelName, type Reply } from "../domain/message.ts";
import type { Channel, Clock, Ids, Knowledge, Log } from "../domain/ports.ts";
import type { Reading } from "../domain/reading.ts";
import { manners } from "../flows/manners.ts";
import type { Transaction } from "../store/connection.ts";
import { conversationsById, remember, type KeptConversation } from "../store/conversations.ts";
import { claimTurns, close, countTry, type Waiting } from "../store/inbox.ts";
import { keep, type Keeping } from "../store/keeping.ts";
import { talksIn } from "../store/matters.ts";
import { chosen, post, type Letter } from "../store/outbox.ts";
import { inviteOf, staffIn } from "../store/people.ts";
import { dropQuestion } from "../store/questions.ts";
import type { Store } from "../store/store.ts";
import { inBatches } from "./batch.ts";
import { besideWords, tellings } from "./beside.ts";
import { newCode } from "./ids.ts";
import {
  answeredMatter,
  deskFor,
  follow,
  ownDataFor,
  ownMatters,
  talkIn,
  talkOf,
} from "./desk-facts.ts";
import { cardOf, hear, whatIs, type Heard, type Patience } from "./hear.ts";
import { layAside } from "./lay-aside.ts";
import { isStoreTrouble } from "./store-trouble.ts";
import { longestText } from "./receive.ts";
import { takeTurn } from "./turn.ts";
import type { People } from "./watch.ts";

/** What came of one update: for replays, figures and tests. */
export interface TurnRecord {
  inbox: string;
  /** The channel's own name of the conversation; null where it could not be read. */
  chat: string | null;
  reading: Reading | null;
  replies: Reply[];
  keepings: Keeping[];
  outcome: "answered" | "repeat" | "dead";
}

export interface TurnParts {
  store: Store;
  knowledge: Knowledge;
  clock: Clock;
  ids: Ids;
  /** A six-digit number that nobody can guess. */
  newNumber: () => string;
  log: Log;
  patience: Patience;
  place: Pick<Facts, "pageUrl" | "residency">;
  channels: ReadonlyMap<ChannelName, Channel>;
  people: People;
  roster: () => Roster;
  /** Called after a commit that put something in line to be sent. */
  posted: () => void;
  /** Called where an update must wait: an older one of its conversation, that another worker took in, comes first. */
  early: () => void;
  /** Sees every turn that was committed. */
  witness?: (record: TurnRecord) => void;
}

/** How many turns may share a commit: while they are thought about, sent messages wait to be written off. */
const mostTogether = 8;
/** After so many failures a message is laid aside with a word of regret. */
const mostTries = 3;

/**
 * Takes stored updates through their turns, in the order given, several to a commit. What another
 * worker has answered already is passed over.
 */
export function turnTaker(parts: TurnParts) {
  const { store, log } = parts;

  async function together(letters: Waiting[]): Promise<void> {
    await parts.knowledge.warmUp?.();
    const { early, records } = await store.db.transaction(async (trx) => {
      const { mine, early } = await claimTurns(trx, letters);
      return { early, records: mine.length === 0 ? [] : await takeAll(trx, mine, parts) };
    });
    if (early) parts.early();
    if (records.length > 0) parts.posted();
    if (parts.witness) records.forEach(parts.witness);
  }

  /** One message that breaks us must not take its neighbours along. */
  async function alone(letter: Waiting): Promise<void> {
    for (let tries = letter.tries + 1; ; tries++) {
      try {
        return await together([letter]);
      } catch (error) {
        if (isStoreTrouble(error)) throw error;
        log.error("turn failed", { inbox: letter.id, tries, error: nameOf(error) });
        await countTry(store.db, letter.id);
        if (tries >= mostTries) return layAside(letter, parts);
      }
    }
  }

  return inBatches<Waiting, void>(mostTogether, async (letters) => {
    try {
      await together(letters);
    } catch (error) {
      if (isStoreTrouble(error)) throw error;
      for (const letter of letters) await alone(letter);
    }
    return [];
  });
}

async function takeAll(
  trx: Transaction,
  letters: Waiting[],
  parts: TurnParts,
): Promise<TurnRecord[]> {
  const { store, clock, ids } = parts;
  const { cipher } = store;
  const now = clock.now();
  const ofLetters = [...new Set(letters.map(({ conversation }) => conversation))];
  const conversations = await conversationsById(trx, cipher, ofLetters);
  const staffHere = await staffIn(trx, cipher, ofLetters);
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
    const heard = hear(letter, conversation.memory, choice, parts.patience, {
      isOn: talking !== undefined || conversation.memory.state.flow === "desk",
      about: answers,
      isStaff: me !== null,
    });
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
    const action = heard.event.on === "chose" ? heard.event.action : null;
    const staff = await parts.people.all(trx, now);
    const around = { staff, roster: parts.roster(), now, code: newCode() };
    const asked = { action, state: heard.from.state, answers };
    const talk = talkOf(talking, staff);
    const desk = me && (await deskFor(trx, cipher, me, asked, around));
    const here = { conversation, content, at: letter.at, state: heard.from.state, talk, desk };
    const { replies, after, kept, told } = answer(heard, letter, conversation, parts, {
      ...(await besideWords(trx, { ...parts, ...here, staff, roster: around.roster })),
      matters: namesMatters(heard) ? await ownMatters(trx, conversation.id, staff) : [],
      own: await ownDataFor(trx, cipher, action, conversation.id, staff),
      talk,
      desk,
      invite: action?.act === "join" ? await inviteOf(trx, cipher, action.code, now) : null,
      watch,
    });
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
    for (const to of await tellings(trx, told, conversation.channel, residency))
      outgoing.push({ ...row(to.reply), conversation: to.conversation });
    const origin = { turn: heard.turn, conversation: conversation.id, at: letter.at };
    if (heard.turn !== letter.id) await dropQuestion(trx, heard.turn);
    for (const it of kept) {
      await keep(trx, cipher, origin, it);
      if (it.do === "save-matter" || it.do === "take-alert") follow(talks, it.matter);
      if (it.do === "join") {
        parts.people.changed();
        for (const [id, person] of await staffIn(trx, cipher, ofLetters)) staffHere.set(id, person);
      }
    }
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
  await close(
    trx,
    letters.map(({ id }) => id),
    "done",
  );
  return records;
}

/** Whether the flows will want to name the person's own matters. */
function namesMatters({ event, reading }: Heard): boolean {
  const erases = event.on === "chose" && event.action.act === "erase-confirmed";
  const reopens = event.on === "chose" && /^(?:not-)?settled$/.test(event.action.act);
  return erases || reopens || reading?.intent === "case_status";
}

/** Lets the flows decide, and adds the manners that no flow has to think of. */
function answer(
  heard: Heard,
  letter: Waiting,
  conversation: KeptConversation,
  parts: TurnParts,
  known: Pick<
    Facts,
    "matters" | "own" | "talk" | "desk" | "invite" | "watch" | "passes" | "alarm" | "group"
  >,
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
  const after = manners({ masked: letter.masked, cut, noticed, lost: turn.lost }, facts);
  conversation.memory = {
    ...turn.conversation,
    noticed: true,
    latest: null,
    last: { what: whatIs(letter.content), at: letter.at },
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
    masked: event.masked,
    carded: cardOf(event.reading),
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
