import { describe, expect, it } from "vitest";
import { cliTexts } from "../../src/texts/zh-cn/cli.ts";
import { folderForTest } from "../support/opened-store.ts";
import { run } from "../support/process.ts";

describe("the command line", () => {
  it.each([[[]], [["dance"]], [["--help"]]])(
    "%j tells how it is used",
    async (args) => {
      const { code, out, err } = await run(args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err.trim()).toBe(cliTexts.usage);
    },
    20_000,
  );

  it.each(["start", "doctor", "replay", "backup"])(
    "%s complains about bad settings in full sentences",
    async (command) => {
      const settings = { PORT: "eighty", RESIDENCY: "mars", TLS_CERT: "only-half.pem" };
      const { code, out, err } = await run([command], { settings });
      expect({ code, out }).toEqual({ code: 1, out: "" });
      const lines = err.trim().split("\n");
      expect(lines).toHaveLength(2);
      for (const line of lines)
        expect(line).toMatch(/^(PORT|RESIDENCY): .+\. See \.env\.example\.$/);
    },
    20_000,
  );

  it("has a sentence for every mistake that its usage names", async () => {
    for (const [args, sentence] of [
      [["restore"], /Which backup\?/],
      [["restore", "/nowhere.sqlite"], /There is no file \/nowhere\.sqlite/],
      [["backup"], /There is no database/],
    ] as const) {
      const { code, err } = await run([...args], {
        settings: { DATA_DIR: `${folderForTest()}/data` },
      });
      expect(code).toBe(1);
      expect(err).toMatch(sentence);
      expect(err).not.toMatch(/\n\s+at /);
    }
  }, 30_000);
});
