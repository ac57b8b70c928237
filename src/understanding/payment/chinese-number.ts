const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  幺: 1,
  二: 2,
  贰: 2,
  两: 2,
  俩: 2,
  三: 3,
  叁: 3,
  仨: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const units: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000 };
const tenThousand = new Set(["万", "萬"]);

/** The characters of a number in words. */
export const numberWords = "零〇一壹幺二贰两俩三叁仨四肆五伍六陆七柒八捌九玖十拾百佰千仟万萬";

/**
 * A number in words: 三千八 = 3800, 两万三 = 23000, 一万零五百 = 10500. Null if the characters make none.
 */
export function chineseNumber(words: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let unit = 0;
  for (const character of words) {
    const value = digits[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      if (value === 0) unit = 0;
      continue;
    }
    const times = units[character];
    if (times !== undefined) {
      section += (digit ?? (times === 10 ? 1 : 0)) * times;
      if (digit === null && times !== 10) return null;
      unit = times;
    } else if (tenThousand.has(character)) {
      const whole = section + (digit ?? 0);
      if (whole === 0) return null;
      total += whole * 10_000;
      section = 0;
      unit = 10_000;
    } else return null;
    digit = null;
  }
  // 三千八: what follows a unit without one of its own is a tenth of it.
  const rest = digit === null ? 0 : unit > 10 ? digit * (unit / 10) : digit;
  return total + section + rest;
}
