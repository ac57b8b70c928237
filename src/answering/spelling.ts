import { foldedSound, spelt } from "../understanding/sounds.ts";
import { soundOf } from "../understanding/syllables.ts";
import { likeliestRow } from "./likeliest-row.ts";
import type { Reading } from "./likeliest-row.ts";
import { isLetters, writtenWays } from "./written-ways.ts";

/** Normalised words as they were probably meant; the same where nothing in them looks misspelt. */
export type Speller = (said: string) => string;

/**
 * What it costs to believe that somebody wrote another character than was meant: about the
 * logarithm of how much likelier the whole must become (nats). Dear enough that words which no
 * entry uses are mostly left alone: set on questions disturbed by a dictionary of its own.
 */
const costs = { sameSound: 7, nearSound: 9, initial: 2 } as const;
/** As many characters, the commonest, may stand for a first letter. */
const mostByLetter = 60;
/** A word of so many letters or fewer that is no pinyin is read as first letters … */
const mostInitials = 6;
/** … if the words so found are as usual as this. Unit: nats a character. */
const usualWord = 5.5;

/**
 * Learns from texts how words are written, and puts right what only sounds like them (护口), is
 * spelt in letters (shenfenzheng, hkb) or was struck twice (身份份证): the likeliest row of
 * characters by pairs of neighbours.
 */
export function spellerOf(texts: readonly string[]): Speller {
  const ways = writtenWays(texts);
  const bySound = new Map<string, { code: number; sound: string }[]>();
  const byLetter = new Map<string, Reading[]>();
  for (const code of ways.commonFirst()) {
    const sound = soundOf(String.fromCharCode(code));
    if (sound === undefined) continue;
    listIn(bySound, foldedSound(sound)).push({ code, sound });
    const initials = listIn(byLetter, sound.charAt(0));
    if (initials.length < mostByLetter) initials.push({ code, cost: costs.initial });
  }
  const like = (sound: string, same: number, near: number): Reading[] =>
    (bySound.get(foldedSound(sound)) ?? []).map((other) => ({
      code: other.code,
      cost: other.sound === sound ? same : near,
    }));
  const readingsOf = (code: number, before: number, after: number): Reading[] => {
    const own: Reading[] = [{ code, cost: 0 }];
    // Where both pairs are known words nothing looks misspelt, and most of a message is so.
    if ((before === 0 || ways.has(before, code)) && (after === 0 || ways.has(code, after)))
      return own;
    const sound = soundOf(String.fromCharCode(code));
    if (sound === undefined) return own;
    const others = like(sound, costs.sameSound, costs.nearSound);
    return own.concat(others.filter((other) => other.code !== code));
  };
  const lettersOf = (word: string): Reading[][] | null => {
    if (word.length < 2 || ways.words.has(word)) return null;
    const sounds = spelt(word);
    if (sounds && (sounds.length > 1 || word.length > 2))
      return sounds.map((sound) => like(sound, 0, costs.nearSound - costs.sameSound));
    if (word.length > mostInitials) return null;
    const places = [...word].map((letter) => byLetter.get(letter) ?? []);
    const found = likeliestRow(places, ways.cost);
    return found && found.cost / word.length - costs.initial <= usualWord ? places : null;
  };
  const respelt = (row: string): string => {
    const found = row.match(parts) ?? [];
    const places: Reading[][] = [];
    for (const [at, part] of found.entries()) {
      if (isLetters(part)) {
        const letters = lettersOf(part);
        if (!letters) return row;
        places.push(...letters);
        continue;
      }
      const [code, before, after] = [codeOf(part), codeOf(found[at - 1]), codeOf(found[at + 1])];
      if (code !== before || ways.has(code, code)) places.push(readingsOf(code, before, after));
    }
    return likeliestRow(places, ways.cost)?.row ?? row;
  };
  return (said) => (ways.total === 0 ? said : said.replace(rows, respelt));
}

/** Characters of the first plane, and letters among them. */
const rows = /[\u3400-\u9FFFa-z]+/gu;
const parts = /[\u3400-\u9FFF]|[a-z]+/gu;

/** 0 = no character. */
function codeOf(part: string | undefined): number {
  return part === undefined || isLetters(part) ? 0 : part.charCodeAt(0);
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known) return known;
  const list: T[] = [];
  lists.set(key, list);
  return list;
}
