import { nextCall, type Call } from "../domain/calling.ts";
import type { Facts } from "../domain/flow.ts";
import { advance, canPassOn, isForgotten, isUnanswered, isWaiting } from "../domain/matter.ts";
import type { Matter } from "../domain/matter.ts";
import type { Reply } from "../domain/message.ts";
import type { Clock, Ids, Log } from "../domain/ports.ts";
import type { Staff } from "../domain/people.ts";
import { may } from "../domain/rights.ts";
import type { Roster } from "../domain/roster.ts";
import { alarmCard, callCard } from "../flows/desk-reply.ts";
import { releasedReplies, restedReplies, stillNobody } from "../flows/talk-clock.ts";
import { calledFor, dueAlerts } from "../store/alerts.ts";
import type { Transaction } from "../store/connection.ts";
import { talkSince } from "../store/matter-history.ts";
import {
  addToNote,
  dueMatters,
  mattersOf,
  mattersOfGone,
  nextDue,
  saveMatter,
  toldOf,
} from "../store/matters.ts";
import { post, type Letter } from "../store/outbox.ts";
import { conversationsOf } from "../store/people.ts";
import type { Store } from "../store/store.ts";
import { record } from "../store/trail.ts";
import { closeForgotten } from "./close-forgotten.ts";
import { isListed, listedCalls, togetherAt } from "./listed-calls.ts";
import type { SeatKnowledge } from "./desk-seats.ts";
import { overDays } from "./over-days.ts";
import { tellUnseen } from "./unseen.ts";
import type { People } from "./watch.ts";

export interface ScheduleParts {
  store: Store;
  knowledge: SeatKnowledge;
  people: People;
  roster: () => Roster;
  clock: Clock;
  ids: Ids;
  log: Log;
  residency: Facts["residency"];
  /** Called after a commit that put something in line to be sent. */
  posted: () => void;
  /** The station's own siren or text messages. */
  alarm: (kind: string) => void;
}

/** So much of what nobody answered is told to the next one. */
const mostTold = 20;
/** How much is looked at in one transaction. */
const mostAtOnce = 50;
/** Looked at again at least this often, and so long after the store failed. Unit: ms. */
const longestSleep = 30_000;
const afterTrouble = 1_000;

/** Calls people for what nobody has taken, step by step, and ends talks in which nobody speaks. */
export function createSchedule(parts: ScheduleParts) {
  const { store, people, roster, clock, ids, log } = parts;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stopping = false;
  const lookOverDays = overDays(log, { cipher: store.cipher, knowledge: parts.knowledge });
  const callListed = listedCalls();

  function wake(): void {
    again = true;
    if (stopping) return;
    running ??= run().finally(() => {
      running = null;
      if (again && !stopping) wake();
    });
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    again = false;
    let pause = longestSleep;
    try {
      const { alarms, due, sent, looked, called } = await store.db.transaction(round);
      looked.committed();
      called();
      for (const kind of alarms) parts.alarm(kind);
      if (sent) parts.posted();
      if (due !== null) pause = Math.min(pause, Math.max(0, due - clock.now()));
      if (!looked.ok) pause = Math.max(pause, afterTrouble);
    } catch (error) {
      log.error("schedule cannot reach the store", {
        error: error instanceof Error ? error.name : "",
      });
      pause = afterTrouble;
    }
    if (stopping) return;
    timer = setTimeout(wake, pause);
    timer.unref();
  }

  async function round(trx: Transaction) {
    const now = clock.now();
    const everybody = await people.all(trx, now);
    const ways = await conversationsOf(
      trx,
      everybody.map(({ id }) => id),
    );
    const reached = new Set(ways.map(({ person }) => person));
    // Whoever blocked us hears nothing: waiting for them would only lose time.
    const staff = everybody.filter(({ id }) => reached.has(id));
    const letters: Letter[] = [];
    const alarms: string[] = [];
    const say = (conversation: string, reply: Reply): void => {
      const id = ids.next();
      letters.push({ id, conversation, inbox: null, reply, replaces: null, at: now });
    };
    const call = (called: Staff[], card: (bare: boolean) => Reply): void => {
      const names = new Set(called.map(({ id }) => id));
      for (const { person, conversation, channel } of ways)
        if (names.has(person))
          say(conversation, card(parts.residency === "cn" && channel === "telegram"));
    };

    const listed: { called: Staff[]; matter: Matter }[] = [];
    for (const { alert, words } of await dueAlerts(trx, store.cipher, now, mostAtOnce)) {
      const needs = { level: "alarm", isPrivate: true, ...alert } as const;
      const { people: called, dueAt, hook, tell } = nextCall(needs, staff, roster(), now);
      const shown = { it: alert, words, phone: null, owner: null };
      call(called, (bare) => alarmCard(shown, now, bare));
      await calledFor(trx, alert, dueAt);
      if (hook) alarms.push(alert.danger);
      if (tell) say(alert.conversation, stillNobody());
      if (called.length > 0)
        await record(trx, [{ at: now, actor: "clock", act: "call", subject: `alert ${alert.id}` }]);
    }
    for (const { id } of everybody)
      if (!reached.has(id))
        for (const matter of await mattersOf(trx, id)) await release(trx, matter, now, say);
    for (const matter of await mattersOfGone(trx)) await release(trx, matter, now, say);
    for (const matter of await dueMatters(trx, now, mostAtOnce)) {
      if (isWaiting(matter)) {
        const { hook, tell } = await callFor(trx, matter, staff, now, (called, card) =>
          isListed(matter) ? void listed.push({ called, matter }) : call(called, card),
        );
        if (hook) alarms.push(matter.danger ?? "violence");
        if (tell && matter.conversation !== null) say(matter.conversation, stillNobody());
      } else if (isForgotten(matter, now)) await closeForgotten(trx, matter, now, say);
      else if (isUnanswered(matter) && canPassOn(matter)) await release(trx, matter, now, say);
      else await rest(trx, matter, now, say);
    }
    const called = await callListed(trx, listed, staff, now, call);
    const around = { now, staff, roster: roster(), residency: parts.residency, say };
    const looked = await lookOverDays(trx, around);
    await tellUnseen(trx, store.cipher, around);
    await post(trx, store.cipher, letters);
    return { alarms, due: await nextDue(trx), sent: letters.length > 0, looked, called };
  }

  async function callFor(
    trx: Transaction,
    matter: Matter,
    staff: readonly Staff[],
    now: number,
    call: (called: Staff[], card: (bare: boolean) => Reply) => void,
  ): Promise<Pick<Call, "hook" | "tell">> {
    const allowed = matter.isPrivate ? staff.filter(({ role }) => may(role, "see-private")) : staff;
    const next = nextCall(matter, allowed, roster(), now);
    const { people: called } = next;
    const dueAt = isListed(matter) ? togetherAt(next.dueAt) : next.dueAt;
    if (called.length === 0) {
      // Nobody hears the siren twice for one matter: the count says that it was set off.
      const calls = next.hook ? matter.calls + 1 : matter.calls;
      await saveMatter(trx, { ...matter, calls, dueAt, version: matter.version + 1 });
      return next;
    }
    const advanced = advance(matter, { do: "call", dueAt }, now);
    if (!advanced.ok) return { hook: false, tell: false };
    const told = await toldOf(trx, store.cipher, matter.id);
    const shown = { it: advanced.matter, words: told?.note ?? "", phone: null, owner: null };
    call(called, (bare) => callCard(shown, now, bare));
    await saveMatter(trx, advanced.matter);
    await record(trx, [{ at: now, actor: "clock", act: "call", subject: `matter ${matter.id}` }]);
    return next;
  }

  /** Others are called for it, with what the villager said and nobody answered. */
  async function release(
    trx: Transaction,
    matter: Matter,
    now: number,
    say: (conversation: string, reply: Reply) => void,
  ): Promise<void> {
    const advanced = advance(matter, { do: "release" }, now);
    if (!advanced.ok) return;
    const { id, conversation, owner, number, spokenAt } = matter;
    await saveMatter(trx, advanced.matter);
    await record(trx, [{ at: now, actor: "clock", act: "release", subject: `matter ${id}` }]);
    if (conversation !== null) {
      const since = (spokenAt ?? matter.openedAt) + 1;
      const talk = await talkSince(trx, store.cipher, conversation, since, mostTold);
      const theirs = talk.flatMap(({ who, text }) => (who === "villager" ? [text] : []));
      if (theirs.length > 0)
        await addToNote(trx, store.cipher, id, conversation, theirs.join("\n"));
      say(conversation, releasedReplies(number).toVillager);
    }
    for (const way of await conversationsOf(trx, [owner!]))
      say(way.conversation, releasedReplies(number).toOwner);
  }

  async function rest(
    trx: Transaction,
    matter: Matter,
    now: number,
    say: (conversation: string, reply: Reply) => void,
  ): Promise<void> {
    const advanced = advance(matter, { do: "rest" }, now);
    if (!advanced.ok) return;
    await saveMatter(trx, advanced.matter);
    await record(trx, [{ at: now, actor: "clock", act: "rest", subject: `matter ${matter.id}` }]);
    if (matter.owner === null || matter.conversation === null) return;
    const { toVillager, toOwner } = restedReplies(matter);
    say(matter.conversation, toVillager);
    for (const { conversation } of await conversationsOf(trx, [matter.owner]))
      say(conversation, toOwner);
  }

  return {
    wake,
    /** Resolves when nothing is being looked at. */
    async idle(): Promise<void> {
      while (running) await running;
    },
    async stop(): Promise<void> {
      stopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}
