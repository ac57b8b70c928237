/** Of people here, also Mongolian ones. What follows a name is no part of it; 我叫他退钱 names nobody. */
const name = "(?![我你他她它咱别不没人客对])[\\p{Script=Han}·]{2,8}?";
const ends = "(?=$|[\\s,，。.;；、!！?？:：（(]|住|家|今年|是|在|的|电话|手机|刚|被|，)";
const named = new RegExp(
  `((?:我|俺|本人|他|她|孩子|老伴|名字|姓名|户名)(?:就|全名|大名|的名字)?(?:叫(?:做)?|名叫|姓名是?)|(?:名字|姓名|户名)(?:是|叫)?[:：]?)\\s*(${name})${ends}`,
  "gu",
);
const surname = /((?:我|俺|本人)(?:免贵)?姓)\s*\p{Script=Han}/gu;
/** 住前进村3号 · 家在…, 我家是…: up to where the sentence goes on. */
const lives =
  /((?:我|俺|本人|家|人)?(?:住(?:在|址(?:是|在|[:：])?)?|家(?:就)?(?:在|住(?:在)?)|家庭(?:住址|地址)(?:是|在|[:：])?|地址(?:是|在|[:：])))(?!院|宿|进|下|店|户|着|不)\s*[^\s,，。;；!！?？]{2,30}/gu;
/** 前进村3号 · 2组5户, wherever it stands. */
const place =
  /\p{Script=Han}{1,6}(?:村|嘎查|屯|社区|小区|街|路|巷)(?:第?[\d一二三四五六七八九十]+(?:组|队|号|栋|幢|单元|户|室|排|楼))+/gu;

/** Words without who told them and where they live; numbers are masked elsewhere. Covering covered words changes nothing. */
export function covered(text: string): string {
  return text
    .replace(named, "$1〔姓名〕")
    .replace(surname, "$1〔姓〕")
    .replace(lives, "$1〔地址〕")
    .replace(place, "〔地址〕");
}
