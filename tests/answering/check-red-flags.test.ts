import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { redFlagProblems } from "../../src/answering/check-red-flags.ts";
import { knowledgeWording } from "../../src/texts/zh-cn/kb.ts";

const { check: words } = knowledgeWording;

async function problemsOf(pattern: string, silent = "我去转钱"): Promise<unknown> {
  const dir = await mkdtemp(join(tmpdir(), "red-flags-"));
  const lines = [
    ...["words:", "  钱: 钱|款", "flags:"],
    ...["- id: safe-account", "  name: 安全账户", "  weight: 3", "  category: null"],
    ...["  reason: 没有安全账户。", `  pattern: '${pattern}'`],
    ...["  fires: [转到安全账户, 打到安全账户]", `  silent: [账户在哪开, ${silent}]`, ""],
  ];
  await writeFile(join(dir, "red-flags.yaml"), lines.join("\n"));
  return redFlagProblems(dir, knowledgeWording);
}

const at = (line: number, reason: string) => ({ file: "red-flags.yaml", line, reason });

describe("the check of red flags", () => {
  it("finds nothing in those that are shipped, nor where there are none", async () => {
    expect(await redFlagProblems("knowledge", knowledgeWording)).toEqual([]);
    expect(await redFlagProblems(tmpdir(), knowledgeWording)).toEqual([]);
  });

  it("is content with one that finds what it must", async () => {
    expect(await problemsOf("安全账户")).toEqual([]);
  });

  it("names an example that shows nothing, and one that shows what it must not", async () => {
    expect(await problemsOf("转到安全账户")).toEqual([
      at(10, words.redFlagSilent("safe-account", "打到安全账户")),
    ]);
    expect(await problemsOf("安全账户", "没有安全账户")).toEqual([
      at(11, words.redFlagFires("safe-account", "没有安全账户")),
    ]);
  });

  it("names a pattern that is none, or could take long", async () => {
    for (const broken of ["(安全账户", "(?:安全)+账户", "{没有}"])
      expect(await problemsOf(broken)).toEqual([at(9, words.redFlagBroken("safe-account"))]);
  });
});
