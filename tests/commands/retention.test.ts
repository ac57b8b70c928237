import { expect, it } from "vitest";
import { retention } from "../../src/commands/retention.ts";
import { withStore } from "../../src/commands/with-store.ts";
import { readConfig } from "../../src/config.ts";
import { classes } from "../../src/store/deleting.ts";
import { cliTexts } from "../../src/texts/zh-cn/cli.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

it("counts with --dry-run, deletes without, and says how much of each class", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "sanwu-retention-"));
  const config = { ...readConfig(dataDir), dataDir, databaseUrl: null };
  await withStore(config, async ({ db }) => {
    await db("feedback").insert({ id: "f", entry: "e", what: "wrong", at: 1 });
  });
  const left = () => withStore(config, async ({ db }) => (await db("feedback")).length);
  const said = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await retention(config, args, (line) => lines.push(line));
    return { code, lines };
  };
  const counts = classes.map((name) =>
    cliTexts.ofClass(cliTexts.retentionClasses[name], name === "questions" ? 1 : 0),
  );
  expect(await said("--dry-run")).toEqual({ code: 0, lines: [cliTexts.wouldDelete, ...counts] });
  expect(await left()).toBe(1);
  expect(await said("--all")).toEqual({ code: 2, lines: [cliTexts.retentionUsage] });
  expect(await said()).toEqual({ code: 0, lines: [cliTexts.deleted, ...counts] });
  expect(await left()).toBe(0);
  rmSync(dataDir, { recursive: true });
});
