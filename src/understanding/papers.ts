import { normalise } from "./normalise.ts";

/**
 * Papers that are not the station's, yet are lost, expire and are renewed in the same words as an
 * ID card. Longer names stand before the shorter ones they hold.
 */
const others =
  /机动车驾驶证|驾驶证|驾驶本|驾照|驾本|行驶证|行车证|护照|港澳通行证|台湾通行证|独生子女证|独生证|准生证|生育证|结婚证|离婚证|房产证|房照|房本|不动产证|土地证|林权证|草原证|草场证|营业执照|毕业证|学位证|学生证|准考证|教师证|资格证|健康证|残疾证|老年证|优待证|退休证|退伍证|军官证|士兵证|工作证|党员证|社保卡|医保卡|医保本|低保证|电工证|焊工证|持枪证|狗证|养犬证|车票|飞机票|银行卡|信用卡|存折|车辆年检|车检|年检|年审/gu;

const lost = /丢|没了|弄没|找不(?:着|到)|补(?!贴|助|偿)|坏了/u;

/** Whether a text speaks of a paper, and of its loss where that is what befell it. */
export function speaksOfPaper(text: string, paper: string, said: string): boolean {
  if (!lost.test(normalise(said))) return text.includes(paper);
  return new RegExp(
    `${paper}[^。\n]{0,8}(?:${lost.source})|(?:${lost.source})[^。\n]{0,4}${paper}`,
    "u",
  ).test(text);
}

/** Names of other papers in a message, as normalised; none where one of the station's stands beside them. */
export function otherPapersIn(text: string): string[] {
  const said = normalise(text);
  if (/身份证|身份正|户口|居住证|居住正/u.test(said)) return [];
  return [...new Set(said.match(others) ?? [])];
}
