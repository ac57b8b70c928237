import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { read } from "../../src/understanding/read.ts";

const lines: { text: string; intent: string }[] = [];
let intent = "";
for (const line of readFileSync(new URL("intents.txt", import.meta.url), "utf8").split("\n"))
  if (line.startsWith("# ")) intent = line.slice(2);
  else if (line !== "") lines.push({ text: line, intent });

it("reads what people want, on lines that nothing learnt from", () => {
  const right = lines.filter(({ text, intent: wanted }) => read(text).intent === wanted);
  expect(right.length / lines.length).toBeGreaterThan(0.88);
});
