import { Converter } from "opencc-js/t2cn";

/** Traditional forms that the simplified set of 1980 also holds, so that it cannot tell them apart. */
const traditionalAllTheSame = "後於徵夥乾麽餘";
/** Left as they are by the dictionary, but never meant otherwise by somebody who writes to the station. */
const wordsOfOurOwn: [RegExp, string][] = [
  [/著(?=火|急|凉|了|呢)/g, "着"],
  [/(?<=[打拿跟跑追看守站])著/g, "着"],
];

let simplifiedSet: Set<string> | undefined;
let convert: ((text: string) => string) | undefined;

/** The 6,763 characters of GB 2312: what simplified Chinese is written with, but for rare names. */
function simplifiedCharacters(): Set<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  const characters = new Set(new TextDecoder("gbk").decode(new Uint8Array(bytes)));
  for (const character of traditionalAllTheSame) characters.delete(character);
  return characters;
}

/**
 * Traditional → simplified characters. The dictionary is built on the first text that needs it
 * (about 15 ms, once); text that is simplified already costs one look-up a character.
 */
export function simplified(text: string): string {
  if (!needsDictionary(text)) return text;
  const dictionary = (convert ??= Converter({ from: "t", to: "cn" }));
  let result = dictionary(text);
  for (const [word, replacement] of wordsOfOurOwn) result = result.replace(word, replacement);
  return result;
}

function needsDictionary(text: string): boolean {
  simplifiedSet ??= simplifiedCharacters();
  for (const [character] of text.matchAll(/\p{Script=Han}/gu))
    if (!simplifiedSet.has(character)) return true;
  return false;
}
