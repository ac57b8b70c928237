/** What one clause counts: 丢了补领收四十元 → 丢补领, 40 元. */
export interface Figure {
  /** The clause's Chinese characters without its figures and without words that any figure may have. */
  about: string;
  unit: Unit;
  /** The figures in order, as digits: 40, or 200,1000. */
  values: string;
  /** The clause as it stands. */
  clause: string;
}

export type Unit = "元" | "天" | "工作日" | "年" | "个月" | "岁" | "小时" | "倍" | "%";

const number = String.raw`(?:\d+(?:\.\d+)?万?|[零〇一二两三四五六七八九十百千万]+)`;
/** Unit words as they are written, and what they mean; the longer first. */
const units: readonly [string, Unit][] = [
  ["个工作日", "工作日"],
  ["个月", "个月"],
  ["小时", "小时"],
  ["周岁", "岁"],
  ["元", "元"],
  ["块钱", "元"],
  ["天", "天"],
  ["日", "天"],
  ["年", "年"],
  ["岁", "岁"],
  ["倍", "倍"],
  ["%", "%"],
];
const anyUnit = units.map(([word]) => word).join("|");
/** A figure, or a range of which the unit stands only at the end: 二百到一千元. */
const figure = new RegExp(`(?:(${number})(?:${anyUnit})?[到至-])?(${number})(${anyUnit})`, "gu");
/** Calendar days, years of laws, articles and document numbers count nothing. */
const notCounted =
  /第[零一二三四五六七八九十百千]+[条章节款次]|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+日|〔\d+〕\d+号|\d{5,}/gu;
const listNumber = /^\s*\d+\.\s+/u;
/** Words that stand beside a figure whatever it is about. */
const fillers =
  /以内|以下|以上|最[多长短]|不超过|一般|马上|再|给|收|要|的|是|也|就|都|了|在|另|内|得|你|您|管/gu;
/** Fewer characters beside the figure, and the clause before tells what it is about. */
const telling = 2;

/** All figures with a unit in a text, clause by clause; not those of which nothing tells what they count. */
export function figuresIn(text: string): Figure[] {
  return text.split(/[。；;！!？?\n]/u).flatMap(figuresInSentence);
}

function figuresInSentence(sentence: string): Figure[] {
  const found: Figure[] = [];
  let before = "";
  for (const clause of sentence.replace(listNumber, "").split(/[，,：:（）()]/u)) {
    const counted = clause.replaceAll(" ", "").replace(notCounted, "");
    const whole = onlyHan(counted.replace(figure, ""));
    const bare = whole.replace(fillers, "");
    const about = bare.length >= telling ? bare : before === "" ? whole : before + bare;
    if (bare !== "") before = bare;
    if (about.length < telling) continue;
    const values = new Map<Unit, number[]>();
    for (const [, from, to, word] of counted.matchAll(figure)) {
      const unit = units.find(([known]) => known === word)?.[1];
      if (!unit || to === undefined) continue;
      const range = from === undefined ? [to] : [from, to];
      values.set(unit, [...(values.get(unit) ?? []), ...range.map(valueOf)]);
    }
    for (const [unit, numbers] of values)
      found.push({ about, unit, values: numbers.join(","), clause: clause.trim() });
  }
  return found;
}

function onlyHan(text: string): string {
  return text.replace(/[^\p{Script=Han}]/gu, "");
}

const digits = "零一二三四五六七八九";
const powers = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/** A number as it is written: 200 · 20万 · 二百 · 十五 · 两 · 一千零五十. */
export function valueOf(written: string): number {
  if (/^\d/.test(written)) {
    const plain = Number(written.replace("万", ""));
    return written.endsWith("万") ? plain * 10_000 : plain;
  }
  const [front = "", back] = written.split("万");
  return back === undefined ? below(front) : below(front) * 10_000 + below(back);
}

function below(written: string): number {
  let sum = 0;
  let digit = 0;
  for (const sign of written.replaceAll("两", "二").replaceAll("〇", "零")) {
    const power = powers.get(sign);
    if (power === undefined) digit = digits.indexOf(sign);
    else {
      sum += (digit || 1) * power;
      digit = 0;
    }
  }
  return sum + digit;
}
