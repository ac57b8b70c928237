import { describe, expect, it } from "vitest";
import type { KnowledgeEntry } from "../../src/domain/entry.ts";
import {
  nearestSide,
  shareOf,
  sideWithNumber,
  tellingIn,
} from "../../src/understanding/nearest-side.ts";
import { replaceCard } from "../support/small-knowledge.ts";

const entry: KnowledgeEntry = {
  ...replaceCard,
  sections: [
    { facet: "条件", text: "没人管的、两家都说是自己的。" },
    { facet: "步骤", text: "先跟他好好说，不成打 12348 问。" },
    { facet: "谁去", text: "调解员上门，两家都到场。" },
    { facet: "依据", text: "扣人东西的，处二百元以下罚款。" },
  ],
};

describe("the side that speaks of what is asked", () => {
  it.each([
    ["到场", "谁去"],
    ["好好说", "步骤"],
    ["罚款", "依据"],
    ["迁移证", null],
    ["", null],
  ])("%s", (asked, facet) => {
    expect(nearestSide(asked, entry)?.facet ?? null).toBe(facet);
  });

  it("that names a number is found", () => {
    expect(sideWithNumber(entry)).toBe("步骤");
    expect(sideWithNumber(replaceCard)).toBeNull();
  });
});

describe("what words tell", () => {
  it("are pairs, and characters that stand alone", () => {
    expect([...tellingIn("上户口")]).toEqual(["上户", "户口"]);
    expect([...tellingIn("罚 扣羊")]).toEqual(["罚", "扣羊"]);
    expect(tellingIn("他的呢").size).toBe(0);
  });

  it("is held against a text", () => {
    expect(shareOf(tellingIn("上户口"), "户口本")).toBe(0.5);
    expect(shareOf(new Set(), "户口本")).toBe(0);
  });
});
