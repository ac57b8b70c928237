import { expect, test } from "vitest";
import { problemTexts } from "../../src/texts/zh-cn/page.ts";
import { hidden, visitor } from "./browserless.ts";
import { fakeStation, textOf } from "./fakes.ts";

async function arrive(station = fakeStation()) {
  const li = visitor(station.app);
  const html = await li.read("/");
  return { ...station, li, html, nonce: hidden(html, "nonce") };
}

test("a message is handed in as the session's own and acknowledged", async () => {
  const { li, heard } = await arrive();
  const response = await li.json({ id: "client-0001", text: "身份证丢了咋整" });
  expect(response.status).toBe(202);
  expect(heard).toMatchObject([
    {
      channel: "web",
      chat: li.session(),
      key: `${li.session()}:client-0001`,
      content: { kind: "text", text: "身份证丢了咋整" },
    },
  ]);
});

test("a pressed button is handed in by its id", async () => {
  const { li, heard } = await arrive();
  expect((await li.json({ id: "client-0001", choice: "b1" })).status).toBe(202);
  expect(heard[0]!.content).toEqual({ kind: "press", choice: "b1" });
});

test("the same message posted five times happens once", async () => {
  const { li, heard, memory } = await arrive();
  const posts = Array.from({ length: 5 }, () => li.json({ id: "client-0001", text: "你好" }));
  for (const response of await Promise.all(posts)) expect(response.status).toBe(202);
  expect(heard).toHaveLength(1);
  expect(memory.of(li.session()).filter(({ type }) => type === "mine")).toHaveLength(1);
});

test.each([
  ["no JSON", "{"],
  ["no object", "[]"],
  ["null", "null"],
  ["no id", '{"text":"你好"}'],
  ["short id", '{"id":"1","text":"你好"}'],
  ["a number for a text", '{"id":"client-0001","text":5}'],
  ["text and choice", '{"id":"client-0001","text":"a","choice":"b"}'],
  ["something more", '{"id":"client-0001","text":"a","role":"officer"}'],
  ["a prototype", '{"id":"client-0001","__proto__":{"text":"a"}}'],
  ["very deep", `{"id":"client-0001","text":${"[".repeat(50_000)}${"]".repeat(50_000)}}`],
])("%s is answered with a sentence, not taken", async (_, body) => {
  const { li, heard } = await arrive();
  const response = await li.raw(body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ ok: false, sentence: problemTexts.broken });
  expect(heard).toEqual([]);
});

test("broken UTF-8 is answered with a sentence", async () => {
  const { li } = await arrive();
  const body = Buffer.concat([
    Buffer.from('{"id":"client-0001","text":"'),
    Buffer.from([0xc3, 0x28]),
    Buffer.from('"}'),
  ]);
  const response = await li.raw(new Uint8Array(body));
  expect(await response.json()).toMatchObject({ why: "broken", sentence: problemTexts.broken });
});

test("half characters and control characters do not get through", async () => {
  const { li, heard } = await arrive();
  await li.raw('{"id":"client-0001","text":"你\\ud800\\u0000好\\r\\n呀"}');
  expect(textOf(heard[0]!)).toBe("你\ufffd好\n呀");
});

test("a text longer than 16 KB is answered with a sentence; one just below is taken", async () => {
  const { li, heard } = await arrive();
  const long = await li.json({ id: "client-0001", text: "长".repeat(5462) });
  expect(long.status).toBe(413);
  expect(await long.json()).toMatchObject({ sentence: problemTexts.tooLong });
  const longer = await li.json({ id: "client-0001", text: "长".repeat(100_000) });
  expect(longer.status).toBe(413);
  expect(await longer.json()).toMatchObject({ sentence: problemTexts.tooLong });
  expect((await li.json({ id: "client-0001", text: "长".repeat(5461) })).status).toBe(202);
  expect(heard).toHaveLength(1);
});

test("too fast and store down say so, name 110, and take nothing", async () => {
  const { li, state, heard } = await arrive();
  state.refuse = "too-fast";
  const fast = await li.json({ id: "client-0001", text: "你好" });
  expect(fast.status).toBe(429);
  expect(fast.headers.get("retry-after")).toBe("5");
  expect((await fast.json()).sentence).toContain("110");
  state.refuse = "store-down";
  const down = await li.json({ id: "client-0001", text: "你好" });
  expect(down.status).toBe(503);
  expect((await down.json()).sentence).toContain("110");
  expect(heard).toEqual([]);
});

test("with the database gone an emergency still gets its card, with a script and without", async () => {
  const { li, state, memory, nonce } = await arrive();
  state.refuse = "store-down";
  memory.state.canRead = memory.state.canWrite = false;
  const line = new AbortController();
  const stream = await li.ask("/api/events?after=0", { signal: line.signal });
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await li.json({ id: "client-0001", text: "有急事" })).status).toBe(503);
  let heard = "";
  while (!heard.includes("马上打 110")) heard += (await reader.read()).value ?? "";
  expect(heard).not.toMatch(/^id:/m);
  await reader.cancel();

  const page = await li.form("/say", { nonce, urgent: "1" });
  expect(page.status).toBe(503);
  const html = await page.text();
  expect(html).toContain("马上打 110");
  expect(html).toContain('href="tel:110"');
  expect(html).toContain(problemTexts.storeDownForm);
});

test("events carry their number, begin after the cursor, and belong to the session", async () => {
  const { li, app, heard } = await arrive();
  await li.json({ id: "client-0001", text: "一" });
  await li.json({ id: "client-0002", text: "二" });
  expect(heard).toHaveLength(2);
  const events = async (headers: Record<string, string>, query = "") => {
    const response = await li.ask(`/api/events${query}`, { headers });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("听到了：二")) text += (await reader.read()).value ?? "";
    await reader.cancel();
    return [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
  };
  expect(await events({}, "?after=0")).toEqual([1, 2, 3, 4]);
  expect(await events({ "last-event-id": "2" }, "?after=0")).toEqual([3, 4]);
  expect(await events({}, "?after=-5")).toEqual([1, 2, 3, 4]);
  expect((await app.request("/api/events")).status).toBe(401);
});

test("without a script: typed, sent, and the reply is on the page that follows", async () => {
  const { li, nonce } = await arrive();
  const response = await li.form("/say", { nonce, text: "身份证丢了咋整" });
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("/#last");
  const html = await li.read("/");
  expect(html).toContain("听到了：身份证丢了咋整");
  expect(html).toMatch(/<article class="bubble" id="last"/);
});

test("without a script: a slow robot does not keep the page waiting", async () => {
  const station = await arrive(fakeStation({ replyWait: 20 }, () => {}));
  const response = await station.li.form("/say", { nonce: station.nonce, text: "你好" });
  expect(response.status).toBe(303);
});

test("without a script: a double tap is one message, another button of the same page is not", async () => {
  const { li, nonce, heard } = await arrive();
  await Promise.all([
    li.form("/say", { nonce, door: "问事" }),
    li.form("/say", { nonce, door: "问事" }),
  ]);
  await li.form("/say", { nonce, choice: "b1" });
  await li.form("/say", { nonce, choice: "b2" });
  expect(heard.map(textOf)).toEqual(["问事", "b1", "b2"]);
});

test("without a script: the urgent button comes first and loses nothing that was typed", async () => {
  const { li, nonce, heard } = await arrive();
  await li.form("/say", { nonce, urgent: "1", text: "有人撬门" });
  expect(heard.map(textOf)).toEqual(["我有急事", "有人撬门"]);
});

test("without a script: what cannot be taken is still in the field, with a sentence", async () => {
  const { li, nonce, state } = await arrive();
  state.refuse = "too-fast";
  const response = await li.form("/say", { nonce, text: "慢慢说 <b>" });
  expect(response.status).toBe(429);
  const html = await response.text();
  expect(html).toContain(problemTexts.tooFastForm);
  expect(html).toMatch(/<textarea[^>]*>慢慢说 &lt;b><\/textarea>|慢慢说 &lt;b&gt;<\/textarea>/);
});

test("without a script: broken UTF-8 and a missing nonce are a sentence", async () => {
  const { li, heard } = await arrive();
  const type = { origin: "http://localhost", "content-type": "application/x-www-form-urlencoded" };
  for (const body of ["nonce=id-00000001&text=%C3%28", "text=a", "nonce=%00&text=a"]) {
    const response = await li.ask("/say", { method: "POST", body, headers: type });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(problemTexts.broken);
  }
  expect(heard).toEqual([]);
});

test("a browser that keeps no cookie is told, with 110, and still gets its reply", async () => {
  const { app } = fakeStation();
  const response = await visitor(app).form("/say", { nonce: "id-00000001", text: "你好" });
  const html = await response.text();
  expect(html).toContain(problemTexts.noCookies);
  expect(html).toContain("听到了：你好");
});
