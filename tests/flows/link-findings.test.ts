import { describe, expect, it } from "vitest";
import type { Listed } from "../../src/domain/lists.ts";
import { linkFindings, namedFindings } from "../../src/flows/link-findings.ts";
import { linkTexts as texts } from "../../src/texts/zh-cn/links.ts";
import { namedIn } from "../../src/understanding/fraud/named.ts";
import { shippedHosts } from "../understanding/fraud/known-hosts.ts";

const known = shippedHosts();
const entry: Listed = {
  kind: "host",
  value: "abc.top",
  reason: "冒充银行",
  source: "通报",
  appealed: false,
};
const judged = (text: string, listed: Listed[] = []) => linkFindings(text, { known, listed });

describe("what is said of a link", () => {
  it.each<[string, string, string | null, string[]]>([
    ["https://m.icbc.com.cn/x", "known", "工商银行", [texts.known("工商银行"), texts.ownWay]],
    ["http://zwfw.nmg.gov.cn", "known", null, [texts.known(null), texts.ownWay]],
    ["docs.qq.com/abc", "known", "腾讯", [texts.known("腾讯"), texts.open]],
    [
      "http://95588.icbc-safe.top/x",
      "look-alike",
      "工商银行",
      [texts.name("工商银行", "icbc-safe．top"), texts.cheap("top")],
    ],
    ["taoba0.com", "look-alike", "淘宝", [texts.spelling("淘宝", "taoba0．com")]],
    ["gov.cn.abc.top", "look-alike", null, [texts.name(null, "abc．top"), texts.cheap("top")]],
    [
      "http://icbc.com.cn@evil.com/",
      "look-alike",
      "工商银行",
      [texts.name("工商银行", "evil．com"), texts.tricks["name-before"]],
    ],
    ["t.cn/A6xYz", "shortener", null, [texts.shortener, texts.unknown]],
    ["u.jd.com/abc", "shortener", null, [texts.shortener, texts.unknown]],
    ["http://3232235777/", "tricky", null, [texts.tricks["odd-ip"], texts.unknown]],
    ["javascript:alert(1)", "tricky", null, [texts.tricks.script, texts.unknown]],
    ["http://d.example.com/x.apk", "tricky", null, [texts.tricks.installs, texts.unknown]],
    ["https://t.me/abc", "unknown", null, [texts.telegram, texts.unknown]],
    ["example.vip:8080/a", "unknown", null, [texts.tricks.port, texts.cheap("vip"), texts.unknown]],
    ["www.example.com", "unknown", null, [texts.unknown]],
  ])("%s: %s", (text, verdict, of, reasons) => {
    expect(judged(text)).toMatchObject([{ verdict, of, reasons }]);
  });

  it("is never that it is safe, and never nothing", () => {
    for (const text of [
      "www.example.com",
      "t.cn/abc",
      "http://1.2.3.4/",
      "https://www.icbc.com.cn",
      "a-a.top",
      "tg://x",
    ])
      for (const { reasons } of judged(text)) {
        expect(reasons.length).toBeGreaterThan(0);
        expect(reasons.join("").replaceAll("不等于安全", "")).not.toMatch(/安全|放心|没问题/u);
      }
  });

  it("names the station's list first, for hosts below the listed one and for short links", () => {
    for (const text of ["http://abc.top/x", "m.abc.top", "ABC。top"])
      expect(judged(text, [entry])).toMatchObject([
        { verdict: "listed", reasons: [texts.listed(entry)] },
      ]);
    const short = { ...entry, value: "t.cn/A6xYz" };
    expect(judged("t.cn/A6xYz", [short])).toMatchObject([{ verdict: "listed" }]);
    expect(judged("t.cn/other", [short])).toMatchObject([{ verdict: "shortener" }]);
    expect(judged("xabc.top", [entry])).toMatchObject([{ verdict: "unknown" }]);
  });

  it("where somebody objects to an entry, only that it is looked into", () => {
    const [finding] = judged("http://abc.top/x", [{ ...entry, appealed: true }]);
    expect(finding).toMatchObject({ verdict: "unknown" });
    expect(finding!.reasons[0]).toBe(texts.appealed);
    expect(finding!.reasons.join("")).not.toContain(entry.reason);
  });

  it("shows an address in a form that does not become a link again", () => {
    for (const { shown } of judged(
      `http://abc.top/${"a.b".repeat(100)} www.example.com tg://resolve?x`,
    )) {
      expect(shown).not.toMatch(/[a-z]\.[a-z]|:\/\//);
      expect(shown.length).toBeLessThan(70);
    }
  });
});

describe("what is said of numbers, accounts and apps", () => {
  const said = (text: string, listed: Listed[] = []) =>
    namedFindings(namedIn(text), { known, listed });

  it.each<[string, string, string[]]>([
    ["96110打来的", "hotline", [texts.genuine("96110")]],
    ["0085212345678", "sign", [texts.signs.foreign, texts.missed("phone")]],
    ["4001234567", "sign", [texts.signs.rented, texts.missed("phone")]],
    ["13812345678", "unknown", [texts.missed("phone")]],
    ["加微信abc_123", "unknown", [texts.missed("account")]],
  ])("%s: %s", (text, verdict, reasons) => {
    expect(said(text)).toMatchObject([{ verdict, reasons }]);
  });

  it("an app is found whatever stands before its name, and shown by the name that is listed", () => {
    const app: Listed = {
      kind: "app",
      value: "云集宝",
      reason: "假理财",
      source: "通报",
      appealed: false,
    };
    expect(said("他让我弄那个云集宝软件", [app])).toMatchObject([
      { shown: "云集宝", verdict: "listed", reasons: [texts.listed(app)] },
    ]);
    expect(said("那个云集宝软件", [{ ...app, appealed: true }])[0]!.reasons).toEqual([
      texts.appealed,
      texts.missed("app"),
    ]);
  });
});
