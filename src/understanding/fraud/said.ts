import { normalise } from "../normalise.ts";

/** How much of a message is read: scams come to the point at both ends. Unit: UTF-16 code units. */
const head = 420;
const tail = 220;

/**
 * The words that are read for fraud: normalised, without the blanks and dots that people put between
 * characters as a pause and swindlers to hide a word, so that both read alike.
 */
export function saidIn(text: string): string {
  const said = normalise(text)
    .replace(/(?<=[\p{Script=Han}\d])[ ·.*_~^-]{1,3}(?=\p{Script=Han})/gu, "")
    .replace(/(?<=\p{Script=Han}) {1,3}(?=[\d\p{Script=Han}])/gu, "");
  return said.length <= head + tail ? said : `${said.slice(0, head)}\n${said.slice(-tail)}`;
}
