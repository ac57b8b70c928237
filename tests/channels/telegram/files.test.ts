import { describe, expect, it } from "vitest";
import { jpeg, ogg, webm } from "../../support/media-samples.ts";
import { bots, connected, inTime, outgoing, soon } from "./connected.ts";

const photo = (bytes: Uint8Array = jpeg, mime = "image/jpeg") =>
  outgoing({ media: { ref: "file:x", kind: "photo", file: { mime, bytes } } });
const voice = (bytes: Uint8Array, mime: string) =>
  outgoing({ media: { ref: "file:y", kind: "voice", file: { mime, bytes } } });

describe("a file of ours", () => {
  it("goes to a chat with its words, byte for byte, under a name of ours", async () => {
    const api = await bots();
    const { channel } = await connected(api);
    const li = api.user(5);
    expect(await channel.send(photo(), inTime())).toMatchObject({ ok: true });
    const shown = li.sees().at(-1)!;
    expect(shown).toMatchObject({
      kind: "photo",
      text: "带户口本来。",
      file: { name: "photo.jpg" },
    });
    expect(shown.file!.bytes.equals(Buffer.from(jpeg))).toBe(true);
    await channel.send(voice(ogg(), "audio/ogg"), inTime());
    expect(li.sees().at(-1)).toMatchObject({ kind: "voice", file: { type: "audio/ogg" } });
    await channel.send(voice(webm, "audio/webm"), inTime());
    expect(li.sees().at(-1)).toMatchObject({ kind: "document", file: { name: "voice.webm" } });
  });

  it("stands behind words that are too long to stand under it", async () => {
    const api = await bots();
    const { channel } = await connected(api);
    const li = api.user(5);
    await channel.send({ ...photo(), text: "长".repeat(1_500) }, inTime());
    expect(li.sees().map(({ kind }) => kind)).toEqual(["text", "photo"]);
  });

  it("goes as a document where Telegram takes it for no picture", async () => {
    const api = await bots();
    const { channel } = await connected(api);
    const li = api.user(5);
    await channel.send(photo(new Uint8Array(Buffer.from("no picture at all"))), inTime());
    expect(li.sees().at(-1)).toMatchObject({ kind: "document", text: "带户口本来。" });
  });

  it("waits where Telegram says so, and is not for somebody who is gone", async () => {
    const api = await bots();
    const { channel } = await connected(api);
    const li = api.user(5);
    api.faults.next("sendPhoto", { kind: "status", code: 429, retryAfter: 7 });
    expect(await channel.send(photo(), inTime())).toEqual({
      ok: false,
      why: "later",
      after: 7_000,
    });
    li.blocks();
    expect(await channel.send(photo(), inTime())).toMatchObject({ ok: false, why: "gone" });
  });
});

describe("a file of somebody's", () => {
  it("is fetched by its name", async () => {
    const api = await bots();
    const { channel } = await connected(api);
    api.world.files.set("photo", Buffer.from(jpeg));
    const got = await channel.fetch!("photo", inTime());
    expect(got.ok && Buffer.from(got.bytes).equals(Buffer.from(jpeg))).toBe(true);
  });

  it.each<[string, () => Buffer | null, "gone"]>([
    ["nobody knows it", () => null, "gone"],
    ["it is larger than may be kept", () => Buffer.alloc(6 * 1024 * 1024), "gone"],
    ["it is larger than Telegram gives out", () => Buffer.alloc(21 * 1024 * 1024), "gone"],
  ])("never comes where %s", async (_, bytes, why) => {
    const api = await bots();
    const { channel, status } = await connected(api);
    const held = bytes();
    if (held) api.world.files.set("photo", held);
    await soon(() => expect(status().trouble).toBeNull());
    expect(await channel.fetch!("photo", inTime())).toMatchObject({ ok: false, why });
    expect(status().trouble).toBeNull();
  });

  it("comes later where Telegram does not answer, and no log names the token", async () => {
    const api = await bots();
    const { channel, log } = await connected(api);
    api.world.files.set("photo", Buffer.from(jpeg));
    api.faults.next("getFile", { kind: "drop" });
    expect(await channel.fetch!("photo", inTime())).toMatchObject({ ok: false, why: "later" });
    api.faults.next("getFile", { kind: "status", code: 500 });
    const failed = await channel.fetch!("photo", inTime());
    expect(failed).toMatchObject({ ok: false, why: "later" });
    expect(JSON.stringify([failed, log.lines])).not.toContain(api.token);
    await api.down();
    const down = await channel.fetch!("photo", inTime());
    expect(down).toMatchObject({ ok: false, why: "later" });
    expect(JSON.stringify([down, log.lines])).not.toContain(api.token);
  });
});
