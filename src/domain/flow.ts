import type { Action } from "./action.ts";
import type { State } from "./conversation.ts";
import type { KnowledgeEntry } from "./entry.ts";
import type { ChannelName, Medium, Reply } from "./message.ts";
import type { CallEnd, Desk, Talk } from "./desk.ts";
import type { FileStage, Picture } from "./kept-file.ts";
import type { ListsSaid } from "./lists.ts";
import type { Appointment, Day } from "./appointment.ts";
import type { Bookable } from "./bookable.ts";
import type { SeatEffect, SeatEvent, SeatFacts } from "./booking.ts";
import type { Calendar } from "./calendar.ts";
import type { Case } from "./cases.ts";
import type { SeatDeskEffect } from "./desk-seats.ts";
import type { Level, Matter, Status } from "./matter.ts";
import type { MediatorStep } from "./mediation.ts";
import type { Invite } from "./people.ts";
import type { Found } from "./ports.ts";
import type { Reading } from "./reading.ts";
import type { DisputeType, EmergencyClass, Facet, MatterKind, Service } from "./sets.ts";
import type { Station } from "./station.ts";
import type { StopPaymentDraft } from "./stop-payment.ts";
import type { VisitEffect } from "./visit.ts";
import type { WarningEffect } from "./warning-effect.ts";

/** What happened, as a flow sees it. */
export type Event =
  | {
      on: "said";
      /** As kept: masked. */
      text: string;
      forwarded: boolean;
      reading: Reading;
      masked: Masked;
      shown: CardShown;
      /** The matter whose message this one answers, where the channel tells; or `unclear`. */
      about: string | null;
      /** The channel's id of the message; of an edit, that of the message that was edited. */
      message: string | null;
      edited: boolean;
      /** What the words stand under. */
      medium: Medium | null;
    }
  | { on: "chose"; action: Action }
  | { on: "sent"; medium: Medium; about: string | null }
  /** Results under the names that their words have in the search; `entries` are those that are served. */
  | {
      on: "found";
      search: Search;
      alone: Found[];
      together: Found[];
      parts: Found[][];
      inside: Found[][];
      entries: KnowledgeEntry[];
    }
  | SeatEvent
  | { on: "opened"; entry: KnowledgeEntry | null; as: "answer" | "details" | Facet };

/** What the app is to look up for one message. It comes back unchanged with what was found. */
export interface Search {
  /** The whole message. */
  said: string;
  /** How sure a result must be to be given: less if the message surely asks for what we know of. 0 … 1. */
  enough: number;
  /** What is meant: the message, or what a correction puts in its place. Found `alone`. */
  words: string;
  /** The same with words for the matter at hand, if there is one. */
  together: string | null;
  /** Pieces that may be questions of their own. */
  parts: string[];
  /** Pieces of a story that may hold its one question. */
  inside: string[];
  /** The words were given a safety card: only a good answer may stand under it. */
  besideCard?: boolean;
  /** The entry that stands there where no better one was found; among `entries`. */
  otherwise?: string;
  /** Entries that may be needed whole: the one at hand, the one that a condition points to. */
  entries: string[];
}

/**
 * What stands on the screen of this danger already: `card` = the bare card, said past the store;
 * `all` = an earlier fragment of the same message brought everything.
 */
export type CardShown = "no" | "card" | "all";

/** Private numbers that were taken out of a message before it was kept. */
export interface Masked {
  idNumbers: number;
  accounts: number;
  /** Mobile numbers as given, for a call back. */
  phones: string[];
  /** Account numbers as given, for a sheet that stops a payment; kept until the turn only, and never of Telegram. */
  accountNumbers?: string[];
}

/** What a flow may know beside state and event. */
export interface Facts {
  /** Names this turn; the fragments of one burst share it, so that what they open is opened once. */
  turn: string;
  /** A fresh six-digit number, should a matter be opened. */
  number: string;
  /** What this person opened. Filled in only when they erase their words or ask how their matter goes. */
  matters: OwnMatter[];
  /** Visits that this person asked for and that are not over. Filled in only where they may be meant. */
  visits?: readonly Matter[];
  /** What is stored of this conversation. Filled in only when the person asks for it. */
  own: OwnData | null;
  /** Set while this villager talks with one of us. */
  talk: Talk | null;
  /** Set when one of us writes. */
  desk: Desk | null;
  /** Whose desk this browser was is not known to sit there now: their time is over, or a code is missing. */
  shut?: boolean;
  /** What is sent beside words can be shown to the other side of the talk. */
  passes: boolean;
  /** A danger that this person told of a moment ago. Filled in only when what comes may say where it is. */
  alarm: Alarm | null;
  /** Set where these words of danger have raised their alert before. */
  raised: Raised | null;
  /** The sheet that this person began within a day, for what was transferred. Filled in only where it may be needed. */
  stopPayment: StopPaymentDraft | null;
  /** The matter of this person's warning that is still worked on. Filled in only where their words are checked. */
  warned: { matter: string; number: string } | null;
  /** Seats at the counter. Filled in only where they are spoken of. */
  seats: SeatFacts | null;
  /** What can be booked here. */
  services: readonly Bookable[];
  /** Holidays, as far as announced. */
  calendar: Calendar;
  /** What lists say of the links, numbers and names in what was said. Filled in only where it is checked for fraud. */
  lists: ListsSaid | null;
  /** More people read this: nothing about anybody is asked, opened or shown. `link`: where one can write alone. */
  group: { link: string | null } | null;
  /** The invitation that was brought, if it can be used. */
  invite: Invite | null;
  watch: Watch;
  /** Unit: ms since 1970. */
  now: number;
  channel: ChannelName;
  station: Station;
  /** Where the villager can write private numbers, if this station has such a page. */
  pageUrl: string | null;
  /** Telegram carries no personal data here. */
  residency: "open" | "cn";
}

/** A villager's own matter, as far as they are told. */
export interface OwnMatter {
  id: string;
  number: string;
  status: Status;
  /** Name of whoever has it. */
  owner: string | null;
}

/** What is stored of one conversation, and of nobody else's. */
export interface OwnData {
  /** What was said and answered, oldest first. Unit of all times: ms since 1970. */
  talk: { who: "villager" | "us"; text: string; at: number }[];
  /** What the person opened, with what they told then; `phone` as given. */
  matters: { matter: Matter; words: string; phone: string | null; owner: string | null }[];
  alerts: { danger: EmergencyClass; words: string; at: number; taken: boolean }[];
  /** Seats at the counter; `phone` as given; `known`: what was told of the case, null = nothing. */
  seats: { seat: Appointment; name: string | null; phone: string | null; known: Case | null }[];
  /** Questions that had no answer, kept for the station's admin. */
  questions: { text: string; at: number }[];
  /** Entries that the person called wrong. */
  feedback: { entry: string; at: number }[];
}

/** An alert of this conversation that is still fresh. */
export interface Alarm {
  alert: string;
  /** The matter that it became, if somebody took it. */
  matter: string | null;
  /** Who hears what more is told: whoever has it, else those called so far. */
  people: string[];
}

/** The alert of a message that was edited, or of the same words said again. `isNews`: it says something else now. */
export interface Raised extends Alarm {
  isNews: boolean;
}

/** Who could answer a villager now. `next`: when duty begins; unit: ms since 1970. */
export type Watch = { is: "nobody" } | { is: "on-duty" } | { is: "off-duty"; next: number | null };

/** What a flow wants done. */
export type Effect =
  | { do: "reply"; reply: Reply }
  /** Searched by the app; comes back as `found`. */
  | { do: "lookup"; search: Search }
  /** Comes back as `opened`. */
  | { do: "lookup-entry"; entry: string; as: "answer" | "details" | Facet }
  /** A question without an answer, kept masked for the admin. */
  | { do: "keep-question"; text: string }
  | { do: "keep-feedback"; entry: string; what: "wrong" }
  | {
      do: "open-matter";
      id: string;
      number: string;
      kind: MatterKind;
      note: string;
      phone: string | null;
      level?: Level;
      /** The danger that it begins with. */
      danger?: EmergencyClass;
      village?: string | null;
      dispute?: DisputeType | null;
      isPrivate?: boolean;
      /** Nothing that names the person goes with it, and their words about it are not kept. */
      anonymous?: boolean;
    }
  /** More words about a matter that was opened in danger: where it is. */
  | { do: "add-to-matter"; matter: string; words: string }
  | { do: "add-phone"; matter: string; phone: string }
  /** A picture of a hazard; `actor` goes on the trail. */
  | {
      do: "keep-picture";
      matter: string;
      stage: FileStage;
      picture: Picture;
      channel: ChannelName;
      nameless: boolean;
      actor: string | null;
    }
  /** A durable row for whoever is on duty. */
  | { do: "alert"; class: EmergencyClass; words: string }
  /** More words of the same person about the same danger. */
  | { do: "add-to-alert"; alert: string; words: string }
  /** What is known of a transfer, as it stands now. */
  | ({ do: "keep-sheet" } & Pick<StopPaymentDraft, "matter" | "sheet" | "asked">)
  | WarningEffect
  | VisitEffect
  /** 110 was called about it, or nothing was transferred: nobody is reminded to call any more. */
  | { do: "report-made"; matter: string }
  | SeatEffect
  | SeatDeskEffect
  /** They wait for a seat of that day that is given back. */
  | {
      do: "wait-for-seat";
      service: Service;
      day: Day;
      place: string;
      name: string | null;
      phone: string | null;
    }
  /** What they do about a seat that is held for them. */
  | { do: "answer-offer"; waiting: string; take: boolean }
  | { do: "erase-me" }
  /** A matter's next state; `act` and `actor` go on the trail. */
  | { do: "save-matter"; matter: Matter; act: string; actor: string }
  /** An alert is taken and becomes a matter of this number. */
  | { do: "take-alert"; alert: string; matter: Matter; note: string; actor: string }
  /** To somebody else than the one who wrote: a conversation, or all of a person's. */
  | {
      do: "tell";
      to: { conversation: string } | { person: string };
      reply: Reply;
      /** Said instead where the reply's medium cannot be shown, or Telegram must not carry its words. */
      otherwise?: Reply;
      /** Said instead where Telegram must not carry the words of both of them. */
      bare?: Reply;
    }
  /** Somebody looked at what is covered: on the trail, with the reason. */
  | { do: "note-look"; matter: string; person: string; reason: string }
  | { do: "phoned"; matter: string; person: string; how: CallEnd }
  /** The villager is to be phoned: what is to be told may not be carried to them. */
  | { do: "must-call"; matter: string }
  | { do: "keep-note"; matter: string; person: string; text: string }
  /** By the villager who opened it, where it was settled. */
  | { do: "reopen"; matter: string }
  /** The villager said that all is well: they are not asked again. */
  | { do: "settle"; matter: string }
  | { do: "keep-mediator"; matter: string; person: string; step: MediatorStep; actor: string }
  | { do: "join"; invite: Invite }
  /** One browser may open the desk with it as this person, once, for ten minutes. */
  | { do: "keep-login"; code: string; person: string }
  /** This conversation is nobody's desk any more, and its page shows nothing of it. */
  | { do: "sign-out"; person: string };

export interface Decision {
  state: State;
  effects: Effect[];
}
