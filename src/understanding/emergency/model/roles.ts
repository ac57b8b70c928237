/** Words that play the same part in a tale of danger, by the letter that the model sees in their place. */
const roles: [string, string][] = [
  [
    "O",
    "老人|老头|老太太|老爷子|老汉|老奶奶|大爷|大娘|爷爷|奶奶|姥爷|姥姥|老伴|老爹|老娘|老妈|婆婆|公公|丈母娘|老丈人|太爷|太奶|额吉|阿爸|爸爸|妈妈|爸|妈|爹|娘|父亲|母亲",
  ],
  [
    "C",
    "孩子|娃娃|娃|小孩|学生|儿子|小子|闺女|姑娘|女儿|丫头|孙子|孙女|外孙|外甥|侄子|侄女|宝宝|弟弟|妹妹|弟|妹|小侄|小家伙|同学",
  ],
  [
    "R",
    "老公|男人|丈夫|对象|媳妇|老婆|爱人|男朋友|女朋友|前夫|前妻|哥|姐|嫂子|叔|婶|大伯|舅|姑|姨|姐夫|女婿|儿媳|邻居|亲戚|室友|工友|朋友|同事|老乡|羊倌|牛倌|司机|工人|老板",
  ],
  ["I", "我们|俺们|咱|我|俺"],
  ["H", "他们|她们|他|她|那人|那个人|对方|人家|一个男的|有个男的|有人|一伙人|几个人|俩人"],
  ["T", "现在|这会儿|刚才|刚刚|刚|正在|正|眼下|今天|今早|今晚|今儿|上午|下午|中午|昨晚|昨天"],
  [
    "K",
    "菜刀|刀子|刀|匕首|斧头|斧子|斧|镐把|铁锹|锹|棍子|棍|棒子|铁管|钢管|锤子|枪|酒瓶|砖头|皮带|鞭子|板凳",
  ],
  ["V", "打|揍|踹|踢|捶|掐|勒|扇|抽|砸|砍|捅|扎|撵"],
  ["M", "块钱|万块|块|钱|元|存款|红包|现金"],
  ["L", "牛|羊|马|骆驼|驴|猪|狗|猫|鸡|鹅|鸭"],
];

const roleOf = new Map(
  roles.flatMap(([role, words]) => words.split("|").map((word) => [word, role])),
);
const anyRole = new RegExp(
  [
    ...[...roleOf.keys()].sort((a, b) => b.length - a.length),
    "[0一二两三四五六七八九十几百千万俩仨半]+",
  ].join("|"),
  "gu",
);

/** The same line with a capital letter in place of each word that has a role; N is a number. Takes lower case. */
export function rolesOnly(line: string): string {
  return line.replace(anyRole, (word) => roleOf.get(word) ?? "N");
}
