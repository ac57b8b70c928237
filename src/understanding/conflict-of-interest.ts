import { normalise } from "./normalise.ts";

const one =
  "(?:他|她|他们|她们|人|对方|这家|那家|双方|当事人|其中一方|老?[赵钱孙李周吴郑王冯陈刘张杨])";
const near =
  "(?:有亲|是?亲戚|是?亲家|沾亲|是?本家|是?一家子?|是?朋友|是?发小|是?哥们|有过?节|有仇|有矛盾)";
const says = new RegExp(
  `(?:我|咱|俺)(?:家)?(?:跟|和|与|同)${one}[家们]*.{0,3}${near}|(?:我|咱|俺)(?:得|要|应该|需要|申请)?回避`,
  "u",
);
const denies = /(?:没|没有|不是|无)(?:啥|什么)?(?:亲|朋友|矛盾|仇|过节|关系)|不(?:用|必|需要)回避/u;

/** Whether a mediator says that they stand too near to one of the parties. */
export function saysTooNear(text: string): boolean {
  const said = normalise(text);
  return says.test(said) && !denies.test(said);
}
