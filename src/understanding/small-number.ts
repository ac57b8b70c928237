const digits = "零一二三四五六七八九";
/** A number of years, days or pieces as people write it: 8 · 八 · 十六 · 四十六 · 七零. */
export const smallNumber = "(?:\\d{1,3}|[零〇一二两三四五六七八九十]{1,4})";

/** 0 … 199, or null if the words are no such number. */
export function numberIn(words: string): number | null {
  if (/^\d{1,3}$/.test(words)) return Number(words);
  const plain = words.replaceAll("〇", "零").replaceAll("两", "二");
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(plain);
  if (tens) return (tens[1] ? valueOf(tens[1]) : 1) * 10 + (tens[2] ? valueOf(tens[2]) : 0);
  if (/^[零一二三四五六七八九]{1,2}$/.test(plain))
    return [...plain].reduce((sum, digit) => sum * 10 + valueOf(digit), 0);
  return null;
}

function valueOf(digit: string): number {
  return digits.indexOf(digit);
}
