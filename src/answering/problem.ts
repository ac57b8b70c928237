import type { EntryFile } from "./entry-file.ts";

/** Something in a content file that a person has to mend. */
export interface Problem {
  /** Path below the knowledge folder, with "/". */
  file: string;
  /** 1-based. */
  line: number;
  /** What is wrong and what to do, in the reader's language. */
  reason: string;
}

/** Notes a problem of an entry at one value of its front matter. */
export type Say = (file: EntryFile, path: readonly PropertyKey[], reason: string) => void;
