import { numberIn, smallNumber } from "./small-number.ts";

/** How old somebody is: full years, both ends included. */
export interface Age {
  from: number;
  to: number;
}

const oldest = 120;
const before = new RegExp(
  `(?:没|不|未|还没|还不|不到|没到|差[^,。]{0,4}(?:就|才|到|满))(?:满|够|到)?(${smallNumber})(?:周?岁|$|[ ,。呢了])`,
  "u",
);
const past = new RegExp(`(?:过了|超过|大于)(${smallNumber})(?:周?岁)?`, "u");
const about = new RegExp(`(${smallNumber})(?:来|多|几)岁`, "u");
const nominal = new RegExp(`虚岁(?:是|都|也)?(${smallNumber})|(${smallNumber})虚岁`, "u");
const full = new RegExp(
  `周岁(?:是|都)?(${smallNumber})|(?<![未不没]满|[不没]到|不够|[\\d零一二两三四五六七八九十])(${smallNumber})周岁`,
  "u",
);
const plain = new RegExp(`(${smallNumber})(?:岁|生日)`, "u");
const reached = new RegExp(
  `(?<!没|不|未)(?:满|刚过)(${smallNumber})(?![个天年月块号点万千百零一二三四五六七八九十\\d]|周?岁)`,
  "u",
);
const soon = new RegExp(
  `(?:快|要|马上|眼瞅着?)(?:满|到|够)?(${smallNumber})(?:周?岁)?(?:了|$|[ ,。呢])`,
  "u",
);
const bare = new RegExp(
  `(?:都|今年|有|才|刚|整|姑娘|闺女|丫头|儿子|小子|孩子|孙子|孙女|娃|爹|爸|妈|娘|爷|奶|姥姥|婆|公|伴|媳妇|老婆|对象|叔|婶|舅|姑|姨|哥|弟|姐|妹|他|她|人家?|我|俺|本人|岁数|年纪)(${smallNumber})(?:了|的|$|[ ,。呢啊])`,
  "u",
);
const alone =
  /(?:^|[ ,。])([2-9一二三四五六七八九]?[0十]\d?|[一二三四五六七八九]?十[一二三四五六七八九]|[1-9]\d)(?:了|多了)(?:$|[ ,。呢啊])/u;
const infant = new RegExp(`(${smallNumber})个(?:多|半)?月(?:大|的?(?:娃|孩子|宝宝))`, "u");
const decade = /([3-9一二三四五六七八九])[0零〇]后/u;
const century = /(?:^|[^\d])([01][05])后/u;
const bornIn = new RegExp(
  "(?:(19[2-9]\\d|20[0-4]\\d|[一二][九零〇][零〇一二三四五六七八九]{2})|([0-9]\\d|[零〇一二三四五六七八九]{2}))年(?:生|出生|的(?:人|$|[ ,。呢了]))",
  "u",
);

/**
 * The age that normalised words tell, at a year; null if they tell none. A birth year or a nominal
 * age (虚岁) leaves two or more years open.
 */
export function ageIn(said: string, year: number): Age | null {
  return (
    born(said, year) ??
    told(full, said, (n) => [n, n]) ??
    told(nominal, said, (n) => [n - 2, n - 1]) ??
    told(before, said, (n) => [n - 1, n - 1]) ??
    told(soon, said, (n) => [n - 1, n - 1]) ??
    told(past, said, (n) => [n, n]) ??
    told(about, said, (n) => [n, n + 9]) ??
    told(plain, said, (n) => [n, n]) ??
    told(infant, said, (n) => [Math.floor(n / 12), Math.floor(n / 12)]) ??
    told(reached, said, (n) => [n, n]) ??
    told(bare, said, (n) => [n, n]) ??
    told(alone, said, (n) => [n, n])
  );
}

const young = /孩子|小孩|娃|宝宝|孙子|孙女/u;
const old = /老人|老头|老太|老爷子|爷|奶|姥|爹|爸|妈|娘|老伴/u;

/** Whether a person is named as one of that age would be: 孩子 of a child of six, 俺爹 of a man of eighty. */
export function namesAgeOf(said: string, [from, to]: [number, number]): boolean {
  const [child, elder] = [young.test(said), old.test(said)];
  if (child === elder) return false;
  return child ? to < 18 : from >= 50;
}

const onlyNumber = new RegExp(
  `^(?:都|今年|刚|整|才|快|有)*(${smallNumber})(?:周?岁|整|多|了|吧|啊)*[。 ]*$`,
  "u",
);

/** The age that a number tells where nothing but an age was spoken of: 七十三 · 15了. */
export function bareAge(said: string): Age | null {
  return told(onlyNumber, said, (n) => [n, n]);
}

function told(pattern: RegExp, said: string, years: (n: number) => [number, number]): Age | null {
  const found = pattern.exec(said);
  const number = numberIn(found?.[1] ?? found?.[2] ?? "");
  if (number === null || number < 0 || number > oldest) return null;
  const [from, to] = years(number);
  return { from: Math.max(0, from), to: Math.min(oldest, Math.max(0, to)) };
}

function born(said: string, year: number): Age | null {
  const ten = decade.exec(said)?.[1];
  if (ten !== undefined) {
    const first = 1900 + (numberIn(ten) ?? 0) * 10;
    return { from: year - first - 10, to: year - first };
  }
  const young = century.exec(said)?.[1];
  if (young !== undefined) {
    const first = 2000 + Number(young);
    return { from: Math.max(0, year - first - 10), to: Math.max(0, year - first) };
  }
  const [, whole, short] = bornIn.exec(said) ?? [];
  const born = whole === undefined ? shortYear(short, year) : wholeYear(whole);
  if (born === null || born > year || year - born > oldest) return null;
  return { from: Math.max(0, year - born - 1), to: year - born };
}

/** 78 is 1978; 08 is 2008: the later century only where it is past. */
function shortYear(words: string | undefined, year: number): number | null {
  const number =
    words === undefined ? null : /^\d\d$/.test(words) ? Number(words) : digitsOf(words);
  if (number === null) return null;
  return 2000 + number <= year ? 2000 + number : 1900 + number;
}

function wholeYear(words: string): number | null {
  if (/^\d+$/.test(words)) return Number(words);
  const [century, rest] = [digitsOf(words.slice(0, 2)), digitsOf(words.slice(2))];
  return century === null || rest === null ? null : century * 100 + rest;
}

function digitsOf(words: string): number | null {
  return words.includes("十") ? null : numberIn(words);
}
