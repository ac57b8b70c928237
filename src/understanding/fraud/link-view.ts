/** How much of a message is searched for links. Unit: UTF-16 code units. */
const looksAt = 12_000;

/** Nobody sees them; swindlers put them into addresses so that filters do not. */
const unseen =
  /[\p{Cf}\p{Cs}\p{Co}\u0000-\u0009\u000B-\u001F\u007F-\u009F\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u3164\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;
/** Marks that look like those of an address and that NFKC leaves as they are. */
const marks: Record<string, string> = {
  "\u2044": "/",
  "\u2215": "/",
  "\u29F8": "/",
  "\u2571": "/",
  "\u2236": ":",
  "\uA789": ":",
  "\u02D0": ":",
};

export interface LinkView {
  /** The message with every character in its plain form, case kept, without what nobody sees. */
  line: string;
  /** The same, character by character, with 一 for Chinese and é for any other letter that is not ASCII. */
  shape: string;
  /** Whether something that nobody sees stood between these places. */
  hides(from: number, to: number): boolean;
}

/** A message as links are looked for in it. */
export function linkView(text: string): LinkView {
  let line = "";
  let shape = "";
  const gaps: number[] = [];
  for (const character of text.slice(0, looksAt)) {
    const code = character.codePointAt(0)!;
    if (code === 0x0a || (code >= 0x20 && code < 0x7f)) {
      line += character;
      shape += character;
    } else if (code >= 0x4e00 && code <= 0x9fff) {
      line += character;
      shape += code === 0x70b9 || code === 0x9ede ? "点" : "一";
    } else if (unseen.test(character)) gaps.push(line.length);
    else {
      const plain = marks[character] ?? plainForm(character);
      line += plain;
      shape += shapeOf(plain);
    }
  }
  return { line, shape, hides: (from, to) => gaps.some((at) => at > from && at < to) };
}

function plainForm(character: string): string {
  if (/\s/u.test(character)) return " ";
  return character.normalize("NFKC");
}

function shapeOf(plain: string): string {
  let shape = "";
  for (const character of plain)
    shape +=
      character < "\u0080" || !/[\p{L}\p{N}\p{M}]/u.test(character)
        ? character
        : (/\p{Script=Han}/u.test(character) ? "一" : "é").repeat(character.length);
  return shape;
}
