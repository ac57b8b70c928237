import type { DeskDoor } from "./desk-door.ts";
import type { MatterWarning, WarningDesk } from "./desk-warnings.ts";
import type { Alike, Call } from "./desk.ts";
import type { Figures } from "./figures.ts";
import type { MatterPicture } from "./kept-file.ts";
import type { Matter } from "./matter.ts";
import type { MediaKind, Place, ShownFile } from "./message.ts";
import type { Staff } from "./people.ts";
import type { SeatDesk } from "./seat-desk.ts";
import type { Shift } from "./roster.ts";
import type { EmergencyClass } from "./sets.ts";

/** What stands on the desk of one of us. */
export interface DeskInbox {
  me: Staff;
  alerts: {
    id: string;
    danger: EmergencyClass;
    village: string | null;
    at: number;
    calls: number;
  }[];
  waiting: Matter[];
  mine: Matter[];
  /** Whom they are to phone, longest waiting first. */
  toCall: Call[];
  /** What others have in hand; empty for those whom it does not concern. */
  others: { matter: Matter; owner: string }[];
  onDuty: string[];
}

/** One line of a talk: words, and a picture or a voice. */
export interface TalkLine {
  who: "villager" | "us";
  text: string;
  /** Unit: ms since 1970. */
  at: number;
  file?: ShownFile;
  /** What was sent and is not kept here. */
  away?: MediaKind;
  /** Where somebody said that they are. */
  place?: Place;
}

/** One matter with all that belongs to it. Numbers are masked as they are kept. */
export interface DeskMatter {
  me: Staff;
  matter: Matter;
  /** Name of whoever has it. */
  owner: string | null;
  words: string;
  hasPhone: boolean;
  /** Since it was opened, oldest first. */
  talk: TalkLine[];
  /** Of a hazard: as it was found, and after it was dealt with. */
  pictures: MatterPicture[];
  /** Names of those who mediate beside the owner. */
  mediators: string[];
  /** Others of the last 90 days that are like it. */
  alike: Alike;
  warned: MatterWarning;
  notes: { by: string; text: string; at: number }[];
  acts: { at: number; by: string; act: string }[];
}

/** One month's figures beside those of the same days a year before. */
export interface DeskFigures {
  me: Staff;
  /** Unit: ms since 1970. */
  from: number;
  to: number;
  now: Figures;
  /** Null: there is nothing to compare with. */
  before: Figures | null;
}

export interface DeskRoster {
  me: Staff;
  onDuty: string[];
  /** For the next seven days, the earliest first. Empty: the station has written none. */
  shifts: Shift[];
}

/** What the desk's pages read. Null: whoever asks works not here. */
export interface DeskView extends DeskDoor, WarningDesk, SeatDesk {
  /** @param isPoll an open page looks by itself: nobody need be there */
  inbox(chat: string, isPoll?: boolean): Promise<DeskInbox | null>;
  /** `none`: there is no such matter, or it is not for their eyes. Every look goes on the trail. */
  matter(chat: string, number: string): Promise<DeskMatter | "none" | null>;
  /** `not-yours`: this role sees none. */
  figures(chat: string): Promise<DeskFigures | "not-yours" | null>;
  roster(chat: string): Promise<DeskRoster | null>;
}
