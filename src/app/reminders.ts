import type { Facts } from "../domain/flow.ts";
import type { Matter } from "../domain/matter.ts";
import type { Reply } from "../domain/message.ts";
import type { Staff } from "../domain/people.ts";
import { answering } from "../domain/calling.ts";
import { fitting, isHushed, isStale, isUrgent } from "../domain/reminders.ts";
import type { Roster } from "../domain/roster.ts";
import { reminderReply } from "../flows/reminder-reply.ts";
import type { Transaction } from "../store/connection.ts";
import { matterById } from "../store/matters.ts";
import { conversationsOf, wayTo } from "../store/people.ts";
import { dueReminders, reminderDone, reminderLater } from "../store/reminders.ts";
import type { KeptReminder } from "../store/reminders.ts";
import { record } from "../store/trail.ts";

/** What every part of a round of the clock knows. */
export interface Round {
  now: number;
  staff: readonly Staff[];
  roster: Roster;
  residency: Facts["residency"];
  say(conversation: string, reply: Reply): void;
}

/** Nobody is reminded of these once it is closed. */
const endsWithMatter = new Set<KeptReminder["kind"]>(["unclosed", "next-try", "visit-day"]);

/** How much is said in one transaction. */
const mostAtOnce = 50;

/** Says what is due about matters: each once, and to villagers only by day. */
export async function sendReminders(trx: Transaction, round: Round): Promise<void> {
  const { now, say, residency } = round;
  for (const reminder of await dueReminders(trx, now, mostAtOnce)) {
    const isNow = isUrgent(reminder.kind);
    const morning = isNow ? now : fitting(reminder.to, now);
    const matter = await matterById(trx, reminder.matter);
    const isOver = endsWithMatter.has(reminder.kind) && matter?.status === "closed";
    if (matter === null || isHushed(matter, reminder) || isStale(reminder, now) || isOver) {
      await reminderDone(trx, reminder.id, now);
      continue;
    }
    if (morning > now) {
      await reminderLater(trx, reminder.id, morning);
      continue;
    }
    for (const { conversation, channel } of await waysTo(trx, reminder, matter, round))
      say(
        conversation,
        reminderReply(reminder, matter, residency === "cn" && channel === "telegram"),
      );
    await reminderDone(trx, reminder.id, now);
    const act = `remind ${reminder.to} ${reminder.kind}`;
    await record(trx, [{ at: now, actor: "clock", act, subject: `matter ${matter.id}` }]);
  }
}

/** An owner who works here no more is stood for by those on duty. */
async function waysTo(
  trx: Transaction,
  { to }: KeptReminder,
  matter: Matter,
  { staff, roster, now }: Round,
) {
  if (to === "villager") return matter.conversation === null ? [] : wayTo(trx, matter.conversation);
  const isHere = staff.some(({ id }) => id === matter.owner);
  const duty = new Set(answering(staff, roster, now));
  const people = isHere
    ? [matter.owner!]
    : staff.filter(({ name }) => duty.has(name)).map(({ id }) => id);
  return conversationsOf(trx, people);
}
