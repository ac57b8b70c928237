import { briefed, briefTime, countDue, goingOff, type Brief } from "../domain/brief.ts";
import { canPassOn } from "../domain/matter.ts";
import { day, dateOf, midnightBefore } from "../domain/station-time.ts";
import { briefReply, handOverReply } from "../flows/brief-reply.ts";
import { alertsSince } from "../store/alerts.ts";
import type { Transaction } from "../store/connection.ts";
import { mattersOf, waitingMatters } from "../store/matters.ts";
import { conversationsOf } from "../store/people.ts";
import { ownersReminders } from "../store/reminders.ts";
import { moveOn } from "../store/settings.ts";
import type { Round } from "./reminders.ts";

/** So much is looked at for one brief. */
const most = 100;

/** The morning's brief and the question at the end of a shift: each once, also after a restart. */
export function createBriefing() {
  /** What this process has asked the store about already. */
  let lastBrief = "";
  const asked = new Set<string>();

  async function morning(trx: Transaction, round: Round): Promise<void> {
    const { now, staff, roster } = round;
    const time = briefTime(now);
    const date = dateOf(now);
    if (time === null || date === lastBrief) return;
    if (await moveOn(trx, "brief.day", date)) {
      const people = briefed(staff, roster, now);
      const alarms = people.length === 0 ? [] : await alertsSince(trx, time.since, most);
      const waiting = people.length === 0 ? [] : await waitingMatters(trx, most);
      for (const { id } of people) {
        const reminders = await ownersReminders(trx, id, midnightBefore(now) + day);
        const mine = await mattersOf(trx, id);
        const brief: Brief = { at: now, alarms, waiting, mine, ...countDue(reminders, now) };
        await say(trx, round, id, (bare) => briefReply(brief, bare));
      }
    }
  }

  async function shiftEnds(trx: Transaction, round: Round): Promise<string[]> {
    const { now, staff, roster } = round;
    const seen: string[] = [];
    for (const { person, ended } of goingOff(staff, roster, now)) {
      const key = `${person.id} ${ended}`;
      if (asked.has(key)) continue;
      seen.push(key);
      if (!(await moveOn(trx, `shift-end.${person.id}`, String(ended)))) continue;
      const inHand = (await mattersOf(trx, person.id)).filter(canPassOn).length;
      if (inHand > 0) await say(trx, round, person.id, () => handOverReply(inHand));
    }
    return seen;
  }

  return {
    /** Returns what is to be called once the round is committed: only then is it remembered here. */
    async look(trx: Transaction, round: Round): Promise<() => void> {
      await morning(trx, round);
      const seen = await shiftEnds(trx, round);
      return () => {
        if (briefTime(round.now) !== null) lastBrief = dateOf(round.now);
        for (const key of seen) asked.add(key);
      };
    },
  };
}

async function say(
  trx: Transaction,
  round: Round,
  person: string,
  reply: (bare: boolean) => ReturnType<typeof briefReply>,
): Promise<void> {
  for (const { conversation, channel } of await conversationsOf(trx, [person]))
    round.say(conversation, reply(round.residency === "cn" && channel === "telegram"));
}
