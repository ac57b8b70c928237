import type { Action } from "../domain/action.ts";
import type { State } from "../domain/conversation.ts";
import type { Facts } from "../domain/flow.ts";
import type { Desk, Shown, Talk } from "../domain/desk.ts";
import type { Matter } from "../domain/matter.ts";
import type { Staff } from "../domain/people.ts";
import { may } from "../domain/rights.ts";
import { answering } from "../domain/calling.ts";
import type { Roster } from "../domain/roster.ts";
import { alertById, waitingAlerts } from "../store/alerts.ts";
import type { Cipher } from "../store/cipher.ts";
import type { Transaction } from "../store/connection.ts";
import type { Waiting } from "../store/inbox.ts";
import { matterNamed, mattersFrom, mattersOf, toldOf, waitingMatters } from "../store/matters.ts";
import { choicesUnder } from "../store/outbox.ts";

/** So many waiting matters fit on a screen. */
const mostWaiting = 10;

/** What one of us must know for this event. `answers`: the matter whose message is answered. */
export async function deskFor(
  trx: Transaction,
  cipher: Cipher,
  me: Staff,
  asked: { action: Action | null; state: State; answers: string | null },
  around: { staff: readonly Staff[]; roster: Roster; now: number },
): Promise<Desk> {
  const { action, state, answers } = asked;
  const { staff, roster, now } = around;
  const nameOf = (id: string | null) => staff.find((one) => one.id === id)?.name ?? null;
  const matter = action === null ? (answers ?? ofState(state)) : ofAction(action);
  const waiting = action?.act === "waiting" ? await waitingMatters(trx, mostWaiting) : [];
  return {
    me,
    mine: await mattersOf(trx, me.id),
    waiting: waiting.filter(({ isPrivate }) => !isPrivate || may(me.role, "see-private")),
    about: matter === null ? null : await shownMatter(trx, cipher, matter, nameOf),
    alert:
      action?.act === "take-alert" ? await shownAlert(trx, cipher, action.alert, nameOf) : null,
    colleagues: staff.filter(({ id }) => id !== me.id),
    onDuty: answering(staff, roster, now),
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

/** The matter of the message that this one answers. */
export async function answeredMatter(
  trx: Transaction,
  cipher: Cipher,
  { conversation, content }: Waiting,
): Promise<string | null> {
  if (content.kind !== "text" || content.replyTo === undefined) return null;
  const choices = await choicesUnder(trx, cipher, conversation, content.replyTo);
  for (const { action } of choices) if ("matter" in action) return action.matter;
  return null;
}

/** Later messages of the same commit meet the talk as it stands by then. */
export function follow(talks: Map<string, Matter>, matter: Matter): void {
  const { conversation, talking, id } = matter;
  if (conversation === null) return;
  if (talking) talks.set(conversation, matter);
  else if (talks.get(conversation)?.id === id) talks.delete(conversation);
}
