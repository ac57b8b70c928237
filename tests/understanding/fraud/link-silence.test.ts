import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const trapped = fileURLToPath(new URL("./link-silence-process.ts", import.meta.url));

async function inTrap(
  ...args: string[]
): Promise<{ checked: number; found: number; tried: string[] }> {
  const { stdout } = await promisify(execFile)("node", ["--import", "tsx", trapped, ...args], {
    timeout: 110_000,
  });
  return JSON.parse(stdout) as Awaited<ReturnType<typeof inTrap>>;
}

describe("checking links", () => {
  it("opens nothing and asks nobody, whatever 3,000 hostile ones say", async () => {
    const { checked, found, tried } = await inTrap();
    expect(checked).toBeGreaterThanOrEqual(3_000);
    expect(found).toBeGreaterThan(1_500);
    expect(tried).toEqual([]);
  }, 120_000);

  it("would be noticed if it did", async () => {
    const { tried } = await inTrap("break");
    for (const door of [
      "globalThis.fetch",
      "http.get",
      "dns.lookup",
      "net.connect",
      "undici.request",
    ])
      expect(tried).toContain(door);
  }, 120_000);
});
