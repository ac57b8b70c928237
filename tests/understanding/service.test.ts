import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { services } from "../../src/domain/sets.ts";
import { serviceIn } from "../../src/understanding/service.ts";

const lines = readFileSync("tests/golden/when.jsonl", "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { text: string; service: string | null });

describe("the service that is wanted", () => {
  it.each([
    ["身份证折了，想重办一个", "id_card_replace"],
    ["身份证让羊啃了", "id_card_replace"],
    ["证到日子了", "id_card_renew"],
    ["大孙子满十六了，头回办证", "id_card_first"],
    ["先给弄个临时的，急着坐车", "temp_id_card"],
    ["给小孙女落户", "hukou_birth"],
    ["媳妇的户口迁过来", "hukou_move"],
    ["跟我哥分家另过，单立一个本", "hukou_change"],
    ["把户主换成我", "hukou_change"],
    ["老伴走了，去销户", "hukou_cancel"],
    ["暂住证改居住证", "residence_permit"],
    ["打官司的事想找人问问", "legal_consult"],
    ["俩家坐一块说和说和", "mediation"],
    ["开个无犯罪证明", "other"],
    ["边境通行证", "other"],
    ["户口本丢了补一本", "other"],
  ])("goes by the station's conventions: %s", (said, service) => {
    expect(serviceIn(said).service).toBe(service);
  });

  it.each([
    ["shenfenzheng 丢了", "id_card_replace"],
    ["补身份正", "id_card_replace"],
    ["迁护口", "hukou_move"],
    ["換身份證", "id_card_renew"],
  ])("is known through misspellings: %s", (said, service) => {
    expect(serviceIn(said).service).toBe(service);
  });

  it("is the one that is said instead", () => {
    expect(serviceIn("不是换证，是补证").service).toBe("id_card_replace");
    expect(serviceIn("约的是换证，其实是丢了，改成补办").service).toBe("id_card_replace");
  });

  it.each(["明天上午去", "挂个号", "驾照到期了", "残疾证丢了补一个", "你好"])(
    "is left open where the words name none of ours: %s",
    (said) => {
      expect(serviceIn(said)).toEqual({ service: null, confidence: 0 });
    },
  );

  it("is the one spoken of before, or what a bare word makes of it", () => {
    expect(serviceIn("那约下周五上午去办", "residence_permit").service).toBe("residence_permit");
    expect(serviceIn("不是到期，是丢了", "id_card_renew").service).toBe("id_card_replace");
    expect(serviceIn("改迁户吧", "id_card_renew").service).toBe("hukou_move");
  });

  it("is right in golden lines but for a few", () => {
    const right = lines.filter(({ text, service }) => serviceIn(text).service === service);
    expect(right.length / lines.length).toBeGreaterThan(0.95);
  });

  it("is one of the closed set, and as sure as a chance can be, whatever is said", () => {
    const parts = fc.constantFrom(
      "身份证",
      "丢",
      "户口",
      "迁",
      "孩子",
      "律师",
      "不是",
      "改成",
      "，",
      "补",
      "\u0000",
    );
    const words = fc.oneof(
      fc.string(),
      fc.array(parts).map((all) => all.join("")),
    );
    const before = fc.constantFrom(null, ...services);
    fc.assert(
      fc.property(words, before, (said, earlier) => {
        const { service, confidence } = serviceIn(said, earlier);
        expect(service === null || services.includes(service)).toBe(true);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThan(1);
        if (earlier !== null) expect(service).not.toBeNull();
      }),
    );
  });
});
