import { describe, expect, it } from "vitest";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { cliTexts } from "../../src/texts/zh-cn/cli.ts";
import { emergencyTexts } from "../../src/texts/zh-cn/emergency.ts";
import { run } from "../support/process.ts";

describe("a talk in the terminal, piped", () => {
  it("answers, numbers its choices, takes a number, and ends at an empty line", async () => {
    const { code, out, err } = await run(["chat"], { input: "身份证丢了怎么补\n1\n\n上户口\n" });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const hint = out.indexOf(cliTexts.chatHint);
    const answer = out.indexOf("依据：《居民身份证法》");
    const choice = out.indexOf(`  1. ${buttons.details}`);
    const details = out.indexOf("材料：");
    expect(hint).toBe(0);
    expect(answer).toBeGreaterThan(hint);
    expect(choice).toBeGreaterThan(answer);
    expect(details).toBeGreaterThan(choice);
    expect(out).not.toContain("户口登记条例》第七条");
  }, 20_000);

  it("ends at the end of its input too", async () => {
    const { code, out } = await run(["chat"], { input: "我家着火了快来人" });
    expect(code).toBe(0);
    expect(out).toContain("119");
    expect(out).toContain(emergencyTexts.where);
  }, 20_000);
});
