import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { parseHtml } from "./html.ts";
import { type BotApiOptions, startBotApi } from "./server.ts";

async function serving(options: BotApiOptions = {}) {
  const api = await startBotApi(options);
  onTestFinished(() => api.stop());
  const call = async (method: string, params: object = {}, token = api.token) => {
    const answer = await fetch(`${api.url}/bot${token}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(params),
    });
    return (await answer.json()) as {
      ok: boolean;
      // oxlint-disable-next-line typescript/no-explicit-any -- results differ by method; tests name the fields
      result?: any;
      error_code?: number;
      description?: string;
      parameters?: object;
    };
  };
  const control = async (path: string, body?: object) => {
    const answer = await fetch(
      `${api.url}/control/${path}`,
      body ? { method: "POST", body: JSON.stringify(body) } : {},
    );
    // oxlint-disable-next-line typescript/no-explicit-any -- as above
    return (await answer.json()) as any;
  };
  return { api, call, control };
}

describe("getUpdates", () => {
  it("gives the same updates until a higher offset confirms them", async () => {
    const { api, call } = await serving();
    for (const text of ["一", "二", "三"]) api.user(5).says(text);
    const ids = async (params: object) =>
      (await call("getUpdates", params)).result.map(
        (update: { update_id: number }) => update.update_id,
      );
    expect(await ids({})).toEqual([1, 2, 3]);
    expect(await ids({ limit: 2 })).toEqual([1, 2]);
    expect(await ids({ offset: 3 })).toEqual([3]);
    expect(await ids({ offset: 1 })).toEqual([3]);
    expect(await ids({ offset: -1 })).toEqual([3]);
    expect(await ids({ offset: 4 })).toEqual([]);
  });

  it("waits for the next update", async () => {
    const { api, call } = await serving();
    const waiting = call("getUpdates", { timeout: 5 });
    await vi.waitFor(() => expect(api.counts.get("getUpdates")).toBe(1), 20_000);
    api.user(5).says("一");
    expect((await waiting).result).toHaveLength(1);
  });

  it("gives only the kinds that were asked for", async () => {
    const { api, call } = await serving();
    await call("getUpdates", { allowed_updates: ["callback_query"] });
    expect(api.user(5).says("一")).toBeNull();
  });

  it("is ended by a second one, and refused while a webhook is set", async () => {
    const { api, call } = await serving();
    const first = call("getUpdates", { timeout: 5 });
    await vi.waitFor(() => expect(api.counts.get("getUpdates")).toBe(1), 20_000);
    await call("getUpdates");
    expect(await first).toMatchObject({
      ok: false,
      error_code: 409,
      description: /terminated by other getUpdates/,
    });
    await call("setWebhook", { url: "http://127.0.0.1:9/" });
    expect(await call("getUpdates")).toMatchObject({
      error_code: 409,
      description: /webhook is active/,
    });
    await call("deleteWebhook");
    expect(await call("getUpdates")).toMatchObject({ ok: true });
  });
});

describe("sendMessage", () => {
  it.each([
    [{ chat_id: 6 }, 400, "Bad Request: chat not found"],
    [{ text: "" }, 400, "Bad Request: message text is empty"],
    [{ text: " \u200b " }, 400, "Bad Request: text must be non-empty"],
    [{ text: "x".repeat(4_097) }, 400, "Bad Request: message is too long"],
    [
      { text: "<b>x", parse_mode: "HTML" },
      400,
      "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ],
    [
      {
        text: "x",
        reply_markup: { inline_keyboard: [[{ text: "x", callback_data: "码".repeat(22) }]] },
      },
      400,
      "Bad Request: BUTTON_DATA_INVALID",
    ],
  ])("refuses %j", async (params, error_code, description) => {
    const { api, call } = await serving();
    api.user(5);
    expect(await call("sendMessage", { chat_id: 5, text: "x", ...params })).toEqual({
      ok: false,
      error_code,
      description,
    });
  });

  it("takes 4,096 characters after its entities are read", async () => {
    const { api, call } = await serving();
    api.user(5);
    const text = `<b>${"&amp;".repeat(4_096)}</b>`;
    expect(await call("sendMessage", { chat_id: 5, text, parse_mode: "HTML" })).toMatchObject({
      ok: true,
    });
  });

  it("is limited where limits are on", async () => {
    const { api, call } = await serving({ limits: { perChat: 1, overall: 30 } });
    api.user(5);
    const answers = [];
    for (let n = 0; n < 3; n++) answers.push(await call("sendMessage", { chat_id: 5, text: "x" }));
    expect(answers.some((answer) => answer.error_code === 429)).toBe(true);
    expect(answers.at(-1)!.parameters ?? { retry_after: 1 }).toEqual({ retry_after: 1 });
  });
});

it("refuses a wrong token, and knows no method that is not there", async () => {
  const { call } = await serving();
  expect(await call("getMe", {}, "1:wrong")).toMatchObject({
    error_code: 401,
    description: "Unauthorized",
  });
  expect(await call("getMe", {}, "wrong")).toMatchObject({
    error_code: 404,
    description: "Not Found",
  });
  expect(await call("getNothing")).toMatchObject({ error_code: 404 });
});

it("edits only what can be edited and does change", async () => {
  const { api, call } = await serving();
  const li = api.user(5);
  li.says("一");
  const inline = { inline_keyboard: [[{ text: "好", callback_data: "c" }]] };
  const { message_id } = (
    await call("sendMessage", { chat_id: 5, text: "a", reply_markup: inline })
  ).result;
  const keyed = (
    await call("sendMessage", { chat_id: 5, text: "b", reply_markup: { keyboard: [["好"]] } })
  ).result;
  const edit = async (params: object) =>
    (await call("editMessageText", { chat_id: 5, message_id, text: "a", ...params })).description;
  expect(await edit({ reply_markup: inline })).toMatch(/message is not modified/);
  expect(await edit({ message_id: 999 })).toMatch(/message to edit not found/);
  expect(await edit({ message_id: li.lastMessage() })).toMatch(/message can't be edited/);
  expect(await edit({ message_id: keyed.message_id })).toMatch(/message can't be edited/);
  expect(await edit({ text: "c" })).toBeUndefined();
  expect(li.hears()).toEqual(["c", "b"]);
  expect(await call("deleteMessage", { chat_id: 5, message_id })).toMatchObject({ ok: true });
  expect(li.hears()).toEqual(["b"]);
});

it("takes one answer to a press, of 200 characters", async () => {
  const { api, call } = await serving();
  api.user(5);
  await call("sendMessage", {
    chat_id: 5,
    text: "x",
    reply_markup: { inline_keyboard: [[{ text: "好", callback_data: "c" }]] },
  });
  const { callback } = api.user(5).clicks("好");
  const answer = async (text: string) =>
    (await call("answerCallbackQuery", { callback_query_id: callback, text })).description;
  expect(await answer("长".repeat(201))).toMatch(/MESSAGE_TOO_LONG/);
  expect(await answer("好")).toBeUndefined();
  expect(await answer("好")).toMatch(/query is too old/);
});

it("sends media as a form or by id, and gives files", async () => {
  const { api, call } = await serving();
  api.user(5);
  expect(await call("sendPhoto", { chat_id: 5, photo: "id", caption: "看" })).toMatchObject({
    ok: true,
  });
  expect(await call("sendPhoto", { chat_id: 5 })).toMatchObject({
    description: /there is no photo/,
  });
  const form = new FormData();
  form.set("chat_id", "5");
  form.set("document", new Blob(["abc"]), "a.txt");
  const answer = await fetch(`${api.url}/bot${api.token}/sendDocument`, {
    method: "POST",
    body: form,
  });
  expect(answer.status).toBe(200);
  api.world.files.set("f1", Buffer.from("你好"));
  const { file_path } = (await call("getFile", { file_id: "f1" })).result;
  expect(await (await fetch(`${api.url}/file/bot${api.token}/${file_path}`)).text()).toBe("你好");
});

it.each([
  ["a<b>c</b>", "ac", [{ type: "bold", offset: 1, length: 1 }]],
  ["&lt;b&gt; &amp; &quot; &#65; &#x42; &copy;", '<b> & " A B &copy;', []],
  [
    '<a href="http://x.y/">x</a>',
    "x",
    [{ type: "text_link", offset: 0, length: 1, url: "http://x.y/" }],
  ],
])("reads %s as Telegram does", (html, text, entities) => {
  expect(parseHtml(html)).toEqual({ text, entities });
});

it.each([
  ["好<x>", 'Unsupported start tag "x" at byte offset 3'],
  ["</b>", "Unexpected end tag at byte offset 0"],
  ["<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
  ["a<", "Unclosed start tag at byte offset 1"],
  [
    "<b x>y</b>",
    'Expected equal sign in declaration of an attribute of the tag "b" at byte offset 0',
  ],
])("refuses %s as Telegram does", (html, what) => {
  expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${what}`);
});

it("fails as it is told to, and as often", async () => {
  const { api, call } = await serving({ seed: 3 });
  api.faults.next("getMe", { kind: "status", code: 502 }, 2);
  const codes = [];
  for (let n = 0; n < 3; n++) codes.push((await call("getMe")).error_code);
  expect(codes).toEqual([502, 502, undefined]);
  api.faults.rates([{ method: "*", probability: 0.3, fault: { kind: "status", code: 500 } }]);
  let failed = 0;
  for (let n = 0; n < 200; n++) if (!(await call("getMe")).ok) failed++;
  expect(failed).toBeGreaterThan(30);
  expect(failed).toBeLessThan(90);
  api.faults.heal();
  expect(await call("getMe")).toMatchObject({ ok: true });
});

it("is steered from another process", async () => {
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  const process = spawn("npx", ["tsx", main, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  onTestFinished(() => void globalThis.process.kill(-process.pid!, "SIGKILL"));
  const [line] = (await once(process.stdout, "data")) as [Buffer];
  const { url, token } = JSON.parse(line.toString()) as { url: string; token: string };
  const json = async (path: string, body?: object) =>
    (await (
      await fetch(
        url + path,
        body
          ? {
              method: "POST",
              body: JSON.stringify(body),
              headers: { "content-type": "application/json" },
            }
          : {},
      )
    ).json()) as unknown;
  const bot = (method: string, body: object) => json(`/bot${token}/${method}`, body);
  expect(
    await json("/control/people", [
      { user: 5, says: "一" },
      { user: 6, sends: "photo" },
    ]),
  ).toEqual({ updates: [1, 2] });
  expect(await bot("getUpdates", { offset: 2 })).toMatchObject({ result: [{}] });
  await bot("sendMessage", { chat_id: 5, text: "答" });
  await json("/control/faults", {
    next: [{ method: "sendMessage", fault: { kind: "status", code: 500 } }],
  });
  expect(await bot("sendMessage", { chat_id: 5, text: "再" })).toMatchObject({ ok: false });
  expect(await json("/control/done?after=0")).toMatchObject([
    { seq: 1, chat: 5, what: "send", text: "答" },
  ]);
  expect(await json("/control/chats/5")).toMatchObject({
    messages: [{ text: "一" }, { text: "答" }],
  });
  expect(await json("/control/state")).toMatchObject({
    pending: 1,
    confirmed: 2,
    lastUpdate: 2,
    done: 1,
  });
});
