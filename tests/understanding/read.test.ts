import { describe, expect, it } from "vitest";
import { read } from "../../src/understanding/read.ts";

describe("read", () => {
  it("puts an emergency before everything", () => {
    const reading = read("俺家着火了快来人");
    expect(reading).toMatchObject({ intent: "emergency", emergency: { class: "fire_accident" } });
    expect(reading.fraud).toBeNull();
  });

  it("calls money on its way urgent, and names the fraud where the words tell", () => {
    expect(read("刚给假警察转了十万 让转到安全账户").fraud).toMatchObject({
      verdict: "fraud",
      level: "紧急",
      category: "冒充公检法及政府机关类",
    });
    expect(read("我被骗了").fraud).toMatchObject({ level: "紧急" });
  });

  it("shows no card for money that is only asked for or was refused", () => {
    const { emergency, fraud } = read("说是客服要赔我钱让我下个会议软件,我一听就给挂了");
    expect(emergency).toBeNull();
    expect(fraud).toMatchObject({ verdict: "fraud", level: "中危" });
  });

  it("reads an ordinary question without danger", () => {
    const reading = read("身份证丢了咋补");
    expect(reading).toMatchObject({ emergency: null, fraud: null });
    expect(reading.intent).not.toBe("emergency");
  });
});
