import type { EmergencyReading } from "../../domain/reading.ts";

const despair = /[😭😢😞😔🥀⚰🪦💀☠🩸🆘💔😿🔪🗡]/gu;
const danger = /[🔪🗡🆘⚰🪦🩸☠💀]/u;
const cry =
  /^(?:救命|救我|救救我|救救|help|sos|快来人|来人|快来|救救孩子|快救人|救人|命|杀人了|快来救我|救命快来|快来人救命)+(?:啊|呀|哪|吧|呐|了)*$/u;
const wantsPolice =
  /^(?:我|俺)?(?:要|想)?(?:快|赶紧|帮我|帮忙|给我)?(?:报警|报案|110|一一零|幺幺零)(?:啊|了|吧|呀)*$/u;
const fire = /^(?:119|火警|火+)$/u;
const ambulance = /^(?:120|救护车|快叫救护车|叫救护车)$/u;

const worn =
  /^(?:哎|唉)*(?:我|俺)?(?:这回|这次|算是|彻底|真|真的|是)*(?:完了|完蛋了|没救了|没路了|走到头了|活着(?:真|太|好)?(?:没意思|累|难|没劲))(?:了|啊|呀)*$/u;

/** Distress in a message that has no sentence: pictures, a cry, a number. */
export function distressWithoutWords(plain: string): EmergencyReading | null {
  const letters = plain.replace(/[^\p{L}\p{N}]+/gu, "");
  if (letters === "") return despairingPictures(plain);
  if (letters.length > 12) return null;
  if (cry.test(letters)) return { class: "violence", hotlines: ["110"], strength: "alert" };
  if (wantsPolice.test(letters))
    return { class: "violence", hotlines: ["110"], strength: "unclear" };
  if (worn.test(letters))
    return { class: "self_harm", hotlines: ["110", "120", "12356"], strength: "unclear" };
  if (fire.test(letters))
    return { class: "fire_accident", hotlines: ["119", "110"], strength: "unclear" };
  if (ambulance.test(letters))
    return { class: "fire_accident", hotlines: ["120", "110"], strength: "unclear" };
  return null;
}

function despairingPictures(plain: string): EmergencyReading | null {
  const sad = plain.match(despair) ?? [];
  if (sad.length < 2 && !danger.test(plain)) return null;
  return { class: "self_harm", hotlines: ["110", "120", "12356"], strength: "unclear" };
}
