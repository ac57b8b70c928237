/** One digit somewhere in a text. `at` and `end` are UTF-16 positions, `end` exclusive. */
export interface Digit {
  at: number;
  end: number;
  /** "0" … "9", or "X": the check digit of an ID number. */
  value: string;
  /** Spaces, dashes or nothing visible stand between the digit before and this one. */
  apart: boolean;
}

const spoken = new Map(
  [..."零〇一二三四五六七八九"].map((word, i) => [word, String(i < 1 ? 0 : i - 1)]),
);
spoken.set("幺", "1");
spoken.set("两", "2");

const betweenDigits =
  /^[\p{Z}\p{Cf}\p{Pd}\u00AD\u180B-\u180F\uFE00-\uFE0F_·•.\t\r\n~～*,，、|/\\]$/u;
/** More than this between two digits, and they are two numbers. Unit: code points. */
const widestGap = 3;

/** Runs of digits as a person writes one number: any script, full width, in words, grouped. */
export function digitRuns(text: string): Digit[][] {
  const runs: Digit[][] = [];
  let run: Digit[] = [];
  let gap = 0;
  let at = 0;
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
    gap = 0;
  };
  for (const character of text) {
    const end = at + character.length;
    const value = digitValue(character) ?? (run.length >= 17 ? checkLetter(character) : undefined);
    if (value !== undefined) {
      run.push({ at, end, value, apart: gap > 0 });
      gap = 0;
    } else if (run.length > 0) {
      gap += 1;
      if (gap > widestGap || !betweenDigits.test(character)) close();
    }
    at = end;
  }
  close();
  return runs;
}

function digitValue(character: string): string | undefined {
  if (character >= "0" && character <= "9") return character;
  if (character < "\u0080") return undefined;
  if (character >= "\u3007" && character <= "\u9FFF") return spoken.get(character);
  if (!/[\p{Nd}\p{No}]/u.test(character)) return undefined;
  const plain = character.normalize("NFKC");
  return /^[0-9]$/.test(plain) ? plain : undefined;
}

/** The last place of an ID number may be X, which people write in many ways. */
function checkLetter(character: string): string | undefined {
  return /[xX×хХχΧⅩⅹｘＸ]/u.test(character) ? "X" : undefined;
}
