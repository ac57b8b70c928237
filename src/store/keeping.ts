import { becomeMatter } from "./alerts.ts";
import type { Effect } from "../domain/flow.ts";
import { causeOf } from "../domain/reminders.ts";
import type { VisitEffect } from "../domain/visit.ts";
import type { WarningEffect } from "../domain/warning-effect.ts";
import type { Cipher } from "./cipher.ts";
import type { Transaction } from "./connection.ts";
import { eraseWords } from "./erasing.ts";
import { keepPicture } from "./hazard-pictures.ts";
import { keepOfSeats, type SeatKeeping } from "./keeping-seats.ts";
import { keepOfWarning, keepTransferWarning } from "./keeping-warnings.ts";
import { addLogin, signOut } from "./logins.ts";
import { addNote, addToNote, matterById, reopenOwn, saveMatter } from "./matters.ts";
import { joined, parted } from "./merging.ts";
import { keepMediator } from "./mediators.ts";
import { join } from "./people.ts";
import {
  dropFollowUps,
  dropReminders,
  dropReportReminders,
  dropVillagersReminders,
  planReminders,
  planVisit,
} from "./reminders.ts";
import { keepSheet, markReported } from "./sheets.ts";
import { mustCall, phoned } from "./to-call.ts";
import { record } from "./trail.ts";

/** What a turn keeps beside the conversation and its replies. */
export type Keeping =
  | WarningEffect
  | VisitEffect
  | SeatKeeping
  | Extract<
      Effect,
      {
        do:
          | "keep-question"
          | "keep-feedback"
          | "open-matter"
          | "add-phone"
          | "keep-picture"
          | "add-to-matter"
          | "alert"
          | "add-to-alert"
          | "book-seat"
          | "move-seat"
          | "cancel-seat"
          | "keep-sheet"
          | "report-made"
          | "erase-me"
          | "save-matter"
          | "take-alert"
          | "keep-note"
          | "phoned"
          | "must-call"
          | "note-look"
          | "reopen"
          | "settle"
          | "keep-mediator"
          | "join"
          | "keep-login"
          | "sign-out";
      }
    >;

/** The turn and conversation that a row comes from. */
export interface Origin {
  /** The fragments of a burst share it: what they keep is kept once. */
  turn: string;
  conversation: string;
  at: number;
}

/** Writes one row of a turn. The same turn writes it over, never twice. */
export async function keep(
  trx: Transaction,
  cipher: Cipher,
  origin: Origin,
  it: Keeping,
): Promise<void> {
  const { turn, conversation, at } = origin;
  switch (it.do) {
    case "keep-question":
      await trx("questions")
        .insert({
          id: turn,
          conversation,
          text: cipher.seal(it.text, `questions.text.${turn}`),
          at,
          status: "new",
        })
        .onConflict("id")
        .merge(["text"]);
      return;
    case "keep-feedback":
      await trx("feedback")
        .insert({ id: turn, conversation, entry: it.entry, what: it.what, at })
        .onConflict("id")
        .ignore();
      return;
    case "open-matter":
      await trx("matters")
        .insert({
          id: it.id,
          number: it.number,
          kind: it.kind,
          status: "open",
          conversation: it.anonymous ? null : conversation,
          note: cipher.seal(it.note, `matters.note.${it.id}`),
          phone: it.phone === null ? null : cipher.seal(it.phone, `matters.phone.${it.id}`),
          level: it.level ?? "normal",
          danger: it.danger ?? null,
          village: it.village ?? null,
          dispute: it.dispute ?? null,
          private: it.isPrivate ?? false,
          opened_at: at,
          heard_at: at,
          due_at: at,
        })
        .onConflict("id")
        .merge(["note", "number"]);
      await planReminders(
        trx,
        {
          id: it.id,
          dispute: it.dispute ?? null,
          danger: null,
          isPrivate: it.isPrivate ?? false,
          conversation: it.anonymous ? null : conversation,
        },
        "opened",
        at,
      );
      if (it.anonymous) await forgetWords(trx, conversation, at - nameless);
      return;
    case "add-to-matter":
      await addToNote(trx, cipher, it.matter, conversation, it.words);
      return;
    case "keep-picture":
      await keepPicture(trx, cipher, it, origin);
      return;
    case "add-phone":
      await trx("matters")
        .where({ id: it.matter, conversation })
        .update({ phone: cipher.seal(it.phone, `matters.phone.${it.matter}`) });
      return;
    case "alert":
      await trx("alerts")
        .insert({
          id: turn,
          conversation,
          class: it.class,
          words: cipher.seal(it.words, `alerts.words.${turn}`),
          status: "waiting",
          at,
          due_at: at,
        })
        .onConflict("id")
        .merge(["class", "words"]);
      return;
    case "add-to-alert": {
      const alert = await trx<{ id: string; conversation: string; words: string }>("alerts")
        .where({ id: it.alert, conversation })
        .first();
      if (!alert) return;
      const place = `alerts.words.${alert.id}`;
      const words = `${cipher.open(alert.words, place)}\n${it.words}`;
      await trx("alerts")
        .where({ id: alert.id })
        .update({ words: cipher.seal(words, place) });
      return;
    }
    case "save-matter": {
      await parted(trx, it.matter, it.actor, at);
      await saveMatter(trx, it.matter);
      await joined(trx, it.matter, it.actor, at);
      const cause = causeOf(it.act);
      if (cause !== null) await planReminders(trx, it.matter, cause, at);
      if (it.act === "reopen") await dropReminders(trx, it.matter.id);
      await record(trx, [{ at, actor: it.actor, act: it.act, subject: `matter ${it.matter.id}` }]);
      return;
    }
    case "take-alert":
      await becomeMatter(trx, cipher, it.alert, it.matter, it.note);
      await record(trx, [{ at, actor: it.actor, act: "take", subject: `alert ${it.alert}` }]);
      return;
    case "phoned":
      await phoned(trx, it.matter, it.how, at);
      await record(trx, [
        { at, actor: it.person, act: `phoned ${it.how}`, subject: `matter ${it.matter}` },
      ]);
      return;
    case "must-call":
      await mustCall(trx, it.matter, at);
      return;
    case "keep-note":
      await addNote(trx, cipher, {
        id: turn,
        matter: it.matter,
        person: it.person,
        text: it.text,
        at,
      });
      await record(trx, [{ at, actor: it.person, act: "note", subject: `matter ${it.matter}` }]);
      return;
    case "note-look":
      await record(trx, [
        { at, actor: it.person, act: `unmask ${it.reason}`, subject: `matter ${it.matter}` },
      ]);
      return;
    case "reopen":
      await parted(trx, { id: it.matter, mergedInto: null }, "villager", at);
      await reopenOwn(trx, it.matter, conversation, at);
      await dropReminders(trx, it.matter);
      await record(trx, [{ at, actor: "villager", act: "reopen", subject: `matter ${it.matter}` }]);
      return;
    case "settle":
      await dropFollowUps(trx, it.matter);
      await record(trx, [
        { at, actor: "villager", act: "settled", subject: `matter ${it.matter}` },
      ]);
      return;
    case "keep-mediator": {
      const { matter, person, step } = it;
      await keepMediator(trx, { matter, person, step, at });
      const act = `mediator ${step} ${person}`;
      await record(trx, [{ at, actor: it.actor, act, subject: `matter ${matter}` }]);
      return;
    }
    case "join": {
      const person = await join(trx, cipher, it.invite, conversation, at);
      await record(trx, [{ at, actor: person, act: "join", subject: `person ${person}` }]);
      return;
    }
    case "keep-login":
      await addLogin(trx, cipher, { code: it.code, person: it.person, at });
      return;
    case "sign-out":
      await signOut(trx, { conversation, person: it.person, at });
      return;
    case "book-seat":
    case "move-seat":
    case "cancel-seat":
      // Done in the turn itself, where its outcome is decided upon.
      return;
    case "wait-for-seat":
    case "answer-offer":
    case "set-seat":
    case "walk-in":
    case "close-seats":
    case "open-seats":
    case "note-seats":
      return keepOfSeats(trx, cipher, origin, it);
    case "keep-sheet": {
      const of = (await matterById(trx, it.matter))?.conversation ?? conversation;
      // One of us may begin it, for whoever lost the money.
      if ((await keepSheet(trx, cipher, it, { conversation: of, at })) && of === conversation)
        await planReminders(
          trx,
          { id: it.matter, dispute: null, danger: null, isPrivate: false, conversation },
          "transferred",
          at,
        );
      await keepTransferWarning(trx, cipher, it, origin);
      return;
    }
    case "keep-warning":
    case "keep-result":
    case "take-list":
    case "keep-candidate":
    case "note-list":
      return keepOfWarning(trx, cipher, origin, it);
    case "report-made":
      await markReported(trx, it.matter, at);
      await dropReportReminders(trx, it.matter);
      return;
    case "plan-visit":
      return planVisit(trx, it, at);
    case "erase-me":
      await eraseWords(trx, cipher, conversation, turn);
      await dropVillagersReminders(trx, conversation);
      return;
    default:
      it satisfies never;
  }
}

/** What somebody who gave no name said about it goes back no longer than this. Unit: ms. */
const nameless = 2 * 3_600_000;

/** Nothing of a conversation's words since then is kept. */
async function forgetWords(trx: Transaction, conversation: string, since: number): Promise<void> {
  await trx("inbox").where({ conversation }).where("at", ">=", since).update({ body: null });
  await trx("questions").where({ conversation }).where("at", ">=", since).delete();
}
