import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/domain/reading.ts";
import { readDispute } from "../../src/understanding/dispute/read.ts";
import { readIntent } from "../../src/understanding/intent.ts";
import { toldIn } from "../../src/understanding/dispute/told.ts";

const golden = readFileSync("tests/golden/disputes.jsonl", "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { text: string; dispute: Reading["dispute"] });

/** Share of the golden lines of which this is right. */
function right(of: (read: Reading["dispute"], dispute: Reading["dispute"]) => boolean | null) {
  const judged = golden.flatMap(
    ({ text, dispute }) => of(readDispute(text, readIntent(text)), dispute) ?? [],
  );
  return judged.filter(Boolean).length / judged.length;
}

describe("a dispute of one's own", () => {
  it("is told from the law in general, papers, hearsay and what is settled", () => {
    expect(right((read, dispute) => (read === null) === (dispute === null))).toBeGreaterThan(0.93);
  });

  it("is read with its type, its violence and its urgency", () => {
    expect(right((read, dispute) => dispute && read?.type === dispute.type)).toBeGreaterThan(0.88);
    expect(
      right((read, dispute) => dispute && read && read.violence === dispute.violence),
    ).toBeGreaterThan(0.95);
    expect(
      right((read, dispute) => dispute && read && read.urgency === dispute.urgency),
    ).toBeGreaterThan(0.95);
  });

  it("is also told while advice is asked", () => {
    expect(readDispute("邻居占了我家一垄地咋整")).toEqual({
      type: "neighbour",
      violence: false,
      urgency: "normal",
    });
    expect(readDispute("邻居纠纷归哪管")).toBeNull();
  });

  it.each(["", "?", "a".repeat(5_000), "👻", "\u0000"])("never throws: %j", (text) => {
    expect(() => readDispute(text)).not.toThrow();
  });
});

describe("what an intake need not ask", () => {
  it.each([
    [
      "前进村东头，隔壁老王上个月把墙挪了，想调解",
      "neighbour",
      { where: "前进村东头", who: "邻居", since: "上个月", wants: "mediation" },
    ],
    [
      "老板欠我三千块，没签合同，去年秋天的",
      "labour",
      { who: "老板、雇人的", detail: "三千块，没签合同", since: "去年秋天" },
    ],
    ["想打官司", "debt", { wants: "lawsuit" }],
  ] as const)("“%s”", (text, type, told) => {
    expect(toldIn(text, type, ["前进村"])).toMatchObject(told);
  });

  it.each(["不想调解", "我们村的", "工资说好一个月三千"])(
    "“%s” answers nothing of that",
    (text) => {
      const { wants, where, since } = toldIn(text, "labour", ["前进村"]);
      expect([wants, where, since]).toEqual([undefined, undefined, undefined]);
    },
  );
});
