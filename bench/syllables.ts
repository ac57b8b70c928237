import { writeFileSync } from "node:fs";
import { pinyin } from "pinyin-pro";

const target = "src/understanding/syllable-table.ts";

/** Writes the table of sounds anew: `npm run bench -- syllables`. */
export async function writeSyllables(): Promise<void> {
  const bySound = new Map<string, string>();
  for (const character of simplifiedSet()) {
    const [sound] = pinyin(character, { toneType: "none", type: "array", v: true });
    if (!sound || !/^[a-z]+$/u.test(sound)) continue;
    bySound.set(sound, (bySound.get(sound) ?? "") + character);
  }
  const rows = [...bySound].sort(([a], [b]) => (a < b ? -1 : 1)).map((row) => row.join(""));
  const lines: string[] = [""];
  for (const row of rows) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && widthOf(last) + widthOf(row) > mostWide) lines.push(row);
    else lines[lines.length - 1] = last === "" ? row : `${last} ${row}`;
  }
  const quoted = lines.map((line) => `  "${line} "`).join(" +\n");
  writeFileSync(target, `${heading}export const syllableTable =\n${quoted};\n`);
  console.log(`${target}: ${rows.length} sounds`);
}

/** Unit: columns; a Han character takes two. */
const mostWide = 180;

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < "\u0100" ? 1 : 2), 0);
}

/** GB 2312, which holds what simplified Chinese is written with. */
function* simplifiedSet(): Generator<string> {
  const decoder = new TextDecoder("gbk");
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      if (/^\p{Script=Han}$/u.test(character)) yield character;
    }
}

const heading = `/**
 * The usual sound of the 6,763 characters of GB 2312, without tone: each sound and the characters
 * that have it. Written by \`npm run bench -- syllables\` from pinyin-pro (MIT).
 */
// prettier-ignore
`;
