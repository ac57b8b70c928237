import { createHash } from "node:crypto";
import { pinyin } from "pinyin-pro";

/** One character in so many is disturbed. */
const oneIn = 8;
/** What befalls a disturbed character, in shares of 16. */
const shares: [number, "homophone" | "near sound" | "dropped" | "doubled" | "swapped"][] = [
  [9, "homophone"],
  [2, "near sound"],
  [2, "dropped"],
  [2, "doubled"],
  [1, "swapped"],
];

/**
 * The same words as a hurried thumb, or a telephone that was spoken to, writes them. Sounds are
 * taken as the whole sentence is read, by another dictionary than the product's own. Always the
 * same for the same text.
 */
export function noisy(text: string): string {
  const characters = [...text];
  const sounds = pinyin(text, { toneType: "none", type: "array", v: true });
  const known = sounds.length === characters.length;
  const result: string[] = [];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at]!;
    const chance = createHash("sha256").update(`${at} ${text}`).digest();
    const sound = known && /\p{Script=Han}/u.test(character) ? sounds[at]! : null;
    if (sound === null || chance.readUInt32BE(0) % oneIn !== 0) {
      result.push(character);
      continue;
    }
    const choose = (from: string | undefined): string =>
      from ? [...from][chance.readUInt32BE(8) % from.length]! : character;
    switch (befalls(chance[4]! % 16)) {
      case "homophone":
        result.push(choose(homophones().get(sound)?.replace(character, "")));
        break;
      case "near sound":
        result.push(choose(homophones().get(nearTo(sound))));
        break;
      case "dropped":
        break;
      case "doubled":
        result.push(character, character);
        break;
      case "swapped":
        result.push(characters[at + 1] ?? "", character);
        at += 1;
        break;
    }
  }
  return result.join("");
}

function befalls(sixteenth: number): (typeof shares)[number][1] {
  let upTo = 0;
  for (const [share, what] of shares) if (sixteenth < (upTo += share)) return what;
  return "homophone";
}

/** A sound that northern mouths, or fast ones, put for another; itself where there is none. */
function nearTo(sound: string): string {
  for (const [from, to] of [
    [/^zh/, "z"],
    [/^ch/, "c"],
    [/^sh/, "s"],
    [/^z(?!h)/, "zh"],
    [/^c(?!h)/, "ch"],
    [/^s(?!h)/, "sh"],
    [/ing$/, "in"],
    [/in$/, "ing"],
    [/eng$/, "en"],
    [/en$/, "eng"],
    [/^l/, "n"],
    [/^n/, "l"],
    [/ang$/, "an"],
    [/an$/, "ang"],
  ] as const) {
    const near = sound.replace(from, to);
    if (near !== sound && homophones().has(near)) return near;
  }
  return sound;
}

let bySound: Map<string, string> | undefined;

/** The 3,755 commoner characters of GB 2312 by sound: what a keyboard offers first. */
function homophones(): Map<string, string> {
  if (bySound) return bySound;
  bySound = new Map();
  const decoder = new TextDecoder("gbk");
  for (let row = 0xb0; row <= 0xd7; row += 1)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      const [sound = ""] = pinyin(character, { toneType: "none", type: "array", v: true });
      bySound.set(sound, (bySound.get(sound) ?? "") + character);
    }
  return bySound;
}
