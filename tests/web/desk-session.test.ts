import { expect, test } from "vitest";
import { idleLasts, sessionLasts } from "../../src/store/desk-sessions.ts";
import { endSessions } from "../../src/store/desk-sessions.ts";
import { sessionTexts as words } from "../../src/texts/zh-cn/desk-door.ts";
import { codeAt, enrolled } from "./authenticator.ts";
import { visitor } from "./browserless.ts";
import { deskStation } from "./desk-station.ts";

const minute = 60_000;

async function withZhang(role: "officer" | "chief" = "officer") {
  const station = await deskStation({}, undefined, { pageUrl: "http://localhost" });
  const { world, app } = station;
  const zhang = await world.staff("zhang", { role });
  async function signedIn(fields: Record<string, string> = {}) {
    await zhang.says("工作台");
    const path = /\/desk\/in\/[a-z]{28}/.exec(zhang.hears().join())?.[0] ?? "";
    const browser = visitor(app);
    const page = await browser.read(path);
    await browser.form(path, fields);
    return { browser, page };
  }
  return { ...station, zhang, signedIn };
}

test("a desk that nobody touches for half an hour ends; looking by itself is no touch", async () => {
  const { world, signedIn } = await withZhang();
  const { browser } = await signedIn();
  await world.wait(idleLasts - minute);
  expect((await browser.ask("/desk")).status).toBe(200);
  for (let polls = 0; polls < 3; polls++) {
    await world.wait(idleLasts / 3 - 1);
    expect((await browser.ask("/api/desk")).status).toBe(200);
  }
  await world.wait(minute);
  expect((await browser.ask("/api/desk")).status).toBe(403);
  const ended = await browser.ask("/desk");
  expect(ended.status).toBe(403);
  const html = await ended.text();
  expect(html).toContain(words.ended);
  expect(html).toContain(`<title>${words.endedTitle}</title>`);
});

test("it ends after twelve hours, however much it is used", { timeout: 60_000 }, async () => {
  const { world, signedIn } = await withZhang();
  const { browser } = await signedIn();
  for (let passed = 0; passed < sessionLasts - 20 * minute; passed += 20 * minute) {
    await world.wait(20 * minute);
    expect((await browser.ask("/desk")).status).toBe(200);
  }
  await world.wait(20 * minute);
  expect((await browser.ask("/desk")).status).toBe(403);
});

test("what is typed at a desk that has ended goes to nobody, and nothing of before is shown", async () => {
  const { world, signedIn } = await withZhang();
  const { browser } = await signedIn();
  const li = world.villager("li");
  await li.says("找民警");
  const number = String((await world.rows("matters"))[0]!["number"]);
  await browser.json({ id: "client-0001", text: `接${number}` });
  await world.app.settled();
  li.gets();
  await world.wait(idleLasts);
  await browser.json({ id: "client-0002", text: "我下午过来" });
  await world.app.settled();
  expect(li.hears()).toEqual([]);
  const told = world.channels.web.sent.filter(({ chat }) => chat === browser.session());
  expect(told.at(-1)?.text).toBe(words.notSent);
  const before = browser.session();
  const home = await browser.read("/");
  expect(home).toContain(words.ended);
  expect(home).not.toContain(number);
  expect(browser.session()).not.toBe(before);
  // The matter stays in its owner's hands: a page that was left alone is no resignation.
  expect(await world.rows("matters")).toMatchObject([{ status: "taken" }]);
});

test("the station's own computer stands open for twelve hours, where one who invites says so", async () => {
  const { world, signedIn } = await withZhang("chief");
  const { browser, page } = await signedIn({ station: "1" });
  expect(page).toContain(words.station);
  await world.wait(sessionLasts - 1);
  expect((await browser.ask("/api/desk")).status).toBe(200);
  await world.wait(1);
  expect((await browser.ask("/api/desk")).status).toBe(403);
  const acts = (await world.rows("trail")).map(({ act }) => act);
  expect(acts).toContain("sign-in station");
});

test("an officer cannot say so", async () => {
  const { world, signedIn } = await withZhang("officer");
  const { browser, page } = await signedIn({ station: "1" });
  expect(page).not.toContain(words.station);
  await world.wait(idleLasts);
  expect((await browser.ask("/desk")).status).toBe(403);
});

test("with a second factor a long pause asks for the code and for no new link", async () => {
  const { world, signedIn } = await withZhang();
  const { browser } = await signedIn();
  const { secret } = await enrolled(browser, world.now());
  await world.wait(idleLasts);
  expect((await browser.ask("/desk")).headers.get("location")).toBe("/desk/second");
  const code = codeAt(secret, world.now());
  expect((await browser.form("/desk/second", { code })).status).toBe(303);
  expect((await browser.ask("/desk")).status).toBe(200);
  await world.wait(sessionLasts);
  expect((await browser.ask("/desk")).status).toBe(403);
  const late = { code: codeAt(secret, world.now()) };
  expect((await browser.form("/desk/second", late)).status).toBe(403);
});

test("signed out everywhere: all browsers, not the phone, and nobody else's", async () => {
  const { world, zhang, signedIn, invited, joined } = await withZhang();
  const [{ browser: pc }, { browser: tablet }] = [await signedIn(), await signedIn()];
  const wang = await joined(await invited("王明"));
  const person = String((await world.rows("people"))[0]!["id"]);
  expect(await world.store.db.transaction((trx) => endSessions(trx, { person }))).toBe(2);
  expect([(await pc.ask("/desk")).status, (await tablet.ask("/desk")).status]).toEqual([403, 403]);
  expect((await wang.ask("/desk")).status).toBe(200);
  await zhang.says("我的事项");
  expect(zhang.hears()).toHaveLength(1);
});

test("Telegram has no limit", async () => {
  const { world, zhang } = await withZhang();
  await world.wait(3 * sessionLasts);
  zhang.gets();
  await zhang.says("值班");
  expect(zhang.hears().join()).toContain("在班");
});

test("who signs in again leaves no ended desks behind", async () => {
  const { world, signedIn } = await withZhang();
  for (let days = 0; days < 4; days++) {
    await signedIn();
    await world.wait(idleLasts + minute);
  }
  // The phone, and the last one.
  expect(await world.rows("staff_conversations")).toHaveLength(2);
});
