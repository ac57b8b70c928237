import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

/** What a process writes that logs these lines. */
function logged(level: string, code: string): { out: string; lines: Record<string, unknown>[] } {
  const script = `import { openLog } from "./src/log.ts"; const log = openLog("${level}"); ${code}`;
  const run = spawnSync("node", ["--import", "tsx", "--input-type=module", "-e", script], {
    encoding: "utf8",
    timeout: 20_000,
  });
  expect(run.status, run.stderr).toBe(0);
  const lines = run.stderr.split("\n").filter(Boolean);
  return { out: run.stdout, lines: lines.map((line) => JSON.parse(line)) };
}

describe("the log", () => {
  it("writes JSON lines of what happened, on standard error only", () => {
    const { out, lines } = logged(
      "info",
      `log.info("matter opened", { matterId: "01abc", kind: "callback" }); log.warn("slow"); log.error("bad", { n: 3, ok: false, none: null });`,
    );
    expect(out).toBe("");
    expect(lines).toMatchObject([
      { level: 30, msg: "matter opened", matterId: "01abc", kind: "callback" },
      { level: 40, msg: "slow" },
      { level: 50, msg: "bad", n: 3, ok: false, none: null },
    ]);
    for (const line of lines) expect(line).not.toHaveProperty("hostname");
    expect(Math.abs(Number(lines[0]!["time"]) - Date.now())).toBeLessThan(60_000);
  });

  it("keeps to its level", () => {
    const code = `log.info("a"); log.warn("b"); log.error("c");`;
    expect(logged("error", code).lines).toMatchObject([{ msg: "c" }]);
    expect(logged("silent", code).lines).toEqual([]);
  });

  it("hides what must never be there, should it get there all the same", () => {
    const secrets = [
      "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
      "152104199001011231",
      "15210419900101123X",
      "6222021234567890123",
      "15147012345",
    ];
    const { lines } = logged(
      "info",
      secrets.map((secret) => `log.info("x ${secret} y", { fact: "z${secret}" });`).join(""),
    );
    const text = JSON.stringify(lines);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).toContain("[hidden]");
  });
});
