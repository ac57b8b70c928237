import type { DisputeType } from "../../domain/sets.ts";

/** Who the other one is to whoever tells it: words, the relation that is written down, where it is usual. */
const roles: [words: RegExp, role: string, types: DisputeType[]][] = [
  [
    /邻居|隔壁|对门|[前后东西]院|[前后]趟房|[东西]邻|楼[上下]|屋后|街坊|挨着(?:我|俺)家/u,
    "邻居",
    ["neighbour", "grassland", "property_damage"],
  ],
  [/前夫|前妻|离了婚的|前男友|前女友|前任/u, "前任", ["family"]],
  [
    /(?:孩子|娃)(?:他|她)?(?:爸|妈|爹|娘)|老公|丈夫|男人|媳妇(?!儿?家)|老婆|爱人|老伴|对象|两口子|那口子|当家的|男朋友|女朋友/u,
    "爱人、对象",
    ["family"],
  ],
  [
    /婆婆|公公|婆家|儿媳|女婿|姑爷|丈母娘|老?丈人|亲家|小姑|大姑姐|小叔子|小舅子|妯娌/u,
    "姻亲",
    ["family"],
  ],
  [/儿子|闺女|女儿|姑娘(?!家)|孙子|孙女|养子|继子/u, "儿女", ["family"]],
  [/哥|弟(?!媳)|姐|妹|兄弟|嫂/u, "兄弟姐妹", ["family", "grassland", "debt"]],
  [/爸|妈|爹|娘(?!家|俩|们)|父亲|母亲|老人|后爹|后妈|继父|继母/u, "父母长辈", ["family"]],
  [
    /老板|包工头|工头|东家|牧主|雇主|公司|厂[子里长]|工地|矿上|合作社|老板娘|领班|中介/u,
    "老板、雇人的",
    ["labour", "debt", "consumer"],
  ],
  [/司机|开车的|骑(?:摩托|电动|车)的|对方车|大货|皮卡|车主|轿车|肇事/u, "对方开车的", ["traffic"]],
  [
    /店家?|商家|卖家|卖[\p{Script=Han}]{1,4}的|客服|厂家|贩子|超市|农资站|种子站|兽医|修理(?:铺|部)|直播间|快递|驾校/u,
    "卖家、店家",
    ["consumer"],
  ],
  [
    /租户|租客|租给(?:他|人|了)|租(?:我|俺)[\p{Script=Han}]{0,4}的/u,
    "租户",
    ["debt", "grassland", "neighbour"],
  ],
  [/房东/u, "房东", ["debt", "neighbour"]],
  [/嘎查(?:长|委)?|村委|村长|村里|队里|集体/u, "村里、嘎查", ["grassland", "labour", "debt"]],
  [/合伙/u, "合伙的", ["debt"]],
  [/亲戚|舅|叔|姑|姨|伯|表[哥弟姐妹]|堂[哥弟]|侄|外甥/u, "亲戚", ["debt", "grassland", "family"]],
  [/朋友|同学|战友|哥们|闺蜜|老乡|工友|同事/u, "朋友、熟人", ["debt", "labour"]],
  [
    /同村|一个村|屯里|村里那|老[\p{Script=Han}]家|那家/u,
    "同村的人",
    ["neighbour", "grassland", "property_damage", "debt"],
  ],
  [/不认识|生人|外地(?:人|来的|户)/u, "不认识的人", ["traffic", "property_damage", "grassland"]],
];

/** Relations within a family. */
const kin = new Set(["前任", "爱人、对象", "姻亲", "儿女", "兄弟姐妹", "父母长辈"]);

/** The other party's relation: first one that is usual for the type, then any; null if none is named. */
export function roleIn(said: string, type: DisputeType): string | null {
  const usual = roles.find(([words, , types]) => types.includes(type) && words.test(said));
  return usual?.[1] ?? null;
}

/** Any relation that the words name, whatever the dispute. */
export function anyRoleIn(said: string): string | null {
  return roles.find(([words]) => words.test(said))?.[1] ?? null;
}

const before =
  /^(?:我|俺|咱|他)?(?:们)?(?:家)?(?:的|亲|大|小|老|[一二三四五]|那个|一个|个|们)*(?=.)/u;

/** The relation that a correction puts in place of another: it stands first, or it is about somebody else. */
export function roleAtStart(said: string): string | null {
  const rest = said.trim();
  for (const text of [rest, rest.replace(before, ""), rest.replace(/^(?:我|俺|咱)/u, "")]) {
    const found = roles.find(([words]) => words.exec(text)?.index === 0);
    if (found) return found[1];
  }
  return null;
}

/** An answer that names kin makes a quarrel with "somebody" one within the family. */
export function withinFamily(type: DisputeType, role: string): DisputeType {
  return type === "neighbour" ? typeWith(type, role) : type;
}

/** A correction of the relation may make it another kind of quarrel: not the neighbour, my brother. */
export function typeWith(type: DisputeType, role: string): DisputeType {
  if (type === "neighbour" && kin.has(role)) return "family";
  if (type === "family" && !kin.has(role)) return "neighbour";
  return type;
}
