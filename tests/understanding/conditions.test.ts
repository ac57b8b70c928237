import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageIn } from "../../src/understanding/age.ts";
import {
  befallenIn,
  befellAnother,
  conditionsIn,
  isBareCardWish,
  isPlainCardMatter,
} from "../../src/understanding/conditions.ts";
import { stepIn } from "../../src/understanding/follow-up.ts";
import { numberIn } from "../../src/understanding/small-number.ts";

const year = 2026;
const numerals = "零一二三四五六七八九";

/** 46 → 四十六 */
function inWords(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  if (tens === 0) return numerals[ones]!;
  return `${tens === 1 ? "" : numerals[tens]}十${ones === 0 ? "" : numerals[ones]}`;
}

describe("an age", () => {
  it.each([
    ["他八十了", 80, 80],
    ["那我爹呢 他八十了", 80, 80],
    ["十五岁半", 15, 15],
    ["刚满十六", 16, 16],
    ["没满十六呢", 15, 15],
    ["快十六了", 15, 15],
    ["差俩月就四十六", 45, 45],
    ["俺四十五周岁零八个月", 45, 45],
    ["虚岁十六", 14, 15],
    ["七零后", 46, 56],
    ["78年的", 47, 48],
    ["05年生的", 20, 21],
    ["一九七八年生", 47, 48],
    ["她在敬老院 八十八了", 88, 88],
    ["那我姑娘十四", 14, 14],
    ["三十多岁", 30, 39],
    ["孩子三个月大", 0, 0],
    ["未满十六周岁", 15, 15],
    ["她姥姥六十八了", 68, 68],
  ])("%s", (said, from, to) => {
    expect(ageIn(said, year)).toEqual({ from, to });
  });

  it.each([
    "属羊",
    "收四十",
    "今年十六号",
    "我有两个孩子",
    "刚满月",
    "他有三万",
    "2005年的证",
    "十块钱了",
    "证丢了",
    "满十六天",
  ])("is not told by “%s”", (said) => {
    expect(ageIn(said, year)).toBeNull();
  });

  it("is read the same in figures and in words", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (n) => {
        expect(numberIn(inWords(n))).toBe(n);
        expect(ageIn(`他${inWords(n)}岁`, year)).toEqual({ from: n, to: n });
        expect(ageIn(`他${n}岁`, year)).toEqual({ from: n, to: n });
      }),
    );
  });

  it("lies between 0 and 120, whatever is said", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(999), (noise, n) => {
        const age = ageIn(`${noise}${n}岁${noise}`, year);
        if (age === null) return;
        expect(age.from).toBeGreaterThanOrEqual(0);
        expect(age.from).toBeLessThanOrEqual(age.to);
        expect(age.to).toBeLessThanOrEqual(120);
      }),
    );
  });
});

describe("what happened to a card", () => {
  it.each([
    ["要是丢了呢", "lost"],
    ["找不着了", "lost"],
    ["坏了呢", "damaged"],
    ["磨花了", "damaged"],
    ["过期了", "expired"],
    ["头一回办", "first"],
    ["头回办", "first"],
    ["那补呢", "lost"],
    ["补身份证", "lost"],
    ["换身份证要啥", "expired"],
    ["旧的到年头了", "expired"],
    ["补贴啥时候给", null],
    ["还没过期", null],
    ["没坏", null],
    ["多少钱", null],
  ])("%s", (said, fate) => {
    expect(conditionsIn(said, year).fate).toBe(fate);
  });
});

describe("what it happened to", () => {
  it.each(["户口本丢", "居住证丢", "手机也丢", "银行卡到期"])("is another thing: %s", (said) => {
    expect(befellAnother(said)).toBe(true);
  });
  it.each(["丢", "证丢", "身份证丢", "老证坏", "那张证弄丢"])("is the card: %s", (said) => {
    expect(befellAnother(said)).toBe(false);
  });
});

describe("what else was lost", () => {
  it.each([
    ["那手机丢了呢", "手机"],
    ["我家银行卡也丢了", "银行卡"],
    ["我爹的户口本没了", "户口本"],
    ["她姥姥六十八了证到期了呢", null],
    ["要是丢了呢", null],
    ["要是压根找不着了呢", null],
    ["我妈的身份证过期了", null],
  ])("%s", (said, thing) => {
    expect(befallenIn(said)).toBe(thing);
  });
});

describe("a card and what happened to it, and nothing else", () => {
  const isPlain = (said: string) => {
    const step = stepIn(said);
    return step.is === "words" && isPlainCardMatter(said, step.own);
  };
  it.each(["补身份证", "换身份证要带啥", "身份证丢了咋整", "我想咨询补办身份证", "她身份证过期了"])(
    "%s",
    (said) => {
      expect(isPlain(said)).toBe(true);
    },
  );
  it.each(["身份证丢了被人拿去贷款", "补居住证", "临时身份证丢了", "证丢了", "改名了换身份证"])(
    "not %s",
    (said) => {
      expect(isPlain(said)).toBe(false);
    },
  );
});

describe("a bare number", () => {
  it("is an age only where one was spoken of", () => {
    expect(conditionsIn("七十三", year, true).age).toEqual({ from: 73, to: 73 });
    expect(conditionsIn("15了", year, true).age).toEqual({ from: 15, to: 15 });
    expect(conditionsIn("七十三", year).age).toBeNull();
    expect(conditionsIn("三只羊", year, true).age).toBeNull();
  });
});

describe("a hurry", () => {
  it.each(["急用呢", "等不及了", "有啥先用着的", "后天就得坐车"])("is told by “%s”", (said) => {
    expect(conditionsIn(said, year).urgent).toBe(true);
  });
  it.each(["不着急", "后天去行不", "急死我了"])("not by “%s”", (said) => {
    expect(conditionsIn(said, year).urgent).toBe(false);
  });
});

describe("where and how somebody is", () => {
  it("is another province only if it says so", () => {
    expect(conditionsIn("外地的呢", year).otherProvince).toBe(true);
    expect(conditionsIn("她是黑龙江的", year).otherProvince).toBe(true);
    expect(conditionsIn("她是海拉尔的", year).otherProvince).toBe(false);
  });

  it("is bedridden in the words that people use", () => {
    expect(conditionsIn("我妈瘫在床上了", year).bedridden).toBe(true);
    expect(conditionsIn("起不来炕", year).bedridden).toBe(true);
    expect(conditionsIn("他下地干活去了", year).bedridden).toBe(false);
  });
});

describe("the bare wish for a card", () => {
  it.each([
    "办身份证",
    "我想办个身份证",
    "身份证咋办",
    "给办张身份证",
    "身份证办一个",
    "想问个身份证的事",
  ])("%s", (said) => {
    expect(isBareCardWish(said)).toBe(true);
  });
  it.each(["补身份证", "办身份证要带啥", "给孩子办身份证", "办临时身份证", "身份证丢了咋办"])(
    "not %s",
    (said) => {
      expect(isBareCardWish(said)).toBe(false);
    },
  );
});
