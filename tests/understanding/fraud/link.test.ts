import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linksIn } from "../../../src/understanding/fraud/link.ts";

const hosts = (text: string) => linksIn(text).map(({ host }) => host?.seen ?? null);
const tricks = (text: string) => linksIn(text).flatMap((link) => link.tricks);

describe("an address in a message", () => {
  it.each<[string, string, string?]>([
    ["点击xxx.top/ab领取", "xxx.top", "/ab"],
    ["请登录 https://www.icbc.com.cn/login 查看。", "www.icbc.com.cn", "/login"],
    ["HTTPS://WWW.ICBC.COM.CN/Login", "www.icbc.com.cn", "/Login"],
    ["（网址：icbc-safe.top）", "icbc-safe.top"],
    ["【工商银行】登录95588.icbc-safe.top/a?b=1，逾期作废", "95588.icbc-safe.top", "/a?b=1"],
    ["www。icbc。com。cn", "www.icbc.com.cn"],
    ["ｗｗｗ．ｉｃｂｃ－ｓａｆｅ．ｃｏｍ／ａ", "www.icbc-safe.com", "/a"],
    ["abc．top／x", "abc.top", "/x"],
    ["abc。top", "abc.top"],
    ["ab\u200bc.to\u2060p/a", "abc.top", "/a"],
    ["abc . top / ab", "abc.top", "/ab"],
    ["abc(点)top", "abc.top"],
    ["abc【点】top", "abc.top"],
    ["abc[.]top/x", "abc.top", "/x"],
    ["abc dot top", "abc.top"],
    ["abc点com点cn", "abc.com.cn"],
    ["打开百度点com", "打开百度.com"],
    ["工商银行.top", "工商银行.top"],
    ["http://中国银行.com/", "中国银行.com", "/"],
    ["xn--80ak6aa92e.com", "аррӏе.com"],
    ["http://abc.com点击领取", "abc.com"],
    ["http://abc.com。请您尽快", "abc.com"],
    ["https://abc.top】快点", "abc.top"],
    ["http://user:pw@abc.top:8443/x", "abc.top", "/x"],
    ["icbc.com.cn@abc.top/x", "abc.top", "/x"],
    ["http://3232235777/", "192.168.1.1", "/"],
    ["http://0x7f.1/", "127.0.0.1", "/"],
    ["http://0300.0250.1.1/", "192.168.1.1", "/"],
    ["192.168.1.1:8080/a", "192.168.1.1", "/a"],
    ["http://[::1]:80/a", "[::1]", "/a"],
    ["http://%61bc.top/", "abc.top", "/"],
    ["http:\\\\abc.top\\x", "abc.top", "\\x"],
    ["t.cn/A6xYz", "t.cn", "/A6xYz"],
    ["abc.top/a.b).", "abc.top", "/a.b"],
  ])("%s", (text, host, path = "") => {
    expect(linksIn(text).map((link) => [link.host?.seen, link.path])).toEqual([[host, path]]);
  });

  it("that leads to no host is found as well", () => {
    for (const text of ["tg://resolve?domain=abc", "javascript:alert(1)", "intent:#x;end"])
      expect(linksIn(text)).toMatchObject([{ host: null, tricks: ["script"] }]);
  });

  it.each([
    "一共3.5元，2026.11.24到期，12.5%",
    "版本v1.2.3，下周升级",
    "Hello. Me too, see you.",
    "发到me@qq.com或者li.si@163.com",
    "好的.公司有人吗",
    "把readme.md和表格.xls发我",
    "去了。来了。走了。",
    "tel:13812345678",
    "八点我到，三点你到",
    "1.2.3.4",
    "",
  ])("is not seen in: %s", (text) => {
    expect(hosts(text)).toEqual([]);
  });

  it("comes once however often it stands there, all in the order of their places", () => {
    expect(hosts("a-a.top b-b.top http://c-c.top a-a.top")).toEqual([
      "a-a.top",
      "b-b.top",
      "c-c.top",
    ]);
    expect(hosts("http://aa.com,http://bb.com;再看cc.net")).toEqual(["aa.com", "bb.com", "cc.net"]);
  });
});

describe("its tricks", () => {
  it.each<[string, string[]]>([
    ["http://icbc.com.cn@abc.top/", ["name-before"]],
    ["http://1.2.3.4/", ["ip"]],
    ["http://3232235777/", ["odd-ip"]],
    ["http://іcbc.com.cn/", ["mixed-letters"]],
    ["http://аррӏе.com/", ["foreign-letters"]],
    ["ic\u200bbc.top", ["hidden"]],
    ["icbc(点)top", ["split"]],
    ["http://%69cbc.top/", ["encoded"]],
    ["http://d.abc.vip/x.apk", ["installs"]],
    ["abc.com:8080/a", ["port"]],
    ["https://abc.com:443/a", []],
    ["https://工商银行.com/", []],
    ["https://www.abc.com/a?b=c#d", []],
  ])("%s: %j", (text, expected) => {
    expect(tricks(text)).toEqual(expected);
  });
});

describe("laws", () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9]{2,12}$/);
  const host = fc
    .tuple(
      fc.array(label, { minLength: 1, maxLength: 3 }),
      fc.constantFrom("com", "cn", "top", "com.cn", "vip"),
    )
    .map(([labels, ending]) => [...labels, ending].join("."));

  it("a host is found between Chinese words, with and without scheme", () => {
    fc.assert(
      fc.property(host, fc.constantFrom("", "http://", "https://"), (name, scheme) => {
        expect(hosts(`请点击${scheme}${name}/x领取`)).toEqual([name]);
        expect(hosts(`请点击 ${scheme}${name} 领取`)).toEqual([name]);
      }),
    );
  });

  it("however its dots are written and whatever nobody sees stands in it", () => {
    const dots = fc.constantFrom(".", "．", "｡", "(点)", "[.]", "【点】", "․");
    const unseen = fc.constantFrom("", "\u200b", "\u00ad", "\u2060", "\ufeff", "\u202e");
    fc.assert(
      fc.property(label, fc.constantFrom("com", "top"), dots, unseen, (name, ending, dot, gap) => {
        const middle = `${name.slice(0, 2)}${gap}${name.slice(2)}`;
        expect(hosts(`登录${middle}${dot}${ending}/a`)).toEqual([`${name}.${ending}`]);
      }),
    );
  });

  it("reading never throws, and what is shown holds nothing unseen", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom(
        ".",
        "。",
        "点",
        "//",
        "http://",
        "@",
        ":",
        "xn--",
        "%",
        "[",
        "]",
        "\u200b",
        "com",
        "top",
        "工行",
        "а",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const { shown } of linksIn(pieces.join("")))
          expect(shown).not.toMatch(/[\p{Cf}\p{Cc}]/u);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);
});

describe("hostile words of 10 KB", () => {
  const hostile = [
    ...[
      "a",
      "a.",
      "a-",
      "点.",
      ".com",
      "请打开",
      "a . ",
      "a[点",
      "a@",
      "http://",
      "中a.",
      "\u200b",
    ],
    ...[
      "xn--",
      "www。",
      "ab.cd:",
      `${"x".repeat(63)}.`,
      "ab.top/",
      "http://a.b@",
      "%41",
      "://",
      "[[",
      "0x",
      "а",
    ],
    ...[
      "http://icbc-safe.top/",
      "ab.top ",
      "工.",
      "1.",
      "javascript:",
      ".点",
      "。a",
      "a/",
      "a#",
      "\\",
    ],
  ];

  /** Processor time, so that other tests beside this one do not count. Unit: ms. */
  const cpuOf = (work: () => void): number => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };

  it("never hang: whatever grows faster than its length would take seconds", () => {
    for (const piece of hostile) linksIn(piece.repeat(200));
    const slow = hostile.flatMap((piece) => {
      const text = piece.repeat(Math.ceil(10_240 / piece.length)).slice(0, 10_240);
      const took = Math.min(...[1, 2, 3, 4, 5].map(() => cpuOf(() => linksIn(text))));
      return took > 200 ? [`${piece}: ${took.toFixed(1)} ms`] : [];
    });
    expect(slow).toEqual([]);
  }, 60_000);
});
