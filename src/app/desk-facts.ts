import type { Action } from "../domain/action.ts";
import type { State } from "../domain/conversation.ts";
import type { Facts } from "../domain/flow.ts";
import { unclear, type Desk, type Shown, type Talk } from "../domain/desk.ts";
import type { Matter } from "../domain/matter.ts";
import type { Staff } from "../domain/people.ts";
import { may } from "../domain/rights.ts";
import { answering } from "../domain/calling.ts";
import type { Roster } from "../domain/roster.ts";
import { alertById, waitingAlerts } from "../store/alerts.ts";
import type { Cipher } from "../store/cipher.ts";
import type { Transaction } from "../store/connection.ts";
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
import { choicesUnder } from "../store/outbox.ts";

/** So many waiting matters fit on a screen. */
const mostWaiting = 10;

/** What one of us must know for this event. `answers`: the matter whose message is answered. */
export async function deskFor(
  trx: Transaction,
  cipher: Cipher,
  me: Staff,
  asked: { action: Action | null; state: State; answers: string | null },
  around: { staff: readonly Staff[]; roster: Roster; now: number; code: string },
): Promise<Desk> {
  const { action, state, answers } = asked;
  const { staff, roster, now, code } = around;
  const nameOf = (id: string | null) => staff.find((one) => one.id === id)?.name ?? null;
  const matter = action === null ? (answers ?? ofState(state)) : ofAction(action);
  const about = matter === null ? null : await shownMatter(trx, cipher, matter, nameOf);
  const waiting = action?.act === "waiting" ? await waitingMatters(trx, mostWaiting) : [];
  return {
    me,
    mine: await mattersOf(trx, me.id),
    waiting: waiting.filter(({ isPrivate }) => !isPrivate || may(me.role, "see-private")),
    about: about && action?.act === "take" ? await withAlike(trx, about, me, now) : about,
    alert:
      action?.act === "take-alert" ? await shownAlert(trx, cipher, action.alert, nameOf) : null,
    mediators: about?.it.kind === "dispute" ? await mediatorsOf(trx, about.it.id) : [],
    mediates: action === null ? await mediatedBy(trx, me.id) : [],
    colleagues: staff.filter(({ id }) => id !== me.id),
    onDuty: answering(staff, roster, now),
    code,
  };
}

function ofState(state: State): string | null {
  return state.flow === "desk" ? state.matter : null;
}

function ofAction(action: Action): string | null {
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
  return { it, words: told.note, phone: told.phone, owner: nameOf(it.owner) };
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
  if (content.kind === "press" || content.replyTo === undefined) return null;
  const choices = await choicesUnder(trx, cipher, conversation, content.replyTo);
  const named = choices.flatMap(({ action }) => ("matter" in action ? [action.matter] : []));
  return new Set(named).size === 1 ? named[0]! : unclear;
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
