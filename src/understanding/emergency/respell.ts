/**
 * Misspelt, mistyped and misheard words of danger, by the right word: homophones of keyboards and
 * of speech recognition, words made to slip past filters, pinyin. Only spellings that mean nothing else.
 */
const misspelt: [string, string][] = [
  [
    "自杀",
    "紫砂了|紫砂算了|想紫砂|要紫砂|紫沙|自鲨|自刹|自sha|zisha|自s|自殺|子杀|自沙|自煞|自沙|鲨了自己|鲨自己|自挂东南枝",
  ],
  ["杀人", "沙人|杀仁|刹人|杀ren|sharen|鲨人|s人了|莎人"],
  ["砍人", "砍仁|坎人|kanren|看人砍|侃人了"],
  ["死", "si了|亖|4了算了|屎了算了|sǐ|死si"],
  ["想死", "想si|想4|相死|响死|想屎|xiangsi"],
  ["不想活", "不想火|不想或|不想获|不象活|不香活|补想活|布想活|不想hu[oó]|buxianghuo|不像活了"],
  ["救命", "救名|救冥|旧命|就命|久命|救民啊|jiuming|jiu命|救mìng|酒命|救命阿"],
  ["救我", "就我啊|旧我|jiuwo"],
  [
    "着火",
    "找火|照火|着伙|招火|着活了|着霍|着货了|zhaohuo|着hu[oó]|着祸了|着或了|灼火|找伙了|zh[aá]ohuo",
  ],
  ["起火", "起伙了|启火|qihuo"],
  ["冒烟", "冒言|冒咽|帽烟|maoyan"],
  ["农药", "浓药|农要|脓药|农yao|nongyao|农钥|弄药喝"],
  ["敌敌畏", "敌敌位|敌敌为|滴滴畏|敌敌胃|的的畏|ddw|敌敌味"],
  ["百草枯", "百草哭|白草枯|百草库|百草酷"],
  ["安眠药", "安绵药|按眠药|安棉药|安民药"],
  ["割腕", "割碗|割万|歌腕|隔腕|gewan|割wan"],
  ["跳楼", "跳漏|跳搂|tiaolou|跳lou|挑楼|跳娄"],
  ["跳河", "跳和|跳合|tiaohe|挑河|跳何"],
  ["跳井", "跳景|跳警|跳静"],
  ["上吊", "上掉|上调死|shangdiao|上钓"],
  ["遗书", "遗叔|一书写|移书|yishu"],
  ["报警", "抱警|报紧|暴警|报井|baojing|报j|爆警|抱紧警"],
  ["被骗", "被片|被偏|备骗|背骗|倍骗|beipian|被p了|被篇"],
  ["骗子", "骗纸|片子给我打|骗孑|偏子|pianzi"],
  ["转账", "转帐|转仗|转胀|zhuanzhang|专账|砖账"],
  ["账户", "帐户|账护"],
  ["汇款", "会款|回款过去|汇宽"],
  ["验证码", "验正码|验证马|验政码|yanzhengma|验证吗发|认证码"],
  ["共享屏幕", "共想屏幕|共享平幕|共享屏目|供享屏幕|屏幕共享|共享桌面|分享屏幕"],
  ["小偷", "小头进|xiaotou|小愉|小输"],
  ["偷", "t[oō]u"],
  ["贼", "zei进"],
  ["撬门", "翘门|敲门锁|巧门锁|撬们|瞧门锁|qiaomen"],
  ["抢劫", "抢截|抢节|强劫|qiangjie|抢jie"],
  ["抢", "呛了我的"],
  ["绑架", "邦架|绑价|帮架|bangjia"],
  ["强奸", "强间|强jian|qiangjian|qj了|强歼|墙奸|抢奸"],
  ["猥亵", "畏亵|猥泄|委亵|猥琐摸"],
  ["打人", "打仁|大人了快|daren|打ren|达人了快"],
  ["打我", "dawo|达我|大我了"],
  ["家暴", "家爆|jiabao|家报了|加暴"],
  ["动手", "动受|懂手"],
  ["走丢", "走掉了找|走diu|zoudiu|走瞅"],
  ["走失", "走矢|走师|走湿"],
  ["不见了", "不贱了|不件了|不间了|不建了|bujianle"],
  ["没回来", "没会来|没回莱|没回赖|没回lai|灭回来|梅回来"],
  ["到现在", "到线在|到县在|到限在|倒现在|到先在"],
  ["落水", "落睡|洛水|络水|luoshui|落谁"],
  ["掉河", "掉和里|吊河|调河里|掉合里"],
  ["溺水", "逆水|腻水|nishui"],
  ["洪水", "红水|宏水|鸿水|hongshui"],
  ["塌", "踏了个|踏下来|踏方|他方了|踏房"],
  ["滑坡", "划坡|花坡"],
  ["泥石流", "泥十流|泥石留"],
  ["地震", "地振|地阵|地镇了|dizhen"],
  ["被困", "备困|背困|被捆在雪|beikun"],
  ["昏迷", "昏米|浑迷|婚迷|hunmi"],
  ["晕倒", "运倒|晕到了|云倒|yundao"],
  ["没气了", "没起了|没汽了|梅气了|每气了"],
  ["抽搐", "抽触|抽出了口吐|抽畜"],
  ["煤气", "没气中毒|梅气|媒气|meiqi"],
  ["中毒", "终毒|重毒|钟毒|zhongdu"],
  ["车祸", "车货|车或|车伙|车惑|chehuo|撤祸"],
  ["翻车", "番车|翻撤|反车了|fanche"],
  ["追尾", "追委|追伟"],
  ["撞", "壮人了|装人了|幢了"],
  ["草原", "草园|草源|草员"],
  ["边境", "边竟|边镜|边静|边竞|边境|bianjing|边劲"],
  ["越境", "月境|越竟|悦境|yuejing|越镜"],
  ["界河", "界合|借河|介河|界和|街河"],
  ["偷渡", "偷度|偷杜|头渡|toudu"],
  ["快来", "快莱|块来|筷来|kuailai|快lai|快赖"],
];

const rightWord = new Map<string, string>();
const regular: [RegExp, string][] = [];
for (const [word, spellings] of misspelt)
  for (const spelling of spellings.split("|"))
    if (/[[\]]/.test(spelling)) regular.push([new RegExp(spelling, "gu"), word]);
    else rightWord.set(spelling, word);

const anySpelling = new RegExp(
  [...rightWord.keys()].sort((a, b) => b.length - a.length).join("|"),
  "gu",
);

/** The same text with known misspellings of danger put right. Takes normalised text. */
export function respelt(text: string): string {
  let result = text.replace(anySpelling, (spelling) => rightWord.get(spelling) ?? spelling);
  for (const [spelling, word] of regular) result = result.replace(spelling, word);
  return result;
}
