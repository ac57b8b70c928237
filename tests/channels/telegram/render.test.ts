import fc from "fast-check";
import { expect, it, test } from "vitest";
import { render } from "../../../src/channels/telegram/render.ts";
import { longest, split } from "../../../src/channels/telegram/split.ts";
import { parseHtml } from "../../support/bot-api/html.ts";
import { bots, connected, inTime, outgoing } from "./connected.ts";
import { naughty } from "./naughty.ts";

const slow = { timeout: 30_000 };

test(
  "every naughty string reaches the chat, none is dropped, and what is plain is unchanged",
  slow,
  async () => {
    const api = await bots();
    const li = api.user(5);
    const station = await connected(api);
    for (const [n, text] of naughty.entries()) {
      for (const kind of ["answer", "safety"] as const) {
        const sent = await station.channel.send(
          outgoing({ id: `${kind}${n}`, text, kind }),
          inTime(),
        );
        expect(sent, JSON.stringify(text)).toMatchObject({ ok: true });
      }
    }
    expect(li.hears().length).toBeGreaterThanOrEqual(naughty.length * 2);
    expect(
      api.calls.filter((call) => call.method === "sendMessage" && call.status !== 200),
    ).toEqual([]);
    const plain = naughty.filter(
      (text) =>
        /^[\x20-\x7e\u4e00-\u9fff]+$/.test(text) && text.trim() !== "" && text.length < longest,
    );
    const heard = new Set(li.hears());
    for (const text of plain) expect(heard).toContain(text.trim());
  },
);

const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom(...naughty),
  fc.constantFrom("&lt;", "<b>", "</b>", "&", "。", "\n", "好".repeat(5_000), "😀".repeat(3_000)),
);

test("any text becomes HTML that Telegram reads back as that text, in parts that fit", slow, () => {
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 6 }),
      fc.constantFrom("answer", "safety"),
      (some, kind) => {
        for (const { html, plain } of render(outgoing({ text: some.join(""), kind }))) {
          const read = parseHtml(html);
          expect(read.text).toBe(plain);
          expect(plain.length).toBeLessThanOrEqual(longest);
          expect(plain.trim()).not.toBe("");
        }
      },
    ),
    { numRuns: 5_000 },
  );
});

test(
  "cutting loses nothing but the white space where it cuts, and cuts no character in two",
  slow,
  () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 8 }),
        fc.integer({ min: 20, max: 300 }),
        (some, most) => {
          const text = some.join("").replace(/\p{Surrogate}/gu, "");
          const parts = split(text, most);
          for (const part of parts) {
            expect(part.length).toBeLessThanOrEqual(most);
            expect(part).not.toMatch(/\p{Surrogate}/u);
          }
          expect(parts.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        },
      ),
      { numRuns: 1_000 },
    );
  },
);

it("cuts behind a sentence, else behind a comma, else where it must", () => {
  expect(split("一二三四。五六七八。九十", 10)).toEqual(["一二三四。五六七八。", "九十"]);
  expect(split("他说：“好。”然后走了", 8)).toEqual(["他说：“好。”", "然后走了"]);
  expect(split("一二三四五六，七八九十", 9)).toEqual(["一二三四五六，", "七八九十"]);
  expect(split("一二三四五六七八九十", 4)).toEqual(["一二三四", "五六七八", "九十"]);
});
