import { unknownStation } from "../answering/station-file.ts";
import type { DeskInbox, DeskMatter, DeskView } from "../domain/desk-view.ts";
import { levels, type Matter } from "../domain/matter.ts";
import type { Staff } from "../domain/people.ts";
import type { Clock, Ids } from "../domain/ports.ts";
import { may } from "../domain/rights.ts";
import { answering } from "../domain/calling.ts";
import type { Roster } from "../domain/roster.ts";
import { isActive } from "../domain/mediation.ts";
import { waitingAlerts } from "../store/alerts.ts";
import type { Transaction } from "../store/connection.ts";
import { picturesOf } from "../store/files.ts";
import { actsOn, notesOf, talkSince } from "../store/matter-history.ts";
import {
  alikeSince,
  matterNamed,
  mattersOf,
  mattersOfOthers,
  toldOf,
  waitingMatters,
} from "../store/matters.ts";
import { mediatorsOf } from "../store/mediators.ts";
import { conversationOf, everybody, staffBehind } from "../store/people.ts";
import type { Store } from "../store/store.ts";
import { record } from "../store/trail.ts";
import { alikeWithin, callsOf } from "./desk-facts.ts";
import { deskAppointments } from "./desk-appointments.ts";
import { whoIsAt } from "./desk-me.ts";
import { deskOffice } from "./desk-office.ts";
import { deskPhone } from "./desk-phone.ts";
import type { SeatKnowledge } from "./desk-seats.ts";
import { deskSecond } from "./desk-second.ts";
import { deskSignIn } from "./desk-sign-in.ts";
import { deskWarnings, warningOn } from "./desk-warnings.ts";

/** An act that names a person by id names them as people know them. */
function named(act: string, nameOf: (id: string) => string): string {
  const [, step, id] = /^(mediator \w+) (.+)$/.exec(act) ?? [];
  return step === undefined || id === undefined ? act : `${step} ${nameOf(id)}`;
}

/** So much stands on one page. */
const mostShown = 100;

/** What the desk's pages show, to those who may see it. */
export function deskView(
  store: Store,
  roster: () => Roster,
  clock: Clock,
  ids: Ids,
  villages: () => readonly string[] = () => [],
  knowledge: SeatKnowledge = { station: unknownStation("") },
): DeskView {
  const { db, cipher } = store;
  const mayRead = (me: Staff, { isPrivate }: Matter): boolean =>
    may(me.role, "see-matters") && (!isPrivate || may(me.role, "see-private"));

  async function matterFor(
    trx: Transaction,
    me: Staff,
    it: Matter,
    chat: string,
  ): Promise<DeskMatter> {
    const people = new Map((await everybody(trx, cipher)).map(({ id, name }) => [id, name]));
    const nameOf = (id: string): string => people.get(id) ?? id;
    const told = await toldOf(trx, cipher, it.id);
    await record(trx, [{ at: clock.now(), actor: me.id, act: "see", subject: `matter ${it.id}` }]);
    const notes = await notesOf(trx, cipher, it.id);
    const warned = await warningOn(trx, cipher, me, it, {
      conversation: await conversationOf(trx, cipher, "web", chat),
      at: clock.now(),
    });
    const acts = await actsOn(trx, it.id);
    const mediators = await mediatorsOf(trx, it.id);
    return {
      me,
      matter: it,
      owner: it.owner === null ? null : nameOf(it.owner),
      words: told?.note ?? "",
      hasPhone: told?.phone != null,
      talk:
        it.conversation === null
          ? []
          : await talkSince(trx, cipher, it.conversation, it.openedAt, mostShown, it.id),
      pictures: await picturesOf(trx, it.id),
      mediators: mediators.filter(isActive).map(({ person }) => nameOf(person)),
      alike: await alikeSince(trx, it, clock.now() - alikeWithin, may(me.role, "see-private")),
      warned,
      notes: notes.map(({ person, text, at }) => ({ by: nameOf(person), text, at })),
      acts: acts.map(({ at, actor, act }) => ({ at, by: nameOf(actor), act: named(act, nameOf) })),
    };
  }

  async function inOthersHands(
    trx: Transaction,
    me: Staff,
    staff: readonly Staff[],
  ): Promise<DeskInbox["others"]> {
    const people = new Map(staff.map(({ id, name }) => [id, name]));
    const matters = await mattersOfOthers(trx, me.id, mostShown);
    return matters.map((matter) => ({ matter, owner: people.get(matter.owner) ?? matter.owner }));
  }

  return {
    inbox: (chat, isPoll = false) =>
      db.transaction(async (trx) => {
        const at = clock.now();
        const me = isPoll
          ? await staffBehind(trx, cipher, "web", chat, at)
          : await whoIsAt(trx, cipher, chat, at);
        if (!me) return null;
        const [alerts, waiting] = may(me.role, "see-matters")
          ? [await waitingAlerts(trx, mostShown), await waitingMatters(trx, mostShown)]
          : [[], []];
        const staff = await everybody(trx, cipher);
        return {
          me,
          alerts: may(me.role, "be-called") ? alerts : [],
          waiting: waiting.filter((one) => mayRead(me, one)),
          mine: pressingFirst(await mattersOf(trx, me.id)),
          toCall: await callsOf(trx, cipher, me.id),
          others: may(me.role, "see-others") ? await inOthersHands(trx, me, staff) : [],
          onDuty: answering(staff, roster(), clock.now()),
        };
      }),
    ...deskSignIn(store, clock, ids),
    ...deskSecond(store, clock),
    ...deskPhone(store, clock, ids),
    ...deskOffice(store, roster, clock),
    ...deskWarnings(store, clock, ids, villages),
    ...deskAppointments(store, clock, ids, knowledge),
    matter: (chat, number) =>
      db.transaction(async (trx) => {
        const me = await whoIsAt(trx, cipher, chat, clock.now());
        if (!me) return null;
        const it = await matterNamed(trx, number);
        return it && mayRead(me, it) ? matterFor(trx, me, it, chat) : "none";
      }),
  };
}

/** By level, then by how long it has waited. */
function pressingFirst(matters: Matter[]): Matter[] {
  return matters.toSorted(
    (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || a.openedAt - b.openedAt,
  );
}
