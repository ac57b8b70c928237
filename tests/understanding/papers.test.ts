import { describe, expect, it } from "vitest";
import { otherPapersIn } from "../../src/understanding/papers.ts";

describe("papers that are not the station's", () => {
  it.each([
    ["驾照到期了咋换", ["驾照"]],
    ["独生子女證丢了补不补", ["独生子女证"]],
    ["俺的残疾证丢了", ["残疾证"]],
    ["身份证丢了咋补", []],
    ["拿结婚证能办户口不", []],
    ["证丢了", []],
  ])("are noticed by name: %s", (said, papers) => {
    expect(otherPapersIn(said)).toEqual(papers);
  });
});
