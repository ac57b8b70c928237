import { expect, test } from "vitest";
import { askForSecondFactor, lockLasts, wrongWithin } from "../../src/store/second-factor.ts";
import { secondTexts as words } from "../../src/texts/zh-cn/desk-door.ts";
import { verify } from "../../src/store/trail.ts";
import { codeAt, enrolled, readSecret } from "./authenticator.ts";
import { visitor } from "./browserless.ts";
import { deskStation } from "./desk-station.ts";

const period = 30_000;

/** Zhang has the second factor, and can be sent a link to another browser. */
async function withSecond() {
  const station = await deskStation({}, undefined, { pageUrl: "http://localhost" });
  const { world, app } = station;
  const zhang = await world.staff("zhang");
  async function signedIn() {
    await zhang.says("工作台");
    const path = /\/desk\/in\/[a-z]{28}/.exec(zhang.hears().join())?.[0] ?? "";
    const browser = visitor(app);
    await browser.read(path);
    await browser.form(path, {});
    return browser;
  }
  const pc = await signedIn();
  const { secret, codes } = await enrolled(pc, world.now());
  await world.wait(2 * period);
  const give = (browser: ReturnType<typeof visitor>, code: string) =>
    browser.form("/desk/second", { code });
  const now = () => codeAt(secret, world.now());
  return { ...station, zhang, signedIn, pc, secret, codes, give, now };
}

test("turned on by oneself: a secret, one code to prove it, ten recovery codes shown once", async () => {
  const { world, pc, secret, codes } = await withSecond();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^\d{4} \d{4} \d{4}$/);
  const page = await pc.read("/desk/second");
  expect(page).toContain(words.isOn(10));
  const stored = await world.dump();
  for (const hidden of [secret, ...codes, ...codes.map((code) => code.replaceAll(" ", ""))]) {
    expect(page).not.toContain(hidden);
    expect(stored).not.toContain(hidden);
  }
  expect((await pc.ask("/desk")).status).toBe(200);
});

test("a wrong code turns nothing on, and the same secret is shown again", async () => {
  const { joined, invited, world } = await deskStation();
  const li = await joined(await invited("李军"));
  const { secret, sealed } = await readSecret(li);
  const right = codeAt(secret, world.now());
  const wrong = right === "000000" ? "000001" : "000000";
  const again = await li.form("/desk/second/on", { sealed, code: wrong });
  expect(again.status).toBe(403);
  const html = await again.text();
  expect(html).toContain(words.wrong);
  expect(html.replaceAll(" ", "")).toContain(secret);
  expect(await world.rows("second_factors")).toEqual([]);
  // A secret that was laid out in another browser is not taken.
  const wang = await joined(await invited("王明"));
  const planted = await wang.form("/desk/second/on", { sealed, code: right });
  expect(await planted.text()).not.toContain(words.codesTitle);
  expect(await world.rows("second_factors")).toEqual([]);
  // Nor is a second one put in the place of the first.
  expect((await li.form("/desk/second/on", { sealed, code: right })).status).toBe(200);
  const more = await li.form("/desk/second/on", { sealed, code: right });
  expect(await more.text()).toContain(words.isOn(10));
});

test("the link alone opens nothing: the desk, its data and the conversation wait for the code", async () => {
  const { world, signedIn, give, now } = await withSecond();
  await world.villager("li").says("找民警");
  const [matter] = await world.rows("matters");
  const number = String(matter!["number"]);
  const tablet = await signedIn();
  for (const path of ["/", "/desk", `/desk/${number}`, "/desk/roster", `/desk/${number}/phone`]) {
    const answer = await tablet.ask(path);
    expect([path, answer.status, answer.headers.get("location")]).toEqual([
      ...[path, 303, "/desk/second"],
    ]);
  }
  expect((await tablet.ask("/api/desk")).status).toBe(403);
  // What is typed there is nobody's of ours.
  await tablet.json({ id: "client-0001", text: `接${number}` });
  await world.app.settled();
  expect(await world.rows("matters")).toMatchObject([{ owner: null }]);
  expect(await tablet.read("/desk/second")).toContain(words.ask);
  const passed = await give(tablet, now());
  expect([passed.status, passed.headers.get("location")]).toEqual([303, "/desk"]);
  expect((await tablet.ask("/desk")).status).toBe(200);
});

test("a code is used once: not again in its time, and by one of two that bring it at once", async () => {
  const { world, signedIn, give, now } = await withSecond();
  const browsers = [await signedIn(), await signedIn(), await signedIn()];
  await world.wait(period);
  const code = now();
  const answers = await Promise.all(browsers.map((one) => give(one, code)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 403, 403]);
  const late = browsers[answers.findIndex(({ status }) => status === 403)]!;
  const replayed = await give(late, code);
  expect(await replayed.text()).toContain(words.wrong);
  // Nor is one from before it, though the phone's clock might be slow.
  expect((await give(late, codeAt(await secretOf(), world.now() - period))).status).toBe(403);
  async function secretOf() {
    const row = await world.store.db("second_factors").first();
    return world.store.cipher.open(row.secret, `second_factors.secret.${row.person}`);
  }
});

test("a phone's clock may be half a minute off", async () => {
  const { world, signedIn, give, secret } = await withSecond();
  for (const off of [-period, period]) {
    await world.wait(3 * period);
    expect((await give(await signedIn(), codeAt(secret, world.now() + off))).status).toBe(303);
  }
  await world.wait(5 * period);
  const tablet = await signedIn();
  for (const off of [-2 * period, 2 * period])
    expect((await give(tablet, codeAt(secret, world.now() + off))).status).toBe(403);
});

test("five wrong codes in a quarter of an hour shut it for a quarter, also for the right one", async () => {
  const { world, signedIn, give, now } = await withSecond();
  const tablet = await signedIn();
  for (let tries = 0; tries < 4; tries++) expect((await give(tablet, "12345")).status).toBe(403);
  // Four, and then time enough: they count no more.
  await world.wait(wrongWithin);
  for (let tries = 0; tries < 4; tries++) expect((await give(tablet, "12345")).status).toBe(403);
  const fifth = await give(tablet, "12345");
  expect([fifth.status, (await fifth.text()).includes(words.locked)]).toEqual([429, true]);
  expect((await give(tablet, now())).status).toBe(429);
  await world.wait(lockLasts - 1_000);
  expect((await give(tablet, now())).status).toBe(429);
  await world.wait(1_000);
  expect((await give(tablet, now())).status).toBe(303);
});

test("tries at the same time are all counted", async () => {
  const { signedIn, give, now } = await withSecond();
  const tablet = await signedIn();
  const guesses = Array.from({ length: 20 }, (_, i) => String(700_000 + i));
  const right = now();
  await Promise.all(guesses.filter((one) => one !== right).map((one) => give(tablet, one)));
  expect((await give(tablet, right)).status).toBe(429);
});

test("a recovery code opens the desk once", async () => {
  const { signedIn, give, codes } = await withSecond();
  const [first = ""] = codes;
  const tablet = await signedIn();
  expect((await give(tablet, first)).status).toBe(303);
  expect(await tablet.read("/desk/second")).toContain(words.isOn(9));
  expect((await give(await signedIn(), first)).status).toBe(403);
});

test("a station that asks for it lets nobody in without one", async () => {
  const { world, app, invited, joined } = await deskStation();
  await askForSecondFactor(world.store.db, true);
  const li = await joined(await invited("李军"));
  const sent = await li.ask("/desk");
  expect([sent.status, sent.headers.get("location")]).toEqual([303, "/desk/second"]);
  expect(await li.read("/desk/second")).toContain(words.must);
  expect((await li.ask("/api/desk")).status).toBe(403);
  const { codes } = await enrolled(li, world.now());
  expect(codes).toHaveLength(10);
  expect(await li.read("/desk")).toContain("李军");
  expect((await visitor(app).ask("/desk/second")).status).toBe(403);
});

test("one may leave without the code, and the link is used up all the same", async () => {
  const { world, signedIn } = await withSecond();
  const tablet = await signedIn();
  expect((await tablet.form("/desk/out", {})).status).toBe(200);
  expect(await world.rows("staff_conversations")).toHaveLength(2);
});

test("everything about it stands on the trail, and no code or secret does", async () => {
  const { world, signedIn, give, secret, codes } = await withSecond();
  const tablet = await signedIn();
  await give(tablet, "000");
  await give(tablet, codes[0]!);
  const trail = await world.rows("trail");
  expect(trail.map(({ act }) => act)).toEqual([
    ...["join", "sign-in", "second-on", "sign-in", "second-wrong", "second-recovery"],
  ]);
  expect(JSON.stringify(trail)).not.toContain(secret);
  expect(await verify(world.store.db)).toMatchObject({ whole: true });
});

test("the way back leads to pages of the desk alone", async () => {
  const { world, pc, give, now } = await withSecond();
  await world.wait(15 * 60_000);
  for (const back of [
    "https://evil.example",
    "//evil.example",
    "/desk/../forget",
    "/desk/second",
  ]) {
    const answer = await pc.form("/desk/second", { code: now(), back });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/desk"]);
  }
  await world.wait(20 * 60_000);
  const answer = await pc.form("/desk/second", { code: now(), back: "/desk/100001/phone" });
  expect(answer.headers.get("location")).toBe("/desk/100001/phone");
  expect((await give(pc, "1")).status).toBe(303);
});
