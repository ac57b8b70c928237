import { numberIn, smallNumber } from "./small-number.ts";

const unit = "(天|日|个?星期|个?礼拜|周)";
const later = new RegExp(
  `(?:(?:往|朝)后|推迟|延后|延迟|晚|推后|错后)(?:推|挪|错|延|拖|改)?(?:个)?(${smallNumber})?${unit}`,
  "u",
);
const earlier = new RegExp(
  `(?:(?:往|朝)前|提前|提早|早)(?:推|挪|错|提)?(?:个)?(${smallNumber})?${unit}`,
  "u",
);

/** By how many days a time that stands is to be moved: 往后推一天 → 1, 提前两天 → −2; null = by none that is told. */
export function dayShiftIn(said: string): number | null {
  const [after, before] = [later.exec(said), earlier.exec(said)];
  const [, told, of = ""] = after ?? before ?? [];
  if (!after && !before) return null;
  const many = told === undefined ? 1 : numberIn(told);
  if (many === null) return null;
  return many * (/[天日]/u.test(of) ? 1 : 7) * (after ? 1 : -1);
}
