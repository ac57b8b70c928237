export const listedKinds = ["host", "phone", "account", "app"] as const;
/** What swindlers use and lists keep: a website's host, a phone number, an account, an app's name. */
export type ListedKind = (typeof listedKinds)[number];

/** Something that a message names, in the one form in which lists keep it. */
export interface NamedValue {
  kind: ListedKind;
  value: string;
}

/** What a list says of a value. */
export interface Listed extends NamedValue {
  /** Why it is listed: one plain sentence. */
  reason: string;
  /** Who says so. */
  source: string;
  /** Somebody objected, and it is being looked into: it proves nothing meanwhile. */
  appealed: boolean;
}

/** An entry as it is handed in. */
export interface Listing extends NamedValue {
  reason: string;
  source: string;
  /** The last day on which it counts; null = until it is taken out. Format: YYYY-MM-DD. */
  until: string | null;
}

/** An entry as it is kept. Unit of all times: ms since 1970. */
export interface KeptListing extends Listing {
  addedBy: string;
  addedAt: number;
  /** Why somebody objected; null = nobody did. */
  appeal: string | null;
}

/** Why a line of a list is left out. */
export type ListingFault =
  | "quotes"
  | "kind"
  | "value"
  | "formula"
  | "rounded"
  | "reason"
  | "too-long"
  | "source"
  | "day"
  | "over"
  | "official"
  | "shortener"
  | "hotline";

/** A host that is what it says it is, and whose it is. */
export interface KnownHost {
  /** With all hosts below it. Lower case, without www. */
  host: string;
  /** As villagers call the owner. */
  name: string;
  /** Other names, numbers and spellings by which swindlers imitate it. */
  also: readonly string[];
  /** False: its name is a word that others bear innocently, so that nothing is called like it. */
  imitated: boolean;
  /** Anybody can put pages there. */
  open: boolean;
}

/** What the lists say about one message. */
export interface ListsSaid {
  known: readonly KnownHost[];
  listed: readonly Listed[];
}
