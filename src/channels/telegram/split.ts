/** Longest text of one message. Unit: UTF-16 code units after entities are read. Source: Bot API, sendMessage. */
export const longest = 4_096;

/**
 * Parts of at most `most` units, cut behind a sentence if one ends in the second half, else behind
 * a comma or space, never inside a character.
 */
export function split(text: string, most: number = longest): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const head = rest.slice(0, most);
    const at =
      lastEnd(head, /[。！？!?…\n]["”’）)」』]*/g) ?? lastEnd(head, /[；;，,、\s]/g) ?? whole(head);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== "" || parts.length === 0) parts.push(rest);
  return parts.filter((part, n) => part !== "" || n === 0);
}

function lastEnd(head: string, ends: RegExp): number | null {
  let last = 0;
  for (const found of head.matchAll(ends)) last = found.index + found[0].length;
  return last >= head.length / 2 ? last : null;
}

/** The length of `head` without half a surrogate pair at its end. */
const whole = (head: string) => (/[\ud800-\udbff]$/.test(head) ? head.length - 1 : head.length);
