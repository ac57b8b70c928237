import { describe, expect, it } from "vitest";
import { facetsIn, withoutFacets } from "../../src/understanding/facet.ts";

describe("sides of a matter", () => {
  it.each([
    ["那要带啥", ["材料"]],
    ["拿啥材料去", ["材料"]],
    ["用不用带户口本", ["材料"]],
    ["多少钱", ["费用"]],
    ["要钱不", ["费用"]],
    ["收不收钱", ["费用"]],
    ["那收多少", ["费用"]],
    ["几天能拿到", ["时限"]],
    ["啥时候能下来", ["时限"]],
    ["得多久", ["时限"]],
    ["谁去", ["谁去"]],
    ["我替他去行不", ["谁去"]],
    ["非得本人吗", ["谁去"]],
    ["在哪办", ["地点"]],
    ["上哪整", ["地点"]],
    ["能网上办不", ["网上办"]],
    ["拿手机能弄不", ["网上办"]],
    ["凭啥", ["依据"]],
    ["哪条法说的", ["依据"]],
    ["咋走程序", ["步骤"]],
    ["啥条件", ["条件"]],
    ["要啥条件", ["条件"]],
    ["提前多长时间能换", ["条件"]],
    ["他八十了", []],
    ["要是丢了呢", []],
    ["今天天气好", []],
  ])("%s", (said, facets) => {
    expect(facetsIn(said)).toEqual(facets);
  });

  it("come in the order in which they were asked", () => {
    expect(facetsIn("几天能下来 要钱吗")).toEqual(["时限", "费用"]);
    expect(facetsIn("要钱吗 几天能下来")).toEqual(["费用", "时限"]);
  });

  it("can be taken out, so that the subject is left", () => {
    expect(withoutFacets("补身份证多少钱").trim()).toBe("补身份证");
    expect(withoutFacets("居住证在哪办").trim()).toBe("居住证 办");
  });
});
