import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { trouble } from "../../src/flows/trouble.ts";
import { problemTexts } from "../../src/texts/zh-cn/page.ts";
import { longestBody } from "../../src/web/message-body.ts";
import { startBotApi } from "../support/bot-api/server.ts";
import { entry, knowledgeOf } from "../web/fakes.ts";
import { naughtyTexts } from "./naughty.ts";
import { openOnTelegram } from "./station-on-telegram.ts";
import { launchStation } from "./station-process.ts";

it(
  "every naughty text on Telegram gets a word, and none breaks a turn",
  { timeout: 60_000 },
  async () => {
    const api = await startBotApi();
    onTestFinished(() => api.stop());
    const { records, log } = await openOnTelegram(api, {
      knowledge: knowledgeOf([entry("replace")]),
    });
    const person = (n: number) => api.user(n + 1);
    naughtyTexts.forEach((text, n) => person(n).says(text));
    await vi.waitFor(() => expect(records).toHaveLength(naughtyTexts.length), { timeout: 40_000 });
    await vi.waitFor(
      () => {
        const unheard = naughtyTexts.filter((_, n) => person(n).hears().length === 0);
        expect(unheard.map((text) => text.slice(0, 40))).toEqual([]);
      },
      { timeout: 10_000, interval: 100 },
    );
    const broken = naughtyTexts.filter((_, n) =>
      person(n)
        .hears()
        .some((text) => text.includes(trouble().text)),
    );
    expect(broken).toEqual([]);
    expect(log.lines.filter(({ level }) => level === "error")).toEqual([]);
  },
);

it(
  "every naughty body on the page gets a clear refusal or a reply",
  { timeout: 90_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "sanwu-naughty-"));
    const station = await launchStation(join(folder, "data"), { LOG_LEVEL: "warn" });
    onTestFinished(async () => {
      await station.end("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    });
    const url = `http://127.0.0.1:${station.port}`;
    let posts = 0;
    let cookie = "";
    const post = async (path: string, type: string, body: BodyInit) => {
      // Nobody may write more than twenty times a minute.
      if (posts++ % 15 === 0)
        cookie = (await fetchAgain(url, {})).headers.get("set-cookie")!.split(";")[0]!;
      const headers = { "content-type": type, cookie, origin: url };
      return fetchAgain(url + path, { method: "POST", headers, body, redirect: "manual" });
    };
    let n = 0;
    const bodies: BodyInit[] = [
      ...naughtyTexts.map((text) => JSON.stringify({ id: `naughty-${++n}`, text })),
      ...naughtyTexts.filter((text) => text.length < 5_000),
      JSON.stringify({ id: "proto-type", text: "x", __proto__: { a: 1 }, constructor: 1 }),
      '{"id":"proto-typo","text":"x","__proto__":{"a":1}}',
      JSON.stringify({ id: ["a"], text: { $gt: "" } }),
      JSON.stringify({ id: "a-choice-1", choice: "../../1" }),
      Buffer.from([0xff, 0xfe, 0x00, 0xd8]),
      Buffer.from('{"id":"half-utf-8","text":"\xe4\xbd"}', "latin1"),
      "[".repeat(100_000),
    ];
    for (const body of bodies) {
      const answer = await post("/api/messages", "application/json", body);
      expect([202, 400, 413, 503]).toContain(answer.status);
      const said = (await answer.json()) as { ok: boolean; sentence?: string };
      if (!said.ok) expect(said.sentence).toMatch(/\p{Script=Han}/u);
    }
    for (const text of naughtyTexts) {
      const form = new URLSearchParams({ nonce: `form-of-${++n}`, text }).toString();
      const answer = await post("/say", "application/x-www-form-urlencoded", form);
      expect([200, 303, 400, 413]).toContain(answer.status);
      expect(await answer.text()).not.toMatch(/<script>alert|at .*\.ts:/);
    }
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    expect(station.log()).not.toMatch(/"level":50/);
  },
);

/** A body far over the limit is not read to its end: the connection is closed under the next request, or under itself. */
async function fetchAgain(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    return fetch(url, init).catch((error: unknown) => {
      if (typeof init.body !== "string" || Buffer.byteLength(init.body) <= longestBody) throw error;
      return Response.json({ ok: false, sentence: problemTexts.tooLong }, { status: 413 });
    });
  }
}
