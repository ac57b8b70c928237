/** Family names of most people in China; a word after 给 that begins with none of them is no name. */
const surnames =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂包乌布巴娜";
const compound = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|呼延";

const name = `(?:${compound}|[${surnames}])(?:某{1,2}|(?:(?![的了是在])\\p{Script=Han}){1,2}?)`;
/** 微信名叫天天向上 · 那个女的叫其其格: a name of any kind behind who bears it. */
const bearer =
  /(?:微信名|网名|昵称|头像名|他|她|对方|那人|女的|男的|人家)(?:就)?(?:叫|名叫|名是)(?!我|你|他|啥|什|谁|个)([^,。、;\s我你他她让给转]{2,10}?)(?=的|[,。、;\s]|$)/u;
/** A name ends here: at a mark, at a bank, at a number. */
const ends =
  "(?=的|了|[,。、;\\s(]|$|〔|\\d|账号|卡号|账户|银行|工商|工行|农业|农行|建设|建行|中行|中国|交行|交通|邮储|邮政|招商|招行|信用社|农信|农商|民生|光大|中信|浦发|兴业|平安|微信|支付宝|开户|这个|那个|收)";
const named = new RegExp(
  `(?:户名|姓名|名字|收款的?人?|名)(?:写的?)?(?:是|叫|写的|显示)?(?:个)?:? ?(${name}|(?:${compound}|[${surnames}])\\p{Script=Han}{0,3}?)${ends}`,
  "u",
);
const called = new RegExp(`(?<!我|俺)叫(?:个)?(${name})${ends}`, "u");
const given = new RegExp(
  `(?:转|打|汇|付|存)?(?:到|给)(?:了)?(?:一个|个)?(?:叫|姓)?(${name})${ends}`,
  "u",
);
const theirs = new RegExp(
  `(?:对方|收款方|骗子|那边|那人)(?:是|叫|的|户名)?(?:个)?:? ?(${name})${ends}`,
  "u",
);
/** 建行刘强: behind the bank that the account lies with. */
const atBank = new RegExp(
  `(?:银行|[工农建中交招]行|信用社|邮储|邮政|〕) ?(${name})(?=[,。、;\\s]|$)`,
  "u",
);
const surnameOnly = new RegExp(
  `(?<!我|俺|咱|本人)姓((?:${compound}|[${surnames}]))(?=[,。、;\\s]|的|$)`,
  "u",
);
const alone = new RegExp(`^(?:是|叫)?(${name})(?=[,。、;\\s]|的|$)`, "u");
/** 不是王五是汪武 · 户名写错了，是汪武. */
const corrected = new RegExp(
  `(?:错了|不对|不是[^,。]{1,6}|改成|改为)[,。 ]*(?:应该)?(?:是|叫|成|为) ?(${name})(?=[,。、;\\s]|$)`,
  "u",
);
/** Mongolian names are written with these. */
const mongolian =
  /^(?:是|叫)?([其木格尔敦图娜仁花巴雅苏日乐斯琴高娃布和特乌兰朝鲁哈萨那顺阿拉坦胡查扎德力宝音孟根青呼勒米希道达林吉嘎古玛朋毕包白金思勤娅艳陶脱]{2,6})$/u;
const company =
  /^(?:是|叫)?([^,。\s]{2,24}(?:公司|商贸|商行|经营部|服务部|工作室|中心|超市|商店|门市|合作社|有限))(?:的?对公)?(?:账户|账号|户)?$/u;
/** Who it was, where no name is known. */
const someone =
  /^(?:就|说)?(?:是|叫)?((?:我|他说是我|说是我|自称)?(?:一个|个|网上|群里|微信上|抖音|快手|那个|假|电话里|不认识的?|陌生)*(?:认识)?(?:的)?(?:个|一个)?(?:女的|男的|女人|男人|姑娘|小伙子?|网友|客服|老师|导师|经理|专员|主播|警察|民警|公安|法官|领导|书记|老板|卖家|买家|店家|商家|骗子|侄子|外甥|儿子|孙子|闺女|亲戚|朋友|同学|战友|对象|老乡|陌生人|微信好友|好友|群主|中介|医生|大夫|检察官|不认识的?(?:人)?))(?:了|呢|吧|啊)?$/u;

/** Words that begin as a name does. */
const noName =
  /^(?:何时|何人|马上|方便|余额|安全|安装|任务|任何|平台|平安|高利|高温|白条|白天|白给|金融|金额|金条|金店|黄金|钱[没转都已刚是在款不被给让还打去到]|钱款|万元|万块|万[一二两三四五六七八九]|程序|常用|石油|包裹|包赔|包退|文件|史无|温馨|易|江湖|顾客|熟人|武警|许多|夏天|于是|时候|连严|常常|贺卡|程度)/u;

/**
 * The name that an account is in, if the words tell one.
 * @param asked the message answers the question for it: the name may stand alone
 */
export function holderIn(said: string, asked: boolean): string | null {
  const patterns = [corrected, named, called, given, theirs, atBank, ...(asked ? [alone] : [])];
  for (const pattern of patterns) {
    const found = pattern.exec(said)?.[1];
    if (found !== undefined && !noName.test(found)) return found;
  }
  const family = surnameOnly.exec(said)?.[1];
  if (family !== undefined) return `${family}某`;
  const nick = bearer.exec(said)?.[1];
  if (nick !== undefined) return nick;
  if (!asked) return null;
  const bare = said.replace(/[,.。!?~…、;\s]+/gu, "");
  for (const pattern of [mongolian, company, someone]) {
    const found = pattern.exec(bare)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}
