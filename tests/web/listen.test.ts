import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Hono } from "hono";
import { listen } from "../../src/web/listen.ts";
import { fakeStation } from "./fakes.ts";

const folder = mkdtempSync(join(tmpdir(), "sanwu-tls-"));
const tls = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
beforeAll(() => {
  const subject = ["-subj", "/CN=localhost", "-days", "2", "-nodes", "-newkey", "ec"];
  const curve = ["-pkeyopt", "ec_paramgen_curve:prime256v1"];
  const files = ["-keyout", tls.key, "-out", tls.cert];
  execFileSync("openssl", ["req", "-x509", ...subject, ...curve, ...files], { stdio: "ignore" });
});
afterAll(() => rmSync(folder, { recursive: true }));

const local = { port: 0, host: "127.0.0.1", tls: null };

test("closing ends open pages' streams and lets a request in hand finish", async () => {
  const { app, send } = fakeStation();
  const whole = new Hono();
  let slowIsIn = (): void => {};
  const inHand = new Promise<void>((resolve) => (slowIsIn = resolve));
  whole.get("/slow", async (c) => {
    slowIsIn();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return c.text("done");
  });
  whole.route("/", app);
  const server = await listen(whole, local);
  const url = `http://127.0.0.1:${server.port}`;
  const cookie = (await fetch(url)).headers.get("set-cookie")!.split(";")[0]!;
  const stream = await fetch(`${url}/api/events`, { headers: { cookie } });
  await send(cookie.slice(6, 28))({ text: "你好" });
  const reader = stream.body!.getReader();
  await reader.read();
  const slow = fetch(`${url}/slow`);
  await inHand;
  const closed = server.close();
  const ended = (async () => {
    while (!(await reader.read()).done);
  })().catch(() => {});
  expect(await (await slow).text()).toBe("done");
  await Promise.all([closed, ended]);
  await expect(fetch(url)).rejects.toThrow();
});

test("a page that goes away is not talked to any more; a question for headers holds no line", async () => {
  const { chat, ...station } = fakeStation();
  let listening = 0;
  const events: typeof chat.events = async function* (...args) {
    listening++;
    try {
      yield* chat.events(...args);
    } finally {
      listening--;
    }
  };
  const { app } = fakeStation({ ...station.options, chat: { ...chat, events } });
  const server = await listen(app, local);
  const url = `http://127.0.0.1:${server.port}`;
  const cookie = (await fetch(url)).headers.get("set-cookie")!.split(";")[0]!;
  await fetch(`${url}/api/events`, { method: "HEAD", headers: { cookie } });
  expect(listening).toBe(0);
  const lines = Array.from({ length: 20 }, () => new AbortController());
  for (const { signal } of lines) await fetch(`${url}/api/events`, { headers: { cookie }, signal });
  await vi.waitFor(() => expect(listening).toBe(20), { timeout: 20_000, interval: 10 });
  for (const line of lines) line.abort();
  await vi.waitFor(() => expect(listening).toBe(0), { timeout: 20_000, interval: 10 });
  await server.close();
});

test("a socket on which nothing was ever asked does not keep the station from closing", async () => {
  const server = await listen(fakeStation().app, local);
  const socket = connect(server.port, "127.0.0.1");
  await once(socket, "connect");
  const ended = once(socket, "close");
  await Promise.all([server.close(), ended]);
  expect(socket.destroyed).toBe(true);
});

test("a taken port is an error that names it", async () => {
  const { app } = fakeStation();
  const server = await listen(app, local);
  await expect(listen(app, { ...local, port: server.port })).rejects.toThrow(/EADDRINUSE/);
  await server.close();
});

test("with TLS files of its own the station is https, cookie and all", async () => {
  const server = await listen(fakeStation().app, { ...local, tls });
  const headers = await new Promise<NodeJS.Dict<string | string[]>>((resolve, reject) => {
    const options = { port: server.port, host: "127.0.0.1", rejectUnauthorized: false };
    request(options, (response) => {
      response.resume();
      resolve(response.headers);
    })
      .on("error", reject)
      .end();
  });
  expect(headers["set-cookie"]?.[0]).toMatch(/^__Host-sanwu=/);
  await server.close();
});
