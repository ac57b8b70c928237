/** Whom something is for, as far as words tell. */
export interface Whom {
  /** Somebody else than the writer, or the writer; null = not told. */
  who: "self" | "other" | null;
  /** A grown-up by what they are called: father, wife. */
  isGrown: boolean;
}

const grown =
  "老人家?|老爹|爹|爸|父亲|老妈|妈|娘|母亲|爷|奶|姥姥|姥爷|姥|老伴|老头|老太太|公公|婆婆|岳父|岳母|媳妇|老婆|对象|丈夫|老公|当家的|大爷|大娘|大伯|叔|婶|舅|姑(?!娘)|姨";
const others = `${grown}|孩子?|儿子?|闺女|姑娘|丫头|小子|娃|孙|外孙|外甥|侄|哥|弟|姐|妹|嫂|邻居|亲戚|别人|人家|他|她|公|婆`;
const mine = "(?:我们家|俺们家|我家|俺家|我们|俺们|我|俺|咱)?(?:那|的)?";
const forOther = new RegExp(`(?:给|替|帮|领着?|带着?|陪)${mine}(${others})`, "u");
/** 俺爹的身份证丢了 */
const ofOther = new RegExp(
  `(?:^|[,。;!? ])${mine}(${others})(?:的|那)?(?:身份证|证|居住证|户口)`,
  "u",
);
const self = /自己|本人|亲自|(?:^|[,。;!? ])(?:就)?是(?:给|替)?(?:我|俺)(?:办|去|来)?的?[。!]?$/u;
const isGrownKin = new RegExp(`^(?:${grown})$`, "u");

/** 不是我,是给我爹办: what is denied does not count. */
export const denied =
  /(?:不是|并非)(?:说|给|替)?[^,。;!? ]{1,8}?(?=[,。;!? ]|是|$)|没说[^,。;!? ]{1,8}/gu;

/** Whom normalised words say that it is for. */
export function whomIn(said: string): Whom {
  const meant = said.replace(denied, " ");
  const kin = (forOther.exec(meant) ?? ofOther.exec(meant))?.[1];
  if (kin !== undefined) return { who: "other", isGrown: isGrownKin.test(kin) };
  return { who: self.test(meant) ? "self" : null, isGrown: false };
}
