import fc from "fast-check";
import { expect, test } from "vitest";
import { problemTexts } from "../../src/texts/zh-cn/page.ts";
import { hidden, visitor } from "./browserless.ts";
import { bareStation, bubble, entry, fakeStation, knowledgeOf, quietLog } from "./fakes.ts";

const pages = ["/", "/hotlines", "/privacy", "/offline", "/shell", "/entries/id-card-replace"];
const files = ["/app.css", "/app.js", "/sw.js", "/icon.svg", "/manifest.webmanifest"];
const others = ["/livez", "/readyz", "/nowhere", "/api/events", "/metrics"];

test.each([...pages, ...files, ...others])("%s carries all headers", async (path) => {
  const { headers } = await visitor(fakeStation().app).ask(path);
  const policy = headers.get("content-security-policy");
  for (const directive of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ])
    expect(policy).toContain(directive);
  expect(policy).not.toContain("unsafe");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("same-origin");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("permissions-policy")).toContain("geolocation=()");
  expect(headers.get("x-powered-by")).toBeNull();
});

test.each(pages)("%s has no script or style of its own in it", async (path) => {
  const html = await visitor(fakeStation().app).read(path);
  expect(html).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=/);
});

test("HTTPS is asked for good only where the station has such an address", async () => {
  const header = async (publicUrl: string | null) =>
    (await visitor(fakeStation({ publicUrl }).app).ask("/")).headers.get(
      "strict-transport-security",
    );
  expect(await header(null)).toBeNull();
  expect(await header("http://192.168.1.5")).toBeNull();
  expect(await header("https://sanwu.example.cn")).toContain("max-age");
});

test("the cookie: 128 bits, unreadable to scripts, a year, and strict over https", async () => {
  const plain = (await visitor(fakeStation().app).ask("/")).headers.get("set-cookie")!;
  expect(plain).toMatch(/^sanwu=[\w-]{22}\./);
  for (const flag of ["HttpOnly", "SameSite=Lax", "Max-Age=31536000", "Path=/"])
    expect(plain).toContain(flag);
  expect(plain).not.toContain("Secure");
  const secure = await visitor(fakeStation().app, "https://station").ask("/");
  expect(secure.headers.get("set-cookie")).toMatch(/^__Host-sanwu=.*; Secure/);
});

test("a proxy's word counts only where it is the station's own", async () => {
  const headers = { "x-forwarded-proto": "https" };
  const cookie = async (trustProxy: boolean) =>
    (await visitor(fakeStation({ trustProxy }).app).ask("/", { headers })).headers.get(
      "set-cookie",
    );
  expect(await cookie(true)).toMatch(/^__Host-/);
  expect(await cookie(false)).toMatch(/^sanwu=/);
});

test("a session not of our making is replaced, our own is kept", async () => {
  const { app } = fakeStation();
  const li = visitor(app);
  await li.read("/");
  const own = li.session();
  await li.read("/");
  expect(li.session()).toBe(own);
  const [, tag = ""] = [...li.jar.values()][0]!.split(".");
  const made = ["A".repeat(22), `${"A".repeat(22)}.${tag}`, `${own}.AAAA`, "", "a.b.c", "%00"];
  for (const value of made) {
    li.jar.set("sanwu", value);
    await li.read("/");
    expect(li.session()).not.toBe(value.split(".")[0]);
    expect(li.session()).toMatch(/^[\w-]{22}$/);
  }
  li.jar.set("sanwu", "A".repeat(22));
  expect((await li.json({ id: "client-0001", text: "你好" })).status).toBe(401);
});

test("sessions differ and survive a restart of the station", async () => {
  const li = visitor(fakeStation().app);
  await li.read("/");
  const wang = visitor(fakeStation().app);
  await wang.read("/");
  expect(li.session()).not.toBe(wang.session());
  const after = visitor(fakeStation().app);
  after.jar.set("sanwu", li.jar.get("sanwu")!);
  await after.read("/");
  expect(after.session()).toBe(li.session());
});

const changing = ["/api/messages", "/say", "/size", "/forget", "/nowhere"];

test.each(changing)("another site cannot make the browser post to %s", async (path) => {
  const { app, heard } = fakeStation();
  const li = visitor(app);
  const token = hidden(await li.read("/"), "token");
  const attacks: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "http://localhost:81" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { "sec-fetch-site": "cross-site", origin: "http://localhost" },
    { "sec-fetch-site": "same-origin", origin: "https://evil.example" },
    {},
  ];
  const bodies = ['{"id":"client-0001","text":"坏"}', "nonce=id-00000001&text=a"];
  for (const headers of attacks)
    for (const body of bodies)
      for (const type of ["application/json", "application/x-www-form-urlencoded", "text/plain"]) {
        const init = { method: "POST", body, headers: { ...headers, "content-type": type } };
        const response = await li.ask(path, init);
        expect(response.status).toBe(403);
        expect(await response.text()).toContain(problemTexts.otherSite);
      }
  const strangers = {
    method: "POST",
    body: bodies[1]!,
    headers: { origin: "https://evil.example" },
  };
  expect((await li.ask(`${path}?token=${token}`, strangers)).status).toBe(403);
  expect(heard).toEqual([]);
});

test("our own form is known by any one proof: the browser's word, its address, or the token", async () => {
  const { app, heard } = fakeStation({ publicUrl: "https://sanwu.example.cn" });
  const li = visitor(app, "http://192.168.1.5:8080");
  const html = await li.read("/");
  const token = hidden(html, "token");
  const type = { "content-type": "application/x-www-form-urlencoded" };
  const proofs: [string, Record<string, string>][] = [
    ["/say", { "sec-fetch-site": "same-origin" }],
    ["/say", { origin: "http://192.168.1.5:8080" }],
    ["/say", { origin: "https://sanwu.example.cn" }],
    [`/say?token=${token}`, {}],
    [`/say?token=${token}`, { origin: "null" }],
  ];
  for (const [path, headers] of proofs) {
    const body = `nonce=${hidden(html, "nonce")}&text=${heard.length}`;
    const response = await li.ask(path, { method: "POST", body, headers: { ...headers, ...type } });
    expect(response.status).toBe(303);
  }
  expect(heard).toHaveLength(proofs.length);
  const wang = visitor(app, "http://192.168.1.5:8080");
  await wang.read("/");
  const init = { method: "POST", body: "nonce=id-00000001&text=a", headers: type };
  expect((await wang.ask(`/say?token=${token}`, init)).status).toBe(403);
});

const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  "</textarea><script>alert(1)</script>",
  "</title><script>alert(1)</script>",
  "javascript:alert(1)",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "{{constructor.constructor('alert(1)')()}}",
  "\u2028\u2029\u0000<!--",
  "<a href='javascript:alert(1)'>点</a>",
];

test("nobody's words become markup, wherever they stand", async () => {
  const anything = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary" }));
  await fc.assert(
    fc.asyncProperty(anything, async (words) => {
      const evil = entry("id-card-replace", {
        ...{ title: words, short: words, verify: [words], questions: ["身份证丢了怎么补"] },
        sections: [{ facet: "材料", text: words }],
        sources: [{ title: words, number: words, article: words, inForceFrom: words }],
        reviewed: { by: words, on: words, againBy: words },
      });
      const station = {
        ...bareStation,
        name: words,
        address: words,
        phone: words,
        checkedOn: words,
      };
      const { app, chat, memory } = fakeStation({ knowledge: knowledgeOf([evil], station) });
      const li = visitor(app);
      await li.read("/");
      memory.addMine(li.session(), "m1", words);
      const choices = [{ id: "c1", label: words }];
      const said = bubble(li.session(), "b1", { text: words, choices });
      await chat.channel.send(said, new AbortController().signal);
      for (const path of pages) {
        const html = await li.read(path);
        const tags = new Set([...html.matchAll(/<([a-z]+[0-9]?)[\s>/]/gi)].map(([, tag]) => tag));
        for (const tag of ["img", "iframe", "object", "embed", "style", "base"])
          expect(tags).not.toContain(tag);
        expect(html.match(/<script/g)).toHaveLength(1);
        expect(html).not.toMatch(/<[^>]+ on\w+=|href="(?!\/|#|tel:|sms:|https:\/\/www\.weather)/);
      }
    }),
    { numRuns: 25, examples: hostile.map((words) => [words]) },
  );
});

test("a fault is one plain sentence; the log has its place and not its words", async () => {
  const { app, options } = fakeStation();
  options.knowledge.entry = () => {
    throw new Error("身份证号 152127199001011234");
  };
  const li = visitor(fakeStation({ knowledge: options.knowledge }).app);
  quietLog.lines.length = 0;
  const response = await li.ask("/entries/id-card-replace");
  expect(response.status).toBe(500);
  const html = await response.text();
  expect(html).toContain(problemTexts.failed);
  expect(html).not.toMatch(/152127|at .*\.ts/);
  expect(JSON.stringify(quietLog.lines)).toContain("security.test.ts");
  expect(JSON.stringify(quietLog.lines)).not.toContain("152127");
  expect((await app.request("/api/nowhere")).headers.get("content-type")).toContain("json");
});

test("a fault while a message is taken says 110 to the page's script", async () => {
  const { app } = fakeStation({
    receive: async () => {
      throw new Error("boom");
    },
  });
  const li = visitor(app);
  await li.read("/");
  const response = await li.json({ id: "client-0001", text: "你好" });
  expect(response.status).toBe(500);
  expect((await response.json()).sentence).toContain("110");
});
