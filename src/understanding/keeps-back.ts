const both =
  /^(?:就|还|是|还是|先|我|俺|那|都|名字?|姓名|称呼|电话|手机|号码?|[也,，\s])*(?:不(?:大|太|咋)?方便|(?:不|别)(?:用|想|要|必)?(?:留|说|写|告诉|登记|记)|没有)(?:了|啊|吧|说|留|名字?|电话|手机|号码?|那(?:些|个|玩意儿?)|这(?:些|个|玩意儿?)|[,，。!！\s])*$|^(?:保密|免了|没必要|随便|都行|无所谓|看着写)/u;

/** Neither name nor number is left: 不留 · 不方便 · 名字电话都不留. */
export function keepsBack(said: string): boolean {
  return both.test(said);
}

const number = "(?:电话号码|手机号码|电话号|手机号|电话|手机|号码)";
const withoutNumber = new RegExp(
  `(?:不|没有?|别)(?:用|想|要|必|方便)?(?:留|说|写|记|给)?${number}|${number}(?:我|俺|就|也|嘛|的话|[,，\\s])*(?:不|别|免|算了|没|拉倒)`,
  "u",
);

/** No number is left: 不留电话 · 电话就算了 · 没手机. */
export function keepsNumberBack(said: string): boolean {
  return withoutNumber.test(said);
}

const oneself =
  /^(?:就|是|给|替|我|俺|咱|那|都)*(?:自己个?儿?|本人|亲自|个人)(?:办|来|去|弄|整|的|呗|吧|啊|呀|哈|[,，。!！\s])*$/u;

/** Whom it is for, and no name: 自己办 · 给我自己 · 本人. */
export function namesOneself(said: string): boolean {
  return oneself.test(said);
}
