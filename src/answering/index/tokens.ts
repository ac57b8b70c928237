import { normalise } from "../../understanding/normalise.ts";

/**
 * One way of looking at a text: it gives the text's terms as whole numbers below 2³², 0 excepted.
 * An index is built over one view; others (pinyin, say) may stand beside it.
 */
export type View = (text: string) => number[];

/** Words that only make a question of what is asked; they part the text where they stand. */
const askingWords = [
  "怎么办理|怎么办|怎么样|怎么着|怎么|怎样|咋办理|咋办|咋整|咋弄|咋着|咋样|咋地|咋的|咋回事|咋|如何",
  "是不是|有没有|能不能|可不可以|可以不|行不行|要不要|用不用|需不需要|会不会|好不好|对不对",
  "请问|你好|您好|麻烦问下|问一下|问下|想问|打听一下|打听下|打听|求助|谢谢|告诉我|知道",
  "什么|啥|哪些|哪儿|哪里|哪",
].join("|");

/** Characters that carry next to no meaning of their own, negations not among them. Two in a row make no pair. */
const stopCharacters = new Set(
  "的了吗呢吧啊呀嘛哦哈嗯哎唉呵是在有我俺咱你您他她它们这那个就也都还又和与或及但而把被给让向对从到之其此该么",
);

const parting = new RegExp(askingWords, "gu");
const run = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const han = /^\p{Script=Han}/u;

/** Characters and pairs of neighbouring characters; words of other scripts and numbers whole. */
export const characters: View = (text) => {
  const terms: number[] = [];
  for (const [word] of normalise(text).replace(parting, " ").matchAll(run)) {
    if (han.test(word)) addHan(word, terms);
    else terms.push(hashed(word));
  }
  return terms;
};

function addHan(word: string, terms: number[]): void {
  let before = "";
  for (const character of word) {
    const stop = stopCharacters.has(character);
    if (!stop) terms.push(single(character));
    if (before !== "" && !(stop && stopCharacters.has(before))) terms.push(pair(before, character));
    before = character;
  }
}

/** A term that is one character; pairs are more telling. */
export function isSingle(term: number): boolean {
  return term < 0x10000;
}

function single(character: string): number {
  return character.length === 1 ? character.charCodeAt(0) : hashed(character);
}

function pair(first: string, second: string): number {
  return first.length === 1 && second.length === 1
    ? ((first.charCodeAt(0) << 16) | second.charCodeAt(0)) >>> 0
    : hashed(first + second);
}

/** FNV-1a, laid where no pair can be: its high half is a surrogate, which no character begins with. */
function hashed(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1)
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) >>> 0;
  return (0xd8000000 | (hash & 0x07ffffff)) >>> 0;
}
