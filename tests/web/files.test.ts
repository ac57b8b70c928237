import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { webChat } from "../../src/channels/webchat.ts";
import { largestFile, type FileProblem } from "../../src/domain/media/limits.ts";
import { afterTexts } from "../../src/texts/zh-cn/hazard-after.ts";
import { mediaTexts } from "../../src/texts/zh-cn/media.ts";
import { problemTexts } from "../../src/texts/zh-cn/page.ts";
import { bombPng, jpeg, jpegOfPhone, m4a, ogg, png } from "../support/media-samples.ts";
import { hidden, visitor } from "./browserless.ts";
import { deskStation } from "./desk-station.ts";
import { fakeStation } from "./fakes.ts";

const origin = "http://localhost";
type Visitor = ReturnType<typeof visitor>;

function upload(who: Visitor, bytes: Uint8Array<ArrayBuffer>, id = "m-12345678", more = {}) {
  const headers = { origin, "content-type": "application/octet-stream", ...more };
  return who.ask(`/files?id=${id}`, { method: "POST", body: bytes, headers });
}

/** As a page without a script sends it; `name` is what the person's phone calls the file. */
function form(
  who: Visitor,
  nonce: string,
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  text = "",
) {
  const body = new FormData();
  body.set("nonce", nonce);
  if (text !== "") body.set("text", text);
  body.set("file", new File([bytes], name));
  return who.ask("/say-file", { method: "POST", body, headers: { origin } });
}

async function page() {
  const station = await deskStation(({ store, now }) => ({
    chat: webChat({ log: store.webLog, clock: { now } }),
  }));
  const li = visitor(station.app);
  await li.read("/");
  return { ...station, li };
}

const files = (html: string): string[] =>
  [...html.matchAll(/(?:src|href)="(\/files\/[\w-]{22})"/g)].map(([, path]) => path!);

describe("a page sends a picture", () => {
  it("and sees it again, after a reload too", async () => {
    const { world, li } = await page();
    expect((await upload(li, jpegOfPhone())).status).toBe(202);
    await world.app.settled();
    const [path] = files(await li.read("/"));
    const answer = await li.ask(path!);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-disposition": 'inline; filename="photo.jpg"',
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    });
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    const shown = Buffer.from(await answer.arrayBuffer()).toString("latin1");
    expect(shown).not.toContain("GPS");
  });

  it("twice the same: it stands there once", async () => {
    const { world, li } = await page();
    await upload(li, jpeg);
    await upload(li, jpeg);
    await world.app.settled();
    expect(await world.rows("files")).toHaveLength(1);
    expect(await world.rows("inbox")).toHaveLength(1);
  });

  it("by a form, without a script, whatever the file is called", async () => {
    const { world, li } = await page();
    const names = [
      "../../etc/passwd",
      "<script>.jpg",
      "a\r\nset-cookie: x=1",
      `${"长".repeat(300)}.png`,
    ];
    for (const [n, name] of names.entries()) {
      const answer = await form(li, `nonce-${n}-12345678`, png, name);
      expect(answer.status).toBe(303);
      expect(answer.headers.get("set-cookie") ?? "").not.toContain("x=1");
    }
    await world.app.settled();
    const html = await li.read("/");
    expect(files(html).length).toBeGreaterThanOrEqual(4);
    expect(await world.dump()).not.toMatch(/passwd|长长/);
    const answer = await li.ask(files(html)[0]!);
    expect(answer.headers.get("content-disposition")).toBe('inline; filename="photo.png"');
  });

  it("a voice is played piece by piece where a phone asks so", async () => {
    const { world, li } = await page();
    await upload(li, ogg());
    await world.app.settled();
    const [path] = files(await li.read("/"));
    const part = await li.ask(path!, { headers: { range: "bytes=0-3" } });
    expect([part.status, await part.text()]).toEqual([206, "OggS"]);
    expect(part.headers.get("content-range")).toBe(`bytes 0-3/${ogg().length}`);
  });
});

const zip = new Uint8Array(
  Buffer.concat([Buffer.from("PK\x03\x04"), deflateRawSync(Buffer.alloc(20_000_000))]),
);
const said = (text: string) => new Uint8Array(Buffer.from(text));

describe("hostile files", () => {
  it.each<[string, Uint8Array<ArrayBuffer>, FileProblem, number]>([
    ["nothing", new Uint8Array(0), "empty", 400],
    ["a zip bomb", zip, "unknown", 400],
    ["a billion pixels in a few bytes", bombPng(), "too-large", 400],
    ["a page", said("<!doctype html><script>alert(1)</script>"), "unknown", 400],
    ["a drawing with a script", said('<svg xmlns="x" onload="alert(1)"/>'), "unknown", 400],
    ["a picture cut short", jpeg.slice(0, 700), "broken", 400],
    ["a film", m4a("vmhd"), "broken", 400],
    ["just too much", new Uint8Array(largestFile + 1), "too-big", 413],
    ["six megabytes", new Uint8Array(6 * 1024 * 1024), "too-big", 413],
  ])("%s: a plain sentence, nothing kept", async (_, bytes, why, status) => {
    const { world, li } = await page();
    const answer = await upload(li, bytes);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ ok: false, why, sentence: mediaTexts.problem(why) });
    const byForm = await form(li, "nonce-12345678", bytes, "a.jpg");
    expect(byForm.status).toBe(status);
    expect(await byForm.text()).toContain(mediaTexts.problem(why));
    expect(await world.rows("files")).toEqual([]);
    expect((await li.ask("/livez")).status).toBe(200);
  });

  it("a picture that is a program as well is a picture only", async () => {
    const { world, li } = await page();
    const both = Buffer.concat([jpeg, Buffer.from("<script>alert(1)</script>PK\x03\x04")]);
    expect((await upload(li, new Uint8Array(both))).status).toBe(202);
    await world.app.settled();
    const [path] = files(await li.read("/"));
    expect(await (await li.ask(path!)).text()).not.toMatch(/script|PK/);
  });

  it("broken forms and odd names are refused", async () => {
    const { li } = await page();
    const headers = { origin, "content-type": "multipart/form-data; boundary=x" };
    const broken = await li.ask("/say-file", { method: "POST", body: "--x\r\n", headers });
    expect(broken.status).toBe(400);
    expect((await upload(li, jpeg, "../a")).status).toBe(400);
    const body = new FormData();
    body.set("nonce", "nonce-12345678");
    body.set("file", "no file");
    expect((await li.ask("/say-file", { method: "POST", body, headers: { origin } })).status).toBe(
      400,
    );
  });

  it("another site cannot make a browser send one", async () => {
    const { world, li } = await page();
    for (const more of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }])
      expect((await upload(li, jpeg, "m-12345678", more)).status).toBe(403);
    expect(await world.rows("files")).toEqual([]);
  });

  it("a page without a session, or a station without a store, says so", async () => {
    const { app } = await page();
    expect((await upload(visitor(app), jpeg)).status).toBe(401);
    const bare = fakeStation();
    const li = visitor(bare.app);
    await li.read("/");
    expect((await upload(li, jpeg)).status).toBe(503);
  });
});

describe("a file is shown", () => {
  it("to nobody but those whose it is: everybody else gets what nobody's file gets", async () => {
    const { world, app, li } = await page();
    await upload(li, jpeg);
    await world.app.settled();
    const [path] = files(await li.read("/"));
    const wang = visitor(app);
    await wang.read("/");
    await wang.json({ id: "m-00000009", text: "找民警" });
    await world.app.settled();
    const [theirs, nobodys] = [await wang.ask(path!), await wang.ask(`/files/${"A".repeat(22)}`)];
    expect([theirs.status, nobodys.status]).toEqual([404, 404]);
    const without = visitor(app);
    expect((await without.ask(path!)).status).toBe(404);
    for (const odd of ["..%2f..%2fetc%2fpasswd", "%00", "a".repeat(500)])
      expect((await li.ask(`/files/${odd}`)).status).toBe(404);
  });

  it("on the matter's page, beside the one from before, by a form that needs no script", async () => {
    const { world, app, li, invited, joined } = await page();
    const officer = await joined(await invited("张强"));
    await li.json({ id: "m-00000001", text: "前进村村东头桥栏杆断了一截" });
    await world.app.settled();
    await upload(li, jpeg, "m-00000002");
    await li.json({ id: "m-00000003", text: "这几天" });
    await world.app.settled();
    await li.json({ id: "m-00000004", text: "确定" });
    await world.app.settled();
    const [matter] = await world.rows("matters");
    const number = String(matter!["number"]);
    const before = await officer.read(`/desk/${number}`);
    expect(before).toContain(afterTexts.stages.before);
    expect(before).toContain(afterTexts.none.after);
    expect(new Set(files(before)).size).toBe(1);
    await form(officer, hidden(before, "nonce"), png, "a.png", afterTexts.caption(number));
    await world.app.settled();
    const after = await officer.read(`/desk/${number}`);
    const shown = [...new Set(files(after))];
    expect(shown).toHaveLength(2);
    for (const path of shown) expect((await officer.ask(path)).status).toBe(200);
    expect(world.channels.web.sent.map(({ text }) => text)).toContain(afterTexts.shown(number));
    const stranger = visitor(app);
    await stranger.read("/");
    for (const path of shown) expect((await stranger.ask(path)).status).toBe(404);
  });
});

it("every reason has a sentence of its own", () => {
  const whys = ["empty", "too-big", "unknown", "broken", "too-large", "too-many"] as const;
  expect(new Set(whys.map(mediaTexts.problem)).size).toBe(whys.length);
  expect(problemTexts.emergencyOnly).toContain("110");
});
