import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import kept from "../../../knowledge/models/intent.json" with { type: "json" };
import { examplesIn } from "../../../src/commands/train-intent.ts";
import { intents } from "../../../src/domain/sets.ts";
import { intentOf, labels } from "../../../src/understanding/intent/labels.ts";
import { learn, type Example } from "../../../src/understanding/intent/learn.ts";
import { keep, modelFrom } from "../../../src/understanding/intent/model.ts";
import { signs } from "../../../src/understanding/intent/signs.ts";
import { normalise } from "../../../src/understanding/normalise.ts";

const few: Example[] = ["红", "大红", "很红", "红的"]
  .map((text): Example => ({ text, label: "book" }))
  .concat(["绿", "大绿", "很绿", "绿的"].map((text) => ({ text, label: "human" })));

const likeliest = (chances: Float64Array) => labels[chances.indexOf(Math.max(...chances))];

describe("learning", () => {
  it("tells apart what it was shown, also in words that it was not shown", () => {
    const model = modelFrom(keep(learn(few), 1));
    expect(likeliest(model("红红的"))).toBe("book");
    expect(likeliest(model("绿绿的"))).toBe("human");
  });

  it("gives chances that add up to 1", () => {
    const chances = modelFrom(keep(learn(few), 1))("红");
    expect(chances.reduce((sum, it) => sum + it, 0)).toBeCloseTo(1, 9);
  });

  it("gives the same numbers again", () => {
    expect(keep(learn(few), 1)).toEqual(keep(learn(few), 1));
  });

  it("refuses a file of other labels, or a torn one", () => {
    const model = keep(learn(few), 1);
    expect(() => modelFrom({ ...model, labels: ["book"] })).toThrow("train:intent");
    expect(() => modelFrom({ ...model, weights: model.weights.slice(0, 40) })).toThrow(
      "train:intent",
    );
  });
});

describe("the model that is shipped", () => {
  it("was learnt with the signs that are looked for now", () => {
    const known = new Set(kept.vocabulary.split("\n"));
    expect(signs.filter(({ name }) => !known.has(name))).toEqual([]);
  });
});

describe("the examples", async () => {
  const examples = await examplesIn("knowledge/examples/intents");

  it("show every intent in many ways; danger is read elsewhere", () => {
    for (const intent of intents) {
      if (intent === "emergency") continue;
      const lines = examples.filter(({ label }) => intentOf(label) === intent);
      expect([intent, lines.length >= 60]).toEqual([intent, true]);
    }
  });

  it("hold no line twice", () => {
    const texts = examples.map(({ text }) => text);
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  });

  it("are not the lines that the bot is measured with, but for words that all say alike", () => {
    const bare = (text: string) => normalise(text).replace(/[^\p{L}\p{N}]+/gu, "");
    const golden = new Set(
      ["intents", "out-of-scope", "ordinary", "questions"].flatMap((name) =>
        readFileSync(`tests/golden/${name}.jsonl`, "utf8")
          .split("\n")
          .filter(Boolean)
          .map((line) => bare((JSON.parse(line) as { text: string }).text)),
      ),
    );
    const copied = examples.filter(({ text }) => bare(text).length > 4 && golden.has(bare(text)));
    expect(copied.map(({ text }) => text)).toEqual([]);
  });
});
