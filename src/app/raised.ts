import type { Event, Raised } from "../domain/flow.ts";
import type { Staff } from "../domain/people.ts";
import type { Roster } from "../domain/roster.ts";
import { alertById, latestAlert } from "../store/alerts.ts";
import type { Cipher } from "../store/cipher.ts";
import type { Transaction } from "../store/connection.ts";
import type { Memory } from "../store/conversations.ts";
import type { Keeping } from "../store/keeping.ts";
import { matterById } from "../store/matters.ts";
import { alarmFrom, placeBelongs } from "./beside.ts";
import type { Heard } from "./hear.ts";

/**
 * The alert that these words of danger raised before: those of a message that is edited now, or the
 * very same words a while ago. None once its matter is closed: then somebody must be called again.
 */
export async function raisedBefore(
  trx: Transaction,
  cipher: Cipher,
  event: Event,
  turn: string,
  around: {
    at: number;
    staff: readonly Staff[];
    roster: Roster;
    conversation: { id: string; memory: Memory };
    /** How long the same words are a repeat. Unit: ms. */
    repeat: number;
  },
): Promise<Raised | null> {
  if (event.on !== "said" || event.reading.emergency?.strength !== "alert") return null;
  const { id, memory } = around.conversation;
  const edits = event.edited
    ? memory.alarmed?.find(({ message }) => message === event.message)
    : undefined;
  const latest = await latestAlert(trx, id, around.at - placeBelongs);
  const name = edits ? edits.alert : around.repeat > 0 ? latest?.id : undefined;
  const found = name === undefined ? null : await alertById(trx, cipher, name);
  if (!found || found.alert.id === turn) return null;
  if (!edits && !`\n${found.words}\n`.includes(`\n${event.text}\n`)) return null;
  const { matter } = found.alert;
  if (matter !== null && (await matterById(trx, matter))?.status === "closed") return null;
  return { ...alarmFrom(found.alert, around), isNews: edits !== undefined };
}

/** So many of the latest messages that raised an alert can be edited. */
const mostAlarmed = 5;

/** What is remembered of it after a turn. */
export function alarmedBy(
  { event, turn }: Heard,
  kept: Keeping[],
  before: NonNullable<Memory["alarmed"]>,
): NonNullable<Memory["alarmed"]> {
  const { message } = event.on === "said" ? event : { message: null };
  if (message === null || !kept.some((it) => it.do === "alert")) return before;
  return [...before, { message, alert: turn }].slice(-mostAlarmed);
}
