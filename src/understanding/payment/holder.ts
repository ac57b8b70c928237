/** Family names of most people in China; a word after 给 that begins with none of them is no name. */
const surnames =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂包乌布巴娜";
const compound = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|呼延";

const named = new RegExp(
  `(?:户名|姓名|名字|收款人|名)(?:是|叫|写的|显示)?(?:个)?:?((?:${compound}|[${surnames}])\\p{Script=Han}{0,3}?)(?=[,。、;\\s]|的|$)`,
  "u",
);
const called = new RegExp(
  `叫(?:个)?((?:${compound}|[${surnames}])(?:某{1,2}|\\p{Script=Han}{1,2}?))(?=[,。、;\\s]|的|$)`,
  "u",
);
const given = new RegExp(
  `(?:转|打|汇|付|存)?(?:到|给)(?:了)?(?:一个|个)?(?:叫|姓)?((?:${compound}|[${surnames}])(?:某{1,2}|\\p{Script=Han}{1,2}?))(?=的|[,。、;\\s]|$|〔)`,
  "u",
);
const surnameOnly = new RegExp(`姓((?:${compound}|[${surnames}]))(?=[,。、;\\s]|的|$)`, "u");
const alone = new RegExp(
  `^((?:${compound}|[${surnames}])(?:某{1,2}|\\p{Script=Han}{1,2}))(?=[,。、;\\s]|的|$)`,
  "u",
);

/** Words that begin as a name does. */
const noName =
  /^(?:何时|何人|马上|方便|余额|安全|任务|任何|平台|平安|高利|白条|金融|钱款|万|程序|常用|石油|包裹|文件|史无|温馨|易|江湖)/u;

/**
 * The name that an account is in, if the words tell one.
 * @param asked the message answers the question for it: the name may stand alone
 */
export function holderIn(said: string, asked: boolean): string | null {
  for (const pattern of [named, called, given, ...(asked ? [alone] : [])]) {
    const name = pattern.exec(said)?.[1];
    if (name !== undefined && !noName.test(name)) return name;
  }
  const family = surnameOnly.exec(said)?.[1];
  return family === undefined ? null : `${family}某`;
}
