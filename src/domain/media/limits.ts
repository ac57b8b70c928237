/** What a kept file is. */
export type FileKind = "photo" | "voice";

/** The largest file that is taken. Unit: bytes. */
export const largestFile = 5 * 1024 * 1024;

/**
 * Why a file is not taken: nothing in it; too many bytes; none of the kinds that are taken; cut
 * short or not what it says it is; more pixels than a phone can open.
 */
export type FileProblem = "empty" | "too-big" | "unknown" | "broken" | "too-large";
