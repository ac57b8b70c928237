/**
 * Characters that look like a Latin letter, most alike first. Source: own table after UTS #39's
 * confusables, for what a host may hold.
 */
const alike: Record<string, string> = {
  a: "аɑαạӑӓᎪᴀ",
  b: "ЬьƄƅвᏏᖯɓƀḅßβʙᏴᛒ",
  c: "сϲᴄⅽƈçćčⲥᏟҫᏣⅭ𐒨",
  d: "ԁɗđժᏧⅾḍďɖᑯᎠ",
  e: "еҽєεɛẹęėёѐεεᎬ℮ɘəᎡ",
  f: "ſƒϝғḟꞙք",
  g: "ɡɢցġğģǥԍᶃɠᏀᏻնԌ",
  h: "һհḥĥħнᏂɦнʜᎻ",
  i: "іıɩɪιїӏíìîïĩįịᎥⅰɨا𐒃",
  j: "јϳʝɉյʲĵјᎫ",
  k: "κкķƙќҡқҝⱪᴋᏦᛕ",
  l: "ӏⅼǀıłļľḷɭіιɫլǐʟᏞا",
  m: "мᴍⅿṃɱḿᎷᛖϻϺ",
  n: "пոռηиńñņňɲṇհпᴎŋɴ",
  o: "оοσօᴏọȯøөоóòôöõỏơⲟ๐ዐ",
  p: "рρƿṗƥрᴩᏢⲣ",
  q: "ԛգզɋʠႭ",
  r: "гᴦɍŗřṛɼɾгⲅʀᎡᏒ",
  s: "ѕꜱʂşśšṣșƽᏚᏕႽ𐒖տ",
  t: "тτţťṭțŧᴛƭтէᎢ",
  u: "υսᴜųùúûüūụцμυꭎʋ∪",
  v: "ѵνᴠѵṿⅴט∨ᏙᏉ",
  w: "ԝѡωɯᴡŵẁẃẅшщաⱳᎳᏔ",
  x: "хχⅹẋҳ×ӿ",
  y: "уγỵýÿŷүყƴɏуʏ",
  z: "ᴢźžżẓƶʐȥⱬᏃ",
};

const plain = new Map<string, string>();
for (const [letter, others] of Object.entries(alike))
  for (const other of others) if (!plain.has(other)) plain.set(other, letter);
/** Digits that stand for letters inside words. */
const digits: Record<string, string> = { 0: "o", 1: "l", 3: "e", 4: "a", 5: "s", 8: "b", 9: "g" };
/** Letters that stand for digits inside numbers. */
const letters: Record<string, string> = {
  ...{ o: "0", l: "1", i: "1", z: "2", e: "3", a: "4", s: "5", b: "8", g: "9", q: "9" },
};

/** Capitals whose small letter looks like another one than they do, and a small letter that like. */
const capitals: Record<string, string> = {
  ...{ Η: "һ", Μ: "м", Ν: "ո", Υ: "у", Ζ: "ᴢ", Տ: "ѕ", ϲ: "с", Ϲ: "с", Ϻ: "м" },
  ...{ Ⴝ: "ѕ", Ⴍ: "ԛ", Ⴓ: "ԛ", Ա: "ս" },
};

/**
 * A host as it looks before browsers make its capitals small: then Μ (which looks like M) would be μ,
 * and ϲ would be σ.
 */
export function withSeenCapitals(written: string): string {
  return written.replace(/[^\u0000-\u007F]/gu, (letter) => capitals[letter] ?? letter);
}

/** The bare look of a label: what looks alike has one and the same. */
export function lookOf(label: string): string {
  return lettersOf(label).replace(/rn/g, "m").replace(/vv|uu/g, "w").replace(/cl/g, "d");
}

/** The same letter by letter: two that look like one stay two. */
export function lettersOf(label: string): string {
  return latin(label)
    .replace(/[013-589]/g, (digit) => digits[digit] ?? digit)
    .replace(/[ij]/g, "l");
}

/** The number that a label looks like: l2306 → 12306. */
export function numberLook(label: string): string {
  return latin(label).replace(/[a-z]/g, (letter) => letters[letter] ?? letter);
}

/** Plain Latin letters for those that look like them. */
function latin(label: string): string {
  let result = "";
  for (const character of label.normalize("NFC")) {
    if (character <= "\u007F") {
      result += character.toLowerCase();
      continue;
    }
    const known = plain.get(character);
    if (known !== undefined) result += known;
    else
      for (const part of character.normalize("NFKD").replace(/\p{M}/gu, ""))
        result += plain.get(part) ?? part.toLowerCase();
  }
  return result;
}
