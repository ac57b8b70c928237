import { briefed, briefTime, countDue, goingOff, overseers, type Brief } from "../domain/brief.ts";
import { canPassOn } from "../domain/matter.ts";
import type { Staff } from "../domain/people.ts";
import { may } from "../domain/rights.ts";
import { day, dateOf, midnightBefore } from "../domain/station-time.ts";
import { briefReply, handOverReply, looksReply } from "../flows/brief-reply.ts";
import { alertsSince } from "../store/alerts.ts";
import { countSeats } from "../store/appointments.ts";
import type { Transaction } from "../store/connection.ts";
import { mattersOf, waitingMatters } from "../store/matters.ts";
import { conversationsOf } from "../store/people.ts";
import { ownersReminders } from "../store/reminders.ts";
import { moveOn } from "../store/settings.ts";
import { namesToCall } from "../store/to-call.ts";
import { looksBetween } from "../store/trail.ts";
import { briefTexts } from "../texts/zh-cn/brief.ts";
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
      const overseeing = new Set(overseers(staff).map(({ id }) => id));
      const seen = await looksBetween(trx, midnightBefore(now) - day, midnightBefore(now));
      const looks = seen.map(({ actor, count }) => ({ name: nameIn(staff, actor), count }));
      const alarms = people.length === 0 ? [] : await alertsSince(trx, time.since, most);
      const waiting = people.length === 0 ? [] : await waitingMatters(trx, most);
      const seats = people.length === 0 ? 0 : await countSeats(trx, date);
      for (const { id, role } of people) {
        const reminders = await ownersReminders(trx, id, midnightBefore(now) + day);
        const mine = await mattersOf(trx, id);
        const brief: Brief = {
          ...{ at: now, alarms, waiting, mine, ...countDue(reminders, now) },
          toCall: (await namesToCall(trx, id)).length,
          seats: may(role, "see-seats") ? seats : 0,
          looks: overseeing.has(id) ? looks : [],
        };
        await say(trx, round, id, (bare) => briefReply(brief, bare));
      }
      const off = [...overseeing].filter((id) => !people.some((one) => one.id === id));
      for (const id of looks.length === 0 ? [] : off)
        await say(trx, round, id, (bare) => looksReply(looks, bare));
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

function nameIn(staff: readonly Staff[], id: string): string {
  return staff.find((one) => one.id === id)?.name ?? briefTexts.gone;
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
