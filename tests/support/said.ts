import { read } from "../../src/understanding/read.ts";

function firstOf(candidates: string[], fits: (said: string) => boolean): string {
  const found = candidates.find(fits);
  if (found === undefined) throw new Error(`None of these fits any more: ${candidates.join(" ")}`);
  return found;
}

const alerts = (name: string) => (said: string) => {
  const { emergency } = read(said);
  return emergency?.class === name && emergency.strength === "alert";
};

/** Words whose danger is beyond doubt, for dialogues about what follows from it. */
export const fire = firstOf(["我家着火了快来人", "着火了救命"], alerts("fire_accident"));
export const knife = firstOf(["有人拿刀砍人快来救命", "救命有人砍我"], alerts("violence"));

/** Distress without a clear danger. What counts as such is understanding's to say. */
export const despair = firstOf(
  ["我完了", "我撑不住了", "😭🔪", "活着没意思", "没意思透了", "心里难受得活不下去", "没活头了"],
  (said) => read(said).emergency?.strength === "unclear",
);
