import type { LookReason } from "./action.ts";
import type { Staff } from "./people.ts";

/**
 * How far a browser is let in. `code`: after the second factor; `enrol`: after its owner has one;
 * `ended`: no more, until they sign in again.
 */
export type Standing = "nobody" | "open" | "code" | "enrol" | "ended";

/** Where somebody stands with the second factor. */
export interface SecondFactor {
  name: string;
  standing: Exclude<Standing, "nobody" | "ended">;
  has: boolean;
  /** Recovery codes that are not used. */
  codesLeft: number;
}

/** A secret that is nobody's yet. */
export interface NewSecret {
  /** In Base32. */
  secret: string;
  /** otpauth://… */
  address: string;
  /** The secret, for nobody but this browser to bring back. */
  sealed: string;
}

/** Why somebody looks at a villager's number. */
export interface Look {
  reason: LookReason | "other";
  words: string;
}

export interface DeskPhone {
  me: Staff;
  number: string;
  /** Null: there is none, it cannot be read, or it was not asked for yet. */
  phone: string | null;
}

/** How a browser becomes somebody's desk, what is asked of it, and what stands behind that. */
export interface DeskDoor {
  standing(chat: string): Promise<Standing>;
  /** Whose link this is, while it can be used; null = it cannot. Looking uses nothing. */
  loginOf(code: string): Promise<{ name: string; marksStation: boolean } | null>;
  /**
   * Uses a link up for the browser of this new chat. False: it could not be used.
   * @param station it is the station's own computer
   */
  signIn(code: string, chat: string, station: boolean): Promise<boolean>;
  /** This browser is nobody's desk any more. False: it was none. */
  signOut(chat: string): Promise<boolean>;
  /** Null: whoever asks works not here, or must sign in again. */
  second(chat: string): Promise<SecondFactor | null>;
  /** A secret to begin with, the one of `sealed` or a new one. Null: they have one, or work not here. */
  newSecret(chat: string, sealed: string | null): Promise<NewSecret | null>;
  /** Ten recovery codes, to be shown once; `not-now`: they have a second factor, or work not here. */
  enrol(chat: string, sealed: string, code: string): Promise<string[] | "wrong" | "not-now">;
  /** `not-now`: nothing is asked. */
  giveCode(chat: string, code: string): Promise<"right" | "wrong" | "locked" | "not-now">;
  /**
   * A villager's number, for a reason that goes on the trail. `none`: there is no such matter, or it
   * is not theirs; `step-up`: the second factor comes first. Without `look`: whether it may be asked.
   */
  phone(
    chat: string,
    number: string,
    look: Look | null,
  ): Promise<DeskPhone | "none" | "step-up" | null>;
}
