import { Converter } from "opencc-js/t2cn";

/** Traditional forms that the simplified set of 1980 also holds, so that it cannot tell them apart. */
const traditionalAllTheSame = "後於徵夥乾麽餘";
/** Left as they are by the dictionary, but never meant otherwise by somebody who writes to the station. */
const wordsOfOurOwn: [RegExp, string][] = [
  [/著(?=火|急|凉|了|呢)/g, "着"],
  [/(?<=[打拿跟跑追看守站])著/g, "着"],
];

let simplifiedCodes: Uint8Array | undefined;
let convert: ((text: string) => string) | undefined;

/**
 * Marks the 6,763 characters of GB 2312: what simplified Chinese is written with, but for rare
 * names. Indexed by UTF-16 code unit.
 */
function simplifiedCharacters(): Uint8Array {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  const codes = new Uint8Array(0x1_0000);
  const characters = new TextDecoder("gbk").decode(new Uint8Array(bytes));
  for (let i = 0; i < characters.length; i++) codes[characters.charCodeAt(i)] = 1;
  for (const character of traditionalAllTheSame) codes[character.charCodeAt(0)] = 0;
  return codes;
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
  simplifiedCodes ??= simplifiedCharacters();
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isHan(code) && simplifiedCodes[code] === 0) return true;
  }
  return false;
}

/** Han characters of the basic plane, or the first half of one beyond it. */
function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xd840 && code <= 0xd888);
}
