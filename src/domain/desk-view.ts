import type { Matter } from "./matter.ts";
import type { Staff } from "./people.ts";
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
  onDuty: string[];
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
  talk: { who: "villager" | "us"; text: string; at: number }[];
  notes: { by: string; text: string; at: number }[];
  acts: { at: number; by: string; act: string }[];
}

/** What the desk's pages read. Null: whoever asks works not here. */
export interface DeskView {
  inbox(chat: string): Promise<DeskInbox | null>;
  /** `none`: there is no such matter, or it is not for their eyes. Every look goes on the trail. */
  matter(chat: string, number: string): Promise<DeskMatter | "none" | null>;
}
