import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covered } from "../../../src/understanding/warning/cover.ts";

describe("a candidate's words", () => {
  it.each([
    ["我叫王小明，住前进村3号", "我叫〔姓名〕，住〔地址〕"],
    ["我叫王小明住前进村3号，他们让我刷单", "我叫〔姓名〕住〔地址〕，他们让我刷单"],
    ["我是前进村2组5号的，客服让我转钱", "〔地址〕的，客服让我转钱"],
    ["我名字叫阿拉腾图雅，家在恩和嘎查东头", "我名字叫〔姓名〕，家在〔地址〕"],
    ["姓名：李四 地址：幸福小区3栋201室", "姓名：〔姓名〕 地址：〔地址〕"],
    ["我姓王，家住拉布大林镇正阳街12号", "我姓〔姓〕，家住〔地址〕"],
    ["俺家在村东头第三家。骗子说要冻结我的卡", "俺家在〔地址〕。骗子说要冻结我的卡"],
    ["我媳妇叫我别转，我没听", "我媳妇叫我别转，我没听"],
    ["他叫我下载软件", "他叫我下载软件"],
    ["对方叫我把钱转到安全账户", "对方叫我把钱转到安全账户"],
    ["我叫他退钱，他不退", "我叫他退钱，他不退"],
    ["我叫他退钱他就拉黑我", "我叫他退钱他就拉黑我"],
    ["刷单兼职在家就能做，日结三百", "刷单兼职在家就能做，日结三百"],
    ["孩子住院要交钱", "孩子住院要交钱"],
    ["在家待着挣钱", "在家待着挣钱"],
  ])("%s", (said, kept) => {
    expect(covered(said)).toBe(kept);
  });

  it("are covered once, whatever they are", () => {
    const piece = fc.constantFrom(..."我叫王小明，住前进村3号家在地址：姓名〔〕 是的");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = covered(pieces.join(""));
        expect(covered(once)).toBe(once);
      }),
    );
  });
});
