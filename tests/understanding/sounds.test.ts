import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldedSound, spelt } from "../../src/understanding/sounds.ts";
import { isSound, soundOf } from "../../src/understanding/syllables.ts";

const common = fc.constantFrom(
  ..."身份证户口迁移派出所办理丢失补领多少钱几天材料草原牛羊工资欠条骗转账",
);

describe("sounds", () => {
  test("every usual character has one, and it is a sound", () => {
    for (const character of "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子") {
      const sound = soundOf(character);
      expect(sound !== undefined && isSound(sound)).toBe(true);
    }
    expect(soundOf("a")).toBeUndefined();
    expect(soundOf("")).toBeUndefined();
  });

  test("what northern mouths do not part is one", () => {
    for (const [one, other] of [
      ["zheng", "zen"],
      ["shi", "si"],
      ["lan", "nan"],
      ["ying", "yin"],
      ["fa", "ha"],
    ] as const)
      expect(foldedSound(one)).toBe(foldedSound(other));
    expect(foldedSound("ma")).not.toBe(foldedSound("ba"));
  });

  test("folding what is folded changes nothing", () => {
    fc.assert(
      fc.property(common, (character) => {
        const folded = foldedSound(soundOf(character) ?? "");
        expect(foldedSound(folded)).toBe(folded);
      }),
    );
  });

  test("a word spelt in letters falls into sounds that make it up again", () => {
    fc.assert(
      fc.property(fc.array(common, { minLength: 1, maxLength: 6 }), (characters) => {
        const letters = characters.map((character) => soundOf(character)).join("");
        const sounds = spelt(letters);
        expect(sounds?.join("")).toBe(letters);
        for (const sound of sounds ?? []) expect(isSound(sound)).toBe(true);
      }),
    );
  });

  test("what is no pinyin is none", () => {
    for (const letters of ["sfz", "hkb", "wifi", "x", "v".repeat(300)])
      expect(spelt(letters)).toBeNull();
  });
});
