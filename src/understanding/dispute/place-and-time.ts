/** A place that is no answer to "which village": 我们村, 全村, 邻村. */
const noPlace = /^(?:我们?|俺们?|咱们?|全|同|农|邻|乡|一个|这个|那个|本|别的|哪个|外|山|出)/u;
const place =
  /[\p{Script=Han}]{1,6}?(?:村|屯|嘎查|苏木|小区|牧点|[一二三四五六七八九十\d]{1,2}[队组连])(?:[东西南北][头边]|口|后身)?/u;
const spot =
  /(?:[东西南北前后][头边]|村口|道口|桥头|河边|学校|卫生院|小卖[部店]|路口|加油站|集上|镇上|井边|弯道)(?:门口|对面|旁边|后面|前面|边上|第?[一二三四五六七八九十]家|[\p{Script=Han}]{0,3}家)?/u;

/** The place that normalised words name: a village of the station as its file spells it, or as told. */
export function placeIn(said: string, villages: readonly string[]): string | null {
  const known = villageIn(said, villages);
  if (known !== null) {
    const behind = said.slice(said.indexOf(known.replace(/村$/u, "")));
    const beside = spot.exec(behind)?.[0];
    return beside === undefined ? known : `${known}${beside}`;
  }
  const told = place.exec(said)?.[0];
  return told !== undefined && !noPlace.test(told) ? told : null;
}

/** The village of the station that the words name, as its file spells it; null if they name none. */
export function villageIn(said: string, villages: readonly string[]): string | null {
  return (
    villages.find((name) => said.includes(name)) ??
    villages.find((name) => name.length > 2 && said.includes(name.replace(/(?:村|嘎查)$/u, ""))) ??
    null
  );
}

/** A place within a village, if no village is named. */
export function spotIn(said: string): string | null {
  return spot.exec(said)?.[0] ?? null;
}

/** Words that may be a place though no village and no landmark is in them. */
export function mayBePlace(said: string): boolean {
  return (
    said.length <= 20 &&
    !/^(?:他|她|老[大二三四五]|你|我(?!家|们)|俺(?!家|们))|知道|想|[?吗呢]|不让|就要|没有|没在|不在|旁边$|了$/u.test(
      said,
    )
  );
}

/** Words that may be a time though no usual one is in them. */
export function mayBeTime(said: string): boolean {
  return said.length <= 12 && /早|久|月|天|年|时|前|后|晚|夜|号|季|回|开始|一直/u.test(said);
}

const many = "(?:\\d+|[一二两三四五六七八九十百几半好多]+)";
const since = [
  "刚才|刚刚|这会儿|今天(?:早上|上午|下午|晚上)?|今早|今儿|今晚|昨天(?:早上|上午|下午|晚上)?|昨晚|昨儿|前天|大前天|前几天|这几天|最近",
  "上个?(?:周|礼拜|星期|月)[一二三四五六日天]?|这个(?:周|礼拜|星期|月)|头(?:两|几)天",
  "(?:从|打)?(?:今年|去年|前年|大前年|年前|过完?年|开春|入冬|秋天|春天|夏天|冬天)(?:春天?|夏天?|秋天?|冬天?|腊月|正月|\\d+月|[一二三四五六七八九十]+月)?(?:开始|到现在|起)?",
  `${many}个?(?:来|多)?(?:天|周|礼拜|星期|个月|月|年|小时|钟头)(?:多|半)?(?:了|前|以前|之前)?`,
  "\\d{1,2}月(?:\\d{1,2}[号日])?|\\d{1,2}[号日]|(?:年年|好几年|多少年)",
];
const anySince = new RegExp(since.join("|"), "u");
/** A span that is a price, a wage, an age or a term, not how long it has gone on. */
const notSince = /(?:工资|工钱|租金|说好|约定|一个月给|合同|签了|包了|租了|押了)[^,。!? ]{0,8}$/u;

/** Since when, in the words that tell it; null if they do not. */
export function sinceIn(said: string): string | null {
  const found = anySince.exec(said);
  if (found === null || notSince.test(said.slice(0, found.index))) return null;
  return found[0];
}
