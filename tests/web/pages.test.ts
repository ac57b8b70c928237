import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { frameTexts, mostAsked, pageTexts, problemTexts } from "../../src/texts/zh-cn/page.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { offlineEntries } from "../../src/web/offline-entries.ts";
import { visitor } from "./browserless.ts";
import { bareStation, entry, fakeStation, fullStation, knowledgeOf } from "./fakes.ts";

test("everything that a first visit loads is at most 25 KB", async () => {
  const li = visitor(fakeStation().app);
  let bytes = 0;
  for (const path of ["/", "/app.css", "/app.js", "/manifest.webmanifest", "/icon.svg", "/sw.js"])
    bytes += gzipSync(await li.read(path)).length;
  expect(bytes).toBeGreaterThan(5000);
  expect(bytes).toBeLessThan(25 * 1024);
});

test("the page is there before its script is made, and names the script's version afterwards", async () => {
  const made = loadAssets();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let isMade = false;
  const bundle = async () => {
    await held;
    isMade = true;
    return made.bundle();
  };
  const assets = { ...made, bundle, script: () => (isMade ? made.script() : null) };
  const li = visitor(fakeStation({ assets }).app);
  expect(await li.read("/")).toContain('src="/app.js"');
  const asked = li.ask("/app.js");
  release();
  const script = await asked;
  expect(script.headers.get("cache-control")).toBe("no-cache");
  const html = await li.read("/");
  const versioned = /src="(\/app\.js\?v=\w+)"/.exec(html)![1]!;
  expect((await li.ask(versioned)).headers.get("cache-control")).toContain("immutable");
  const etag = script.headers.get("etag")!;
  expect((await li.ask("/app.js", { headers: { "if-none-match": etag } })).status).toBe(304);
});

test("the script needs no newer language than phones of 2017 have", async () => {
  const script = await visitor(fakeStation().app).read("/app.js");
  expect(script).not.toMatch(
    /\?\?=|\?\.\w|\.toSorted\(|\.with\(|\.at\(-?\d|\.replaceAll\(|\.flatMap\(/,
  );
  expect(script).not.toMatch(/eval\(|new Function|randomUUID/);
});

test("pages compressed for whoever asks, words as they are for whoever does not", async () => {
  const li = visitor(fakeStation().app);
  const packed = await li.ask("/", { headers: { "accept-encoding": "gzip" } });
  expect(packed.headers.get("content-encoding")).toBe("gzip");
  expect((await li.ask("/")).headers.get("content-encoding")).toBeNull();
});

test("an empty conversation greets, says what it is not, and opens six doors", async () => {
  const html = await visitor(fakeStation().app).read("/");
  for (const words of ["恩和边境派出所", "机器人", "我不是110", "验证码", "共享屏幕"])
    expect(html).toContain(words);
  for (const door of ["问事", "办事预约", "查诈骗", "反映问题", "找民警"])
    expect(html).toContain(`>${door}</button>`);
  expect(html).toContain('aria-label="我有急事"');
  for (const [number] of frameTexts.hotlineBar) expect(html).toContain(`href="tel:${number}"`);
  expect(html).toContain('href="/privacy"');
});

test("the foot names the station and what it has not filled in, and invents no number", async () => {
  const bare = await visitor(fakeStation().app).read("/");
  expect(bare).toContain("电话、地址、上班时间、核对日期");
  expect(bare).not.toContain(frameTexts.footerPhone);
  const knowledge = knowledgeOf([], fullStation);
  const full = await visitor(fakeStation({ knowledge }).app).read("/");
  expect(full).toContain('href="tel:04706901110"');
  expect(full).toContain("周一至周五 08:30—17:30");
  expect(full).not.toContain(frameTexts.missingLead);
  expect(full).toContain("以派出所答复为准");
});

test("the telephone book has the station's own numbers only where they are known", async () => {
  const bare = await visitor(fakeStation().app).read("/hotlines");
  for (const number of ["110", "119", "120", "96110", "12345", "12348", "12338", "12356"])
    expect(bare).toContain(`href="tel:${number}"`);
  expect(bare).not.toContain("sms:");
  const knowledge = knowledgeOf([], fullStation);
  expect(await visitor(fakeStation({ knowledge }).app).read("/hotlines")).toContain(
    'href="sms:12110470"',
  );
});

test("an entry in full: every facet, where it is written, what is still to be checked", async () => {
  const html = await visitor(fakeStation().app).read("/entries/id-card-replace");
  for (const words of ["材料", "步骤", "时限", "费用", "《居民身份证法》第十一条", "2012-01-01"])
    expect(html).toContain(words);
  for (const words of [pageTexts.entry.verify, "本所实际几天出证", "以派出所答复为准"])
    expect(html).toContain(words);
});

test("an entry that is no longer in force says so first", async () => {
  const old = entry("old", { effective: { from: null, to: "2026-11-23" } });
  const today = entry("today", { effective: { from: "2026-11-24", to: "2026-11-24" } });
  const li = visitor(fakeStation({ knowledge: knowledgeOf([old, today]) }).app);
  expect(await li.read("/entries/old")).toContain(pageTexts.entry.notInForce);
  expect(await li.read("/entries/today")).not.toContain(pageTexts.entry.notInForce);
});

test("an unknown page is a sentence and the numbers", async () => {
  for (const path of ["/nowhere", "/entries/none", "/metrics", "/entries/..%2f..%2fetc"]) {
    const response = await visitor(fakeStation().app).ask(path);
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain(problemTexts.notFound);
    expect(html).toContain('href="tel:110"');
  }
});

test("without a network: the named entries, or those that answer what is asked most", () => {
  const many = mostAsked.map((question, at) => entry(`e${at}`, { questions: [question] }));
  const knowledge = knowledgeOf(many);
  expect(offlineEntries(knowledge)).toHaveLength(20);
  expect(offlineEntries(knowledge)[0]!.id).toBe("e0");
  expect(offlineEntries(knowledge, ["e7", "none", "e2"]).map(({ id }) => id)).toEqual(["e7", "e2"]);
  expect(offlineEntries(knowledgeOf([]))).toEqual([]);
});

test("a question that two sentences ask is kept once", () => {
  const both = entry("both", { questions: mostAsked.slice(0, 2) });
  expect(offlineEntries(knowledgeOf([both]))).toHaveLength(1);
});

test("the copy for the time without a network holds nobody's words", async () => {
  const li = visitor(fakeStation().app);
  await li.read("/");
  await li.json({ id: "client-0001", text: "我的秘密" });
  expect(await li.read("/")).toContain("我的秘密");
  const shell = await li.ask("/shell");
  expect(await shell.text()).not.toContain("我的秘密");
  expect(shell.headers.get("set-cookie")).toBeNull();
});

test("the worker's version follows the knowledge and the page's own files", async () => {
  const worker = (release: string) =>
    visitor(fakeStation({ knowledge: { ...knowledgeOf([]), release } }).app).read("/sw.js");
  const [one, same, other] = [await worker("1"), await worker("1"), await worker("2")];
  expect(one).toBe(same);
  expect(one).not.toBe(other);
});

test("the size of the text is remembered without a script, and leads back only to our own pages", async () => {
  const li = visitor(fakeStation().app);
  expect(await li.read("/")).toContain('class="size-20"');
  const larger = { step: "larger", back: "/hotlines" };
  expect((await li.form("/size", larger)).headers.get("location")).toBe("/hotlines");
  await li.form("/size", larger);
  await li.form("/size", larger);
  expect(await li.read("/privacy")).toContain('class="size-30"');
  for (const back of ["//evil.example", "https://evil.example", "/\\evil.example", "/x", ""])
    expect((await li.form("/size", { step: "smaller", back })).headers.get("location")).toBe("/");
  expect(await li.read("/")).toContain('class="size-18"');
});

test("a conversation can be cleared from a phone", async () => {
  const li = visitor(fakeStation().app);
  await li.read("/");
  await li.json({ id: "client-0001", text: "我的秘密" });
  expect((await li.form("/forget", {})).headers.get("location")).toBe("/");
  expect(await li.read("/")).not.toContain("我的秘密");
});

test("the privacy page promises days only where it was told how many", async () => {
  expect(await visitor(fakeStation({ keepDays: 90 }).app).read("/privacy")).toContain("90天");
  expect(await visitor(fakeStation().app).read("/privacy")).toContain(
    pageTexts.privacy.keptUnknown,
  );
});

test("a station whose store is broken says that only the telephone works", async () => {
  const html = await visitor(fakeStation({ emergencyOnly: true }).app).read("/");
  expect(html).toContain(problemTexts.emergencyOnly);
});

test("a history that cannot be read is said, not hidden", async () => {
  const { app, memory } = fakeStation();
  memory.state.canRead = false;
  expect(await visitor(app).read("/")).toContain(problemTexts.historyGone);
});

test("health for machines, figures for who has the token", async () => {
  const metricsToken = "0123456789abcdef";
  const health = {
    live: () => true,
    ready: async () => ({ ok: false, checks: { store: false } }),
    metrics: async () => "sanwu_up 1\n",
  };
  const { app } = fakeStation({ metricsToken, health });
  expect((await app.request("/livez")).status).toBe(200);
  const ready = await app.request("/readyz");
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({ ok: false, checks: { store: false } });
  const figures = (authorization: string) =>
    app.request("/metrics", { headers: { authorization } });
  expect((await app.request("/metrics")).status).toBe(401);
  expect((await figures(`Bearer ${metricsToken}x`)).status).toBe(401);
  const right = await figures(`Bearer ${metricsToken}`);
  expect(await right.text()).toBe("sanwu_up 1\n");
});

test("Telegram's calls reach the webhook as they are, without our cookie or our proof", async () => {
  const seen: string[] = [];
  const telegramWebhook = async (request: Request) => {
    seen.push(`${request.headers.get("x-telegram-bot-api-secret-token")} ${await request.text()}`);
    return new Response(null, { status: 200 });
  };
  const init = {
    method: "POST",
    body: '{"update_id":1}',
    headers: { "x-telegram-bot-api-secret-token": "s", "content-type": "application/json" },
  };
  const { app } = fakeStation({ telegramWebhook });
  expect((await app.request("/telegram/webhook", init)).status).toBe(200);
  expect(seen).toEqual(['s {"update_id":1}']);
  const long = { ...init, body: "x".repeat(1024 * 1024 + 1) };
  expect((await app.request("/telegram/webhook", long)).status).toBe(413);
  expect((await fakeStation().app.request("/telegram/webhook", init)).status).toBe(404);
});

test("a bare station is no reason to fail", async () => {
  const li = visitor(fakeStation({ knowledge: knowledgeOf([], bareStation) }).app);
  for (const path of ["/", "/hotlines", "/offline", "/privacy"])
    expect((await li.ask(path)).status).toBe(200);
});
