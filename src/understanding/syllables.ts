import { syllableTable } from "./syllable-table.ts";

// A table of our own costs a millisecond at start; the library that it was made with, a tenth of a second.

let sounds: Map<string, string> | undefined;
let known: Set<string> | undefined;

function soundsByCharacter(): Map<string, string> {
  if (sounds) return sounds;
  sounds = new Map();
  for (const [, sound = "", characters = ""] of syllableTable.matchAll(/([a-z]+)([^a-z ]+)/gu))
    for (const one of characters) sounds.set(one, sound);
  return sounds;
}

/** The sound of a character as pinyin without tone (ü = v), or undefined where it is not known. */
export function soundOf(character: string): string | undefined {
  return soundsByCharacter().get(character);
}

/** Whether letters are one whole sound. */
export function isSound(letters: string): boolean {
  known ??= new Set(soundsByCharacter().values());
  return known.has(letters);
}
