import { describe, expect, it } from "vitest";
import { telegramTexts } from "../../../src/texts/zh-cn/telegram.ts";
import { bots, connected, inTime, outgoing } from "./connected.ts";

/** A station whose only business is to send to user 5. */
async function sending() {
  const api = await bots();
  const li = api.user(5);
  const station = await connected(api);
  const send = (more: Parameters<typeof outgoing>[0] = {}) =>
    station.channel.send(outgoing(more), inTime());
  const calls = (method: string) => api.calls.filter((call) => call.method === method);
  return { api, li, station, send, calls };
}

describe("a message", () => {
  it("shows its text with the six keys under the input field, and no link preview", async () => {
    const { li, send, calls } = await sending();
    const sent = await send({ text: "1 < 2 & <b>不是</b>粗体" });
    expect(li.hears()).toEqual(["1 < 2 & <b>不是</b>粗体"]);
    const [shown] = li.sees();
    expect(sent).toEqual({ ok: true, message: String(shown!.message_id) });
    expect(shown!.entities).toEqual([]);
    expect(shown!.markup.keyboard).toEqual(telegramTexts.keys);
    expect(shown!.markup.persistent).toBe(true);
    expect(calls("sendMessage")[0]!.params["link_preview_options"]).toEqual({ is_disabled: true });
  });

  it("has its first line bold if it is a safety card, and names every number to call", async () => {
    const { li, send } = await sending();
    await send({ kind: "safety", text: "马上打 110\n别开门 & 别出声", calls: ["110", "12356"] });
    const [shown] = li.sees();
    expect(shown!.entities).toEqual([{ type: "bold", offset: 0, length: 7 }]);
    expect(shown!.text.split("\n").slice(0, 2)).toEqual(["马上打 110", "别开门 & 别出声"]);
    expect(shown!.text.match(/110/g)).toHaveLength(1);
    expect(shown!.text).toContain("12356：");
  });

  it("says that it comes again", async () => {
    const { li, send } = await sending();
    await send({ kind: "safety", text: "马上打 110\n别出声", again: true });
    expect(li.hears()).toEqual([`马上打 110${telegramTexts.again}\n别出声`]);
  });

  it("has its choices as buttons, two a row, long ones alone", async () => {
    const { li, send } = await sending();
    const labels = ["身份证", "户口", "租房子要办居住证吗怎么办", "预约", "找民警", "返回"];
    await send({ choices: labels.map((label, n) => ({ id: `c${n}`, label })) });
    const rows = li.sees()[0]!.markup.inline!;
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ["身份证", "户口"],
      ["租房子要办居住证吗怎么办"],
      ["预约", "找民警"],
      ["返回"],
    ]);
    expect(rows.flat().map((button) => button.callback_data)).toEqual(
      labels.map((_, n) => `c${n}`),
    );
  });

  it("throws on a choice that cannot be a button: that is a fault of ours", async () => {
    const { send } = await sending();
    await expect(send({ choices: [{ id: "码".repeat(22), label: "好" }] })).rejects.toThrow(/64/);
    await expect(send({ choices: [{ id: "", label: "好" }] })).rejects.toThrow(/64/);
    await send({ choices: [{ id: "c".repeat(64), label: "好" }] });
  });

  it("keeps its keys off the input field of a whole group", async () => {
    const { api, send } = await sending();
    api.group(-100);
    await send({ chat: "-100" });
    expect([...api.world.chat(-100).messages.values()][0]!.markup.keyboard).toBeNull();
  });

  it("longer than Telegram allows comes in parts, whole, with the buttons under the last", async () => {
    const { li, send } = await sending();
    const text = "这是一句话&<>。".repeat(1_200);
    const sent = await send({ text, choices: [{ id: "c1", label: "好" }] });
    expect(sent).toEqual({ ok: true, message: null });
    const shown = li.sees();
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.map((one) => one.text).join("")).toBe(text);
    for (const one of shown) expect(one.text).toMatch(/。$/);
    expect(shown.map((one) => one.markup.inline !== null)).toEqual([
      ...shown.slice(1).map(() => false),
      true,
    ]);
  });

  it("in parts goes on behind the part that arrived when it is tried again", async () => {
    const { api, li, send } = await sending();
    const text = "这是一句话。".repeat(1_600);
    await send({ text: "在", id: "m0" });
    api.faults.rates([{ method: "sendMessage", probability: 0.5, fault: { kind: "drop" } }]);
    for (let tries = 0; !(await send({ text })).ok; tries++) expect(tries).toBeLessThan(50);
    expect(li.hears().slice(1).join("")).toBe(text);
  });
});

describe("a message that takes the place of another", () => {
  const choices = [{ id: "c1", label: "好" }];

  it("changes it", async () => {
    const { li, send } = await sending();
    const first = await send({ text: "在查", choices });
    const message = first.ok ? first.message : null;
    expect(await send({ text: "查到了", choices, replaces: { id: "m1", message } })).toEqual(first);
    expect(li.hears()).toEqual(["查到了"]);
    expect(li.sees()[0]!.markup.inline).not.toBeNull();
    expect(await send({ text: "查到了", choices, replaces: { id: "m1", message } })).toEqual(first);
    expect(await send({ text: "没有按钮了", replaces: { id: "m1", message } })).toEqual(first);
    expect(li.sees()[0]!.markup.inline).toBeNull();
  });

  it.each([
    "deleted",
    "unknown",
    "not a number",
    "under the six keys",
    "too long now",
    "not known to us",
  ])("is sent anew where that one is %s", async (why) => {
    const { api, li, send } = await sending();
    const first = await send({
      text: "在查",
      ...(why === "under the six keys" ? {} : { choices }),
    });
    const known = first.ok ? first.message : null;
    if (why === "deleted") api.world.chat(5).messages.get(Number(known))!.deleted = true;
    const message =
      why === "unknown"
        ? "999"
        : why === "not a number"
          ? "x"
          : why === "not known to us"
            ? null
            : known;
    const text = why === "too long now" ? "查到了。".repeat(1_500) : "查到了。";
    const sent = await send({ text, choices, replaces: { id: "m1", message } });
    expect(sent.ok && sent.message).not.toBe(known);
    expect(li.hears().join("").endsWith(text)).toBe(true);
  });

  it("waits, and is not sent twice, where the change could not reach Telegram", async () => {
    const { api, li, send } = await sending();
    const first = await send({ text: "在查", choices });
    const message = first.ok ? first.message : null;
    api.faults.next("editMessageText", { kind: "status", code: 502 });
    expect(await send({ text: "好", choices, replaces: { id: "m1", message } })).toEqual({
      ok: false,
      why: "later",
      after: null,
    });
    expect(li.hears()).toEqual(["在查"]);
  });
});

describe("what the sender is told", () => {
  it("gone, where nobody is there any more", async () => {
    const { api, li, send } = await sending();
    li.blocks();
    expect(await send()).toMatchObject({ ok: false, why: "gone", detail: /blocked/ });
    li.leaves();
    expect(await send()).toMatchObject({ ok: false, why: "gone", detail: /deactivated/ });
    expect(await send({ chat: "77" })).toMatchObject({ ok: false, why: "gone" });
    api.group(-100).kicks();
    expect(await send({ chat: "-100" })).toMatchObject({ ok: false, why: "gone" });
  });

  it("later, after the time that Telegram names", async () => {
    const { api, li, send } = await sending();
    api.faults.next("sendMessage", { kind: "status", code: 429, retryAfter: 17 });
    expect(await send()).toEqual({ ok: false, why: "later", after: 17_000 });
    expect(li.hears()).toEqual([]);
  });

  it.each([
    { kind: "status", code: 500 },
    { kind: "status", code: 502 },
    { kind: "status", code: 401, description: "Unauthorized" },
    { kind: "drop" },
    { kind: "drop-after" },
    { kind: "garbage" },
    { kind: "hang" },
  ] as const)("later, where Telegram answers with $kind $code", async (fault) => {
    const api = await bots();
    api.user(5);
    const station = await connected(api, { waits: { call: 150, poll: 0 } });
    api.faults.next("sendMessage", fault);
    expect(await station.channel.send(outgoing(), inTime())).toEqual({
      ok: false,
      why: "later",
      after: null,
    });
    expect(await station.channel.send(outgoing(), inTime())).toMatchObject({ ok: true });
  });

  it("later, where the sender gave up waiting", async () => {
    const { api, station } = await sending();
    api.faults.next("sendMessage", { kind: "hang" });
    const sent = await station.channel.send(outgoing(), AbortSignal.timeout(50));
    expect(sent).toEqual({ ok: false, why: "later", after: null });
    const aborted = await station.channel.send(outgoing(), AbortSignal.abort());
    expect(aborted).toEqual({ ok: false, why: "later", after: null });
  });

  it("refused, where Telegram will never take it", async () => {
    const { api, send } = await sending();
    const description = "Bad Request: something of tomorrow";
    api.faults.next("sendMessage", {
      kind: "reply",
      body: JSON.stringify({ ok: false, error_code: 400, description }),
    });
    expect(await send()).toEqual({ ok: false, why: "refused", detail: description });
  });

  it("nothing of formatting trouble: the text goes out plain", async () => {
    const { api, li, send, calls } = await sending();
    api.faults.next("sendMessage", { kind: "status", code: 400 });
    expect(await send({ kind: "safety", text: "打 110 & 跑" })).toMatchObject({ ok: true });
    expect(li.hears()).toEqual(["打 110 & 跑"]);
    expect(calls("sendMessage")[1]!.params["parse_mode"]).toBeUndefined();
  });

  it("nothing of a group that became a supergroup: it is followed", async () => {
    const { api, send, calls } = await sending();
    api.group(-100).upgrade(-1_001);
    expect(await send({ chat: "-100" })).toMatchObject({ ok: true });
    expect(await send({ chat: "-100" })).toMatchObject({ ok: true });
    expect(api.world.chat(-1_001).messages.size).toBe(2);
    expect(calls("sendMessage")).toHaveLength(3);
  });
});
