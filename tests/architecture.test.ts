import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { violations } from "./support/imports.ts";

const sources = new Map(
  readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join("src", file).replaceAll("\\", "/"))
    .map((file) => [file, readFileSync(file, "utf8")] as const),
);

describe("the house", () => {
  it("has files to hold the rules against", () => {
    expect(sources.size).toBeGreaterThan(50);
  });

  it("keeps its import rules", () => {
    expect(violations(sources)).toEqual([]);
  });

  it.each([
    ["domain imports a flow", "src/domain/x.ts", 'import { decide } from "../flows/decide.ts";'],
    ["a flow reads the clock", "src/flows/x.ts", "const now = Date.now();"],
    [
      "understanding opens a file",
      "src/understanding/x.ts",
      'import { readFileSync } from "node:fs";',
    ],
    ["a flow knows the store", "src/flows/x.ts", 'import { post } from "../store/outbox.ts";'],
    ["telegraf outside its channel", "src/app/x.ts", 'import { Telegraf } from "telegraf";'],
    ["a lazy import is an import", "src/web/x.ts", 'const it = await import("telegraf");'],
    ["SQL outside the store", "src/app/x.ts", 'import knex from "knex";'],
    ["settings read anywhere", "src/app/x.ts", "if (process.env.PORT) run();"],
    ["a re-export is an import", "src/domain/x.ts", 'export { post } from "../store/outbox.ts";'],
    ["a new room without a rule", "src/utils/x.ts", "export const one = 1;"],
    ["a sentence in the app", "src/app/x.ts", 'const text = "您好，请稍等。";'],
  ])("would notice: %s", (_what, file, text) => {
    expect(violations(new Map([[file, text]]))).toHaveLength(1);
  });

  it("keeps files short enough to hold one thing", () => {
    const long = [...sources].filter(([, text]) => text.split("\n").length > 300);
    expect(long.map(([file]) => file)).toEqual([]);
  });
});
