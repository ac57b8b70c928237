import type { Action } from "../domain/action.ts";
import type { State } from "../domain/conversation.ts";
import type { Facts } from "../domain/flow.ts";
import { unclear, type Call, type Desk, type Shown, type Talk } from "../domain/desk.ts";
import type { Matter } from "../domain/matter.ts";
import type { Staff } from "../domain/people.ts";
import { may } from "../domain/rights.ts";
import { answering } from "../domain/calling.ts";
import type { Roster } from "../domain/roster.ts";
import { alertById, waitingAlerts } from "../store/alerts.ts";
import { picturesOf } from "../store/files.ts";
import type { Cipher } from "../store/cipher.ts";
import type { Transaction } from "../store/connection.ts";
import { channelOf } from "../store/people.ts";
import { mustStepUp } from "../store/desk-sessions.ts";
import type { Waiting } from "../store/inbox.ts";
import {
  alikeSince,
  matterNamed,
  mattersFrom,
  mattersOf,
  toldOf,
  waitingMatters,
} from "../store/matters.ts";
import { mediatedBy, mediatorsOf } from "../store/mediators.ts";
import { ownDataOf } from "../store/own-data.ts";
import { likelyOf, mergedInto } from "../store/merging.ts";
import { choicesUnder } from "../store/choices.ts";
import { afterPictureIn } from "../understanding/desk-command.ts";
import { toCallOf } from "../store/to-call.ts";
import { tellsWhenToCall } from "../understanding/call-wish.ts";
import { numberedWordsIn } from "../understanding/warning/command.ts";
import { deskSeatsFor, type SeatKnowledge } from "./desk-seats.ts";
import { warnedFor, type Fresh } from "./desk-warned.ts";

/** So many waiting matters fit on a screen. */
const mostWaiting = 10;

/** What one of us must know for this event. `answers`: the matter whose message is answered. */
export async function deskFor(
  trx: Transaction,
  cipher: Cipher,
  me: Staff,
  asked: {
    action: Action | null;
    state: State;
    answers: string | null;
    said: Parameters<typeof warnedFor>[3]["said"];
  },
  around: {
    staff: readonly Staff[];
    roster: Roster;
    now: number;
    code: string;
    fresh: Fresh;
    knowledge: SeatKnowledge;
  },
): Promise<Desk> {
  const { action, state, answers } = asked;
  const { staff, roster, now, code } = around;
  const nameOf = (id: string | null) => staff.find((one) => one.id === id)?.name ?? null;
  const atHand = answers ?? ofState(state);
  const matter = action === null ? atHand : ofAction(action, atHand);
  const about = matter === null ? null : await shownMatter(trx, cipher, matter, nameOf);
  const waiting =
    action?.act === "waiting" || action?.act === "today" || action?.act === "take-alert"
      ? await waitingMatters(trx, mostWaiting)
      : [];
  return {
    me,
    mine: await mattersOf(trx, me.id),
    toCall:
      action?.act === "mine" || action?.act === "today" || action?.act === "to-call"
        ? await callsOf(trx, cipher, me.id)
        : [],
    waiting: waiting.filter(({ isPrivate }) => !isPrivate || may(me.role, "see-private")),
    about: about && action?.act === "take" ? await withAlike(trx, about, me, now) : about,
    ...(await mergingFor(trx, action, about?.it ?? null, me, now)),
    alert:
      action?.act === "take-alert" ? await shownAlert(trx, cipher, action.alert, nameOf) : null,
    mediators: about?.it.kind === "dispute" ? await mediatorsOf(trx, about.it.id) : [],
    mediates: action === null ? await mediatedBy(trx, me.id) : [],
    colleagues: staff.filter(({ id }) => id !== me.id),
    onDuty: answering(staff, roster, now),
    warned: await warnedFor(
      trx,
      cipher,
      me,
      { action, said: asked.said, state, about },
      { now, ...around.fresh },
    ),
    seats: await deskSeatsFor(trx, cipher, action, around.knowledge, now),
    mustStepUp: showsNumbers(action, asked.said) && (await mustStepUp(trx, { person: me.id }, now)),
    code,
  };
}

/** Whether it may show what is covered elsewhere. */
function showsNumbers(
  action: Action | null,
  said: Parameters<typeof warnedFor>[3]["said"],
): boolean {
  if (action?.act === "unmask" || action?.act === "show-sheet") return true;
  return said !== null && numberedWordsIn(said.text)?.asks === "sheet";
}

/** Steps after which others of the same event are offered. */
const offering = new Set<Action["act"]>(["take", "pick", "merge"]);

async function mergingFor(
  trx: Transaction,
  action: Action | null,
  about: Matter | null,
  me: Staff,
  now: number,
): Promise<Pick<Desk, "into" | "likely" | "merged">> {
  if (action?.act === "hand-over") {
    const merged: Matter[] = [];
    for (const { id } of await mattersOf(trx, me.id)) merged.push(...(await mergedInto(trx, id)));
    return { into: null, likely: [], merged };
  }
  if (action === null || about === null) return { into: null, likely: [], merged: [] };
  const into =
    action.act === "merge" && action.into !== null ? await matterNamed(trx, action.into) : null;
  const sees = may(me.role, "see-private");
  return {
    into,
    likely: offering.has(action.act) ? await likelyOf(trx, about, now - alikeWithin, sees) : [],
    merged: await mergedInto(trx, about.id),
  };
}

/** Whom somebody is to phone, and when each wants it. */
export async function callsOf(trx: Transaction, cipher: Cipher, owner: string): Promise<Call[]> {
  const calls = await toCallOf(trx, cipher, owner);
  return calls.map(({ matter, words, hasPhone }) => ({
    matter,
    hasPhone,
    wish: words.split("\n").findLast((line) => tellsWhenToCall(line)) ?? null,
  }));
}

function ofState(state: State): string | null {
  return state.flow === "desk" ? state.matter : null;
}

function ofAction(action: Action, atHand: string | null): string | null {
  if (action.act === "merge") return action.matter ?? (atHand === unclear ? null : atHand);
  return "matter" in action ? action.matter : null;
}

async function shownMatter(
  trx: Transaction,
  cipher: Cipher,
  id: string,
  nameOf: (id: string | null) => string | null,
): Promise<Shown<Matter> | null> {
  const it = await matterNamed(trx, id);
  const told = it && (await toldOf(trx, cipher, it.id));
  if (!it || !told) return null;
  const pictures = it.kind === "hazard" || it.kind === "tip" ? await picturesOf(trx, it.id) : [];
  return {
    pictures,
    channel: it.conversation === null ? null : await channelOf(trx, it.conversation),
    it,
    words: told.note,
    phone: told.phone,
    owner: nameOf(it.owner),
  };
}

/** How far back others like it are counted. Unit: ms. */
export const alikeWithin = 90 * 24 * 3_600_000;

async function withAlike(
  trx: Transaction,
  shown: Shown<Matter>,
  me: Staff,
  now: number,
): Promise<Shown<Matter>> {
  const sees = may(me.role, "see-private");
  return { ...shown, alike: await alikeSince(trx, shown.it, now - alikeWithin, sees) };
}

async function shownAlert(
  trx: Transaction,
  cipher: Cipher,
  id: string,
  nameOf: (id: string | null) => string | null,
): Promise<Desk["alert"]> {
  const [oldest] = id === "oldest" ? await waitingAlerts(trx, 1) : [];
  const found = await alertById(trx, cipher, oldest?.id ?? id);
  if (!found) return null;
  const { alert, words } = found;
  return { it: alert, words, phone: null, owner: nameOf(alert.takenBy) };
}

/** The talk as the villager's side knows it; none where its owner works here no more. */
export function talkOf(matter: Matter | undefined, staff: readonly Staff[]): Talk | null {
  const owner = staff.find(({ id }) => id === matter?.owner);
  return matter && owner ? { matter, with: owner.name } : null;
}

/** What a villager opened, as far as they are told. */
export async function ownMatters(
  trx: Transaction,
  conversation: string,
  staff: readonly Staff[],
): Promise<Facts["matters"]> {
  const matters = await mattersFrom(trx, conversation);
  return matters.map(({ id, number, status, owner }) => ({
    ...{ id, number, status },
    owner: staff.find((one) => one.id === owner)?.name ?? null,
  }));
}

/**
 * The matter of the message that this one answers; `unclear` where it names none, or several, so
 * that the words are for nobody yet.
 */
export async function answeredMatter(
  trx: Transaction,
  cipher: Cipher,
  { conversation, content }: Waiting,
): Promise<string | null> {
  if (content.kind === "press") return null;
  const numbered = content.kind === "text" ? numberedWordsIn(content.text) : null;
  if (numbered) return numbered.number;
  const named = content.kind === "text" && content.medium ? afterPictureIn(content.text) : null;
  if (named?.number) return named.number;
  if (content.replyTo === undefined) return null;
  const choices = await choicesUnder(trx, cipher, conversation, content.replyTo);
  const matters = choices.flatMap(({ action }) => ("matter" in action ? [action.matter] : []));
  return new Set(matters).size === 1 ? matters[0]! : unclear;
}

/** Whom a villager talks with: of several on their matters, the one who wrote last. */
export function talkIn(talks: readonly Matter[], conversation: string): Matter | undefined {
  return talks.findLast((matter) => matter.conversation === conversation);
}

/** Later messages of the same commit meet the talks as they stand by then. */
export function follow(talks: Matter[], matter: Matter): void {
  const known = talks.findIndex(({ id }) => id === matter.id);
  if (known >= 0) talks.splice(known, 1);
  if (!matter.talking) return;
  const later = talks.findIndex(({ spokenAt }) => (spokenAt ?? 0) > (matter.spokenAt ?? 0));
  talks.splice(later < 0 ? talks.length : later, 0, matter);
}

/** What is stored of a person who asks for it, or is told what must stay. */
export async function ownDataFor(
  trx: Transaction,
  cipher: Cipher,
  action: Action | null,
  conversation: string,
  staff: readonly Staff[],
): Promise<Facts["own"]> {
  if (action?.act !== "export" && action?.act !== "erase-confirmed") return null;
  return ownDataOf(trx, cipher, conversation, staff);
}
