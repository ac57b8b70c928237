import fc from "fast-check";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { bots, connected, inbox, quick, recordingLog, soon } from "./connected.ts";
import { startTelegram } from "../../../src/channels/telegram/telegram.ts";

const secret = "a-secret-of-the-station";

/** A station behind a web server at a path, told to Telegram. */
async function behindWeb() {
  const api = await bots({ webhookRetry: 5 });
  const app = new Hono();
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  onTestFinished(() => void server.close());
  await soon(() => expect(server.address()).not.toBeNull());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram/webhook`;
  const box = inbox();
  const station = await connected(api, { webhook: { secret, url }, receive: box.receive });
  app.all("/telegram/webhook", (context) => station.webhook!(context.req.raw));
  return { api, url, station: { ...station, box } };
}

const update = (id: number, words: string) => ({
  update_id: id,
  message: { message_id: 1, chat: { id: 5, type: "private" }, text: words },
});

/** The route alone, without Telegram: it is not there. */
async function route() {
  const box = inbox();
  const log = recordingLog();
  const telegram = await startTelegram({
    token: "7001:a-token-of-nobody",
    apiRoot: "http://127.0.0.1:9",
    proxy: null,
    webhook: { secret, url: "https://example.org/telegram/webhook" },
    receive: box.receive,
    clock: { now: () => 0 },
    chance: () => 0,
    log,
    offset: { read: async () => 0, write: async () => {} },
    waits: quick,
  });
  onTestFinished(() => telegram.stop());
  const post = async (body: RequestInit["body"], header: string | null = secret, query = "") => {
    const answer = await telegram.webhook!(
      new Request(`https://example.org/telegram/webhook${query}`, {
        method: "POST",
        headers: header === null ? {} : { "x-telegram-bot-api-secret-token": header },
        body: body ?? null,
      }),
    );
    return answer.status;
  };
  return { box, log, post, handle: telegram.webhook! };
}

describe("with Telegram", () => {
  it("asks for updates by post, with the secret, and takes them in order", async () => {
    const { api, url, station } = await behindWeb();
    await soon(() => expect(api.webhook()?.url).toBe(url));
    const set = api.calls.find((call) => call.method === "setWebhook")!.params;
    expect(set).toMatchObject({
      secret_token: secret,
      allowed_updates: expect.arrayContaining(["message"]),
    });
    for (let n = 0; n < 200; n++) api.user((n % 3) + 1).says(String(n));
    await soon(() => expect(station.box.kept).toHaveLength(200));
    for (const chat of ["1", "2", "3"]) {
      const got = station.box.kept
        .filter((one) => one.chat === chat)
        .map(({ key }) => Number(key.slice(2)));
      expect(got).toEqual(got.toSorted((a, b) => a - b));
    }
    expect(api.counts.get("getUpdates")).toBeUndefined();
    expect(station.status()).toMatchObject({ mode: "webhook", trouble: null });
  });

  it("gets an update again until it is stored", async () => {
    const { api, station } = await behindWeb();
    await soon(() => expect(api.webhook()).not.toBeNull());
    station.box.down = true;
    api.user(5).says("一");
    await soon(() => expect(station.box.batches).toBeGreaterThan(1));
    expect(api.webhook()!.pending).toBe(1);
    station.box.down = false;
    await soon(() => expect(station.box.texts()).toEqual(["一"]));
    await soon(() => expect(api.webhook()!.pending).toBe(0));
  });
});

it("takes its webhook back when another program has taken it, and outlives an outage", async () => {
  const { api, url, station } = await behindWeb();
  await soon(() => expect(api.webhook()?.url).toBe(url));
  await fetch(`${api.url}/bot${api.token}/deleteWebhook`);
  api.user(5).says("一");
  await soon(() => expect(station.box.texts()).toEqual(["一"]));
  await api.down();
  await soon(() => expect(station.status().trouble).toBe("unreachable"));
  await api.up();
  await soon(() => expect(station.status().trouble).toBeNull());
  api.user(5).says("二");
  await soon(() => expect(station.box.texts()).toEqual(["一", "二"]));
});

describe("the route", () => {
  it("keeps one of five equal posts", async () => {
    const { box, post } = await route();
    const codes = await Promise.all(
      Array.from({ length: 5 }, () => post(JSON.stringify(update(1, "一")))),
    );
    expect(codes).toEqual([200, 200, 200, 200, 200]);
    expect(box.texts()).toEqual(["一"]);
  });

  it("does not care for a query string", async () => {
    const { box, post } = await route();
    expect(await post(JSON.stringify(update(1, "一")), secret, "?x=1")).toBe(200);
    expect(box.texts()).toEqual(["一"]);
  });

  it("answers 503 while the store is down, 200 to what nobody can use", async () => {
    const { box, post, log } = await route();
    box.down = true;
    expect(await post(JSON.stringify(update(1, "一")))).toBe(503);
    expect(await post("{}")).toBe(200);
    expect(log.lines.map(({ what }) => what)).toContain("telegram update skipped");
  });

  it("refuses other methods, large bodies and what is not JSON", async () => {
    const { box, post, handle } = await route();
    expect((await handle(new Request("https://example.org/telegram/webhook"))).status).toBe(405);
    expect(await post("{")).toBe(400);
    expect(await post("7")).toBe(400);
    expect(await post("[]")).toBe(400);
    expect(await post(null)).toBe(400);
    expect(await post(JSON.stringify(update(1, "长".repeat(100_000))))).toBe(413);
    expect(box.kept).toEqual([]);
  });

  it("stops reading a body without end at its limit", async () => {
    const { handle } = await route();
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent++;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const answer = await handle(
      new Request("https://example.org/telegram/webhook", {
        method: "POST",
        headers: { "x-telegram-bot-api-secret-token": secret },
        body: endless,
        duplex: "half",
      } as RequestInit),
    );
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(10);
  });

  it(
    "lets none of 10,000 posts with a wrong secret in, reads none of their bodies, and logs one line",
    { timeout: 30_000 },
    async () => {
      const { box, post, log, handle } = await route();
      const wrong = fc.oneof(
        fc.constant(null),
        fc.constantFrom(
          "",
          " ",
          `${secret}x`,
          secret.slice(1),
          secret.toUpperCase(),
          `"${secret}"`,
        ),
        fc.stringMatching(/^[\x21-\x7e]{0,40}$/),
      );
      await fc.assert(
        fc.asyncProperty(wrong, fc.oneof(fc.json(), fc.string()), async (header, body) => {
          if (header === secret) return;
          expect(await post(body, header)).toBe(401);
        }),
        { numRuns: 10_000 },
      );
      expect(box.batches).toBe(0);
      expect(log.lines.filter(({ what }) => what.includes("secret"))).toHaveLength(1);

      const request = new Request("https://example.org/telegram/webhook", {
        method: "POST",
        body: "{}",
      });
      expect((await handle(request)).status).toBe(401);
      expect(request.bodyUsed).toBe(false);
    },
  );
});
