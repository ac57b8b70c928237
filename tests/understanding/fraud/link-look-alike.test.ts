import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostOf } from "../../../src/understanding/fraud/host.ts";
import { lookAlike, ownerOf } from "../../../src/understanding/fraud/look-alike.ts";
import { shippedHosts } from "./known-hosts.ts";

const known = shippedHosts();
const judged = (written: string) => {
  const host = hostOf(written)!;
  const owner = ownerOf(host, known);
  return owner ? { owner: owner.name } : lookAlike(host, known);
};

/** Letters and what is confused with them, from UTS #39's list: written out here on their own. */
const confused: Record<string, string[]> = {
  a: ["\u0430", "\u03b1", "\u0251", "4"],
  b: ["\u044c", "\u13cf", "8"],
  c: ["\u0441", "\u03f2", "\u1d04"],
  d: ["\u0501", "\u0257", "cl"],
  e: ["\u0435", "\u04bd", "\u212e", "3"],
  g: ["\u0261", "\u0581", "9"],
  h: ["\u04bb", "\u0570", "\u0397"],
  i: ["\u0456", "\u0131", "1", "l", "\u03b9"],
  j: ["\u0458", "\u03f3"],
  k: ["\u043a", "\u03ba", "\u039a"],
  l: ["1", "\u04cf", "i", "\u0142"],
  m: ["rn", "\u043c", "\u039c"],
  n: ["\u0578", "\u057c", "\u039d"],
  o: ["0", "\u043e", "\u03bf", "\u0585", "\u03c3"],
  p: ["\u0440", "\u03c1"],
  q: ["\u051b", "\u0563"],
  r: ["\u0433", "\u1d26"],
  s: ["\u0455", "5", "\ua731", "\u0405"],
  t: ["\u0442", "\u03c4", "\u03a4"],
  u: ["\u057d", "\u03c5", "\u028b", "\u1d1c", "\u0531"],
  v: ["\u03bd", "\u0475"],
  w: ["vv", "\u051d", "\u0461"],
  x: ["\u0445", "\u03c7"],
  y: ["\u0443", "\u03b3", "\u04af", "\u03a5"],
  z: ["\u1d22"],
  0: ["o", "\u043e"],
  1: ["l", "i", "\u0456"],
  2: ["z"],
  5: ["s"],
};

/** Every way to swap one or two characters of the owner's label. */
function homographs(host: string): string[] {
  const { label, domain, before } = hostOf(host)!;
  if (before.length > 0) return [];
  const tail = domain.slice(label.length);
  const once = (word: string): string[] =>
    [...word].flatMap((letter, i) =>
      (confused[letter] ?? []).map((other) => word.slice(0, i) + other + word.slice(i + 1)),
    );
  const first = once(label);
  const twice = first
    .filter((_, i) => i % 3 === 0)
    .flatMap((word) => once(word).filter((_, i) => i % 4 === 0));
  return [...new Set([...first, ...twice])]
    .filter((word) => word !== label)
    .map((word) => word + tail);
}

describe("homographs of the hosts that we know", () => {
  const generated = known
    .filter(({ host }) => !host.endsWith("gov.cn"))
    .flatMap(({ host }) => homographs(host))
    .filter((host) => !ownerOf(hostOf(host)!, known));

  it("are found, 99 of 100 at least", () => {
    // Two or three plain letters that look like two or three others are somebody's own name.
    const wanted = generated.filter((host) => {
      const { label } = hostOf(host)!;
      return label.length > 3 || /[^\u0000-\u007F]/.test(label);
    });
    expect(wanted.length).toBeGreaterThan(4_000);
    const missed = wanted.filter((host) => judged(host) === null);
    expect(missed.length / wanted.length, missed.slice(0, 40).join(" ")).toBeLessThanOrEqual(0.01);
  }, 60_000);

  it("of the government's are too", () => {
    for (const host of [
      "g0v.cn",
      "ɡov.cn",
      "gоv.cn",
      "xn--gv-fmc.cn",
      "mof.g0v.cn",
      "abc.gov.cn.com",
    ])
      expect(judged(host), host).toMatchObject({ how: "name" });
  });
});

describe("what is genuine", () => {
  const word = fc.stringMatching(/^[a-z]{2,12}$/);

  it("is no look-alike: 2,000 hosts under gov.cn, and every host that we know with whatever is below it", () => {
    const states = fc.sample(fc.array(word, { minLength: 1, maxLength: 3 }), {
      numRuns: 2_000,
      seed: 7,
    });
    const wrong = states
      .map((labels) => `${labels.join(".")}.gov.cn`)
      .filter((host) => !("owner" in (judged(host) ?? {})));
    expect(wrong).toEqual([]);
    for (const { host, name } of known)
      for (const before of ["", "www.", "m.", "95588."])
        expect(judged(`${before}${host}`), host).toEqual({ owner: name });
  }, 60_000);

  it.each([
    ...[
      "www.example.com",
      "nmgxhw.cn",
      "hlbe.com",
      "school.edu.cn",
      "abc-school.com",
      "boc.org",
      "strip.com",
    ],
    ...[
      "12308.com",
      "datamap.com",
      "sinaloa.com",
      "opportunity.com",
      "vipkid.com",
      "pineapple.cn",
      "apply.com",
    ],
    ...[
      "government.com",
      "www.gov.uk",
      "abc.gov.hk",
      "haosou.com",
      "jdcloud-img.net",
      "example.top",
      "xinwen.top",
    ],
    ...["1.2.3.4", "mongol.cn", "blog.people.fr", "sf.net", "qq-club.org"],
  ])("%s is nobody's double", (host) => {
    expect(judged(host)).toBeNull();
  });
});

describe("whose name is borrowed", () => {
  it.each<[string, string | null]>([
    ["95588.icbc-safe.top", "工商银行"],
    ["icbc.top", "工商银行"],
    ["icbcbank.vip", "工商银行"],
    ["www.icbc.com.cn.abc.top", "工商银行"],
    ["icbc.abc.top", "工商银行"],
    ["ccb-safe.top", "建设银行"],
    ["jd-kefu.top", "京东"],
    ["wap10086.com", "中国移动"],
    ["10O86.cn", "中国移动"],
    ["l2306.cn", "铁路12306"],
    ["tao-bao.com", "淘宝"],
    ["taoba0.com", "淘宝"],
    ["alipay.secure-login.cc", "支付宝"],
    ["pinduodou.com", "拼多多"],
    ["bankofchlna.com", "中国银行"],
    ["sfexpress.com", "顺丰"],
    ["abchnia.com", "农业银行"],
    ["shebao-gov.cn", "社保局"],
    ["chinatax-gov.vip", "税务局"],
    ["工商银行积分.com", "工商银行"],
    ["etc-gov.top", null],
    ["gov.cn.abc.top", null],
    ["12333.gov.cn.abc.top", "社保局"],
    ["rnicrosoft.com", "微软"],
  ])("%s: %s", (host, of) => {
    expect(judged(host)).toMatchObject({ of });
  });

  it("one slip of typing in a longer name is noticed", () => {
    for (const { host, name, imitated } of known) {
      const { label, domain, before } = hostOf(host)!;
      if (
        !imitated ||
        host.endsWith(".gov.cn") ||
        before.length > 0 ||
        label.length < 6 ||
        /\d|-/.test(label)
      )
        continue;
      for (let i = 1; i < label.length - 1; i++)
        for (const slip of [
          label.slice(0, i) + label.slice(i + 1),
          `${label.slice(0, i)}${label[i]}${label.slice(i)}`,
          label.slice(0, i) + label[i + 1] + label[i] + label.slice(i + 2),
          `${label.slice(0, i)}q${label.slice(i + 1)}`,
        ])
          if (slip !== label)
            expect(judged(slip + domain.slice(label.length)), slip).toMatchObject({
              of: expect.any(String),
            });
      expect(name).not.toBe("");
    }
  }, 60_000);
});

describe("judging a host", () => {
  it("is quick", () => {
    const host = hostOf(`${"icbc-".repeat(12)}a.${"abc.".repeat(10)}top`)!;
    lookAlike(host, known);
    const before = process.cpuUsage();
    for (let i = 0; i < 20; i++) lookAlike(host, known);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(100);
  });
});
