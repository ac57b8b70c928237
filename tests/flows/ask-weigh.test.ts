import { describe, expect, it } from "vitest";
import type { KnowledgeEntry } from "../../src/domain/entry.ts";
import type { Found } from "../../src/domain/ports.ts";
import { weigh } from "../../src/flows/ask-weigh.ts";
import { stepIn, type Asked } from "../../src/understanding/follow-up.ts";
import { replaceCard } from "../support/small-knowledge.ts";

function entry(it: Partial<KnowledgeEntry> & { id: string; title: string }): KnowledgeEntry {
  return { ...replaceCard, questions: [it.title], short: it.title, related: [], ...it };
}

const noise = entry({
  id: "noise",
  topic: "mediation",
  title: "邻居吵得睡不着",
  sections: [
    { facet: "步骤", text: "先跟他说，不听就请村里调解。" },
    { facet: "费用", text: "调解不收钱。" },
    { facet: "依据", text: "不听的，可以处罚款。" },
  ],
});
const broken = entry({ id: "broken", topic: "mediation", title: "调解完对方反悔" });
const divorce = entry({
  id: "divorce",
  topic: "family",
  title: "想离婚咋离",
  questions: ["他不同意"],
});

const found = (it: KnowledgeEntry, confidence: number): Found => ({
  entry: it,
  confidence,
  withdrawn: false,
});

function meant(said: string, alone: Found[], together: Found[] = []): string | null {
  const { entry: it } = weigh(stepIn(said) as Asked, noise, alone, together);
  return it === "at hand" ? "noise" : (it?.entry.id ?? null);
}

describe("what a message in a talk is about", () => {
  it.each([
    ["罚他多少", [found(divorce, 0.5)], "noise"],
    ["他不同意咋办", [found(divorce, 0.45)], "noise"],
    ["我想离婚咋整", [found(divorce, 0.9)], "divorce"],
    ["他要是反悔呢", [found(broken, 0.1)], "broken"],
    ["请村里调解行不", [found(broken, 0.3)], "noise"],
    ["彩票站几点开", [found(divorce, 0.1)], null],
    ["我都跟他说两回了", [found(divorce, 0.5)], "noise"],
  ])("%s", (said, alone, id) => {
    expect(meant(said, alone)).toBe(id);
  });

  it("is another entry that comes first even with the name of the matter at hand", () => {
    const together = [found(broken, 0.4), found(noise, 0.1)];
    expect(meant("他人跑没影了呢", [found(broken, 0.1)], together)).toBe("broken");
  });

  it("is not another entry that only the name of the matter brings", () => {
    expect(meant("他还是不听", [], [found(broken, 0.7), found(noise, 0.5)])).toBe("noise");
  });
});
