import { describe, expect, it } from "vitest";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { cliTexts } from "../../src/texts/zh-cn/cli.ts";
import { roleNames } from "../../src/texts/zh-cn/desk.ts";
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

  it("is an officer's too: a list, a take, a result by numbers", async () => {
    const input = [
      "导入预警",
      "张三 13812345678 前进村 紧急 刷单",
      "预警",
      "1",
      "填结果",
      "结果 见面 劝阻成功 挽回3万",
      "是",
      "村民：身份证丢了怎么补",
      "",
    ].join("\n");
    const { code, out, err } = await run(["chat", "--as", "officer"], { input });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(cliTexts.chatAsHint(roleNames.officer));
    expect(out).toContain("收了1行：新开1件");
    expect(out).toContain("等人接的预警：紧急1");
    expect(out).toContain("挽回30,000元。这件办结了。");
    expect(out).toContain(cliTexts.toVillager);
    expect(out).not.toContain("13812345678");
  }, 20_000);

  it("says how it is used, and which roles there are", async () => {
    const asked = await run(["chat", "--help"], { input: "" });
    expect(asked.code).toBe(0);
    expect(asked.out).toContain("--as officer");
    expect((await run(["chat", "--as", "king"], { input: "" })).code).toBe(2);
  }, 20_000);

  it("ends at the end of its input too", async () => {
    const { code, out } = await run(["chat"], { input: "我家着火了快来人" });
    expect(code).toBe(0);
    expect(out).toContain("119");
    expect(out).toContain(emergencyTexts.where);
  }, 20_000);
});
