import { isSound } from "./syllables.ts";

/**
 * A sound as a northern mouth, or a hurried one, may give it: zh = z, ch = c, sh = s, l = n,
 * f = h, and no difference between -ng and -n. Two sounds with the same fold are near.
 */
export function foldedSound(sound: string): string {
  return sound
    .replace(/^([zcs])h/u, "$1")
    .replace(/^l/u, "n")
    .replace(/^f/u, "h")
    .replace(/ng$/u, "n");
}

/** The sounds that letters spell (shenfenzheng → shen fen zheng), or null where they are no pinyin. */
export function spelt(letters: string): string[] | null {
  if (letters.length > mostLetters) return null;
  /** The fewest sounds that spell the letters from here to the end. */
  const fromHere: (string[] | null)[] = Array.from({ length: letters.length }, () => null);
  fromHere.push([]);
  for (let at = letters.length - 1; at >= 0; at -= 1)
    for (let length = 1; length <= Math.min(longestSound, letters.length - at); length += 1) {
      const rest = fromHere[at + length];
      const sound = letters.slice(at, at + length);
      if (!rest || !isSound(sound)) continue;
      const known = fromHere[at];
      if (!known || rest.length + 1 < known.length) fromHere[at] = [sound, ...rest];
    }
  return fromHere[0] ?? null;
}

/** Zhuang is the longest. */
const longestSound = 6;
/** Nobody spells a whole sentence in one word. */
const mostLetters = 40;
