import { expect, test } from "vitest";
import { loginLasts } from "../../src/store/logins.ts";
import { revoke } from "../../src/store/people.ts";
import { deskPageTexts as words } from "../../src/texts/zh-cn/desk-page.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { visitor } from "./browserless.ts";
import { deskStation } from "./desk-station.ts";

const pageUrl = "http://localhost";

/** Zhang works on Telegram and has just asked for a link. */
async function withLink() {
  const station = await deskStation({}, undefined, { pageUrl });
  const zhang = await station.world.staff("zhang");
  const link = async () => {
    await zhang.says("工作台");
    const [said = ""] = zhang.hears();
    const path = /\/desk\/in\/[a-z]{28}/.exec(said)?.[0] ?? "";
    expect(said).toBe(deskTexts.deskLink("zhang", pageUrl, path));
    return path;
  };
  return { ...station, zhang, link };
}

test("a link from Telegram opens the desk in a browser: looking uses nothing, pressing does, once", async () => {
  const { app, link } = await withLink();
  const path = await link();
  for (let previews = 0; previews < 3; previews++) {
    const page = await visitor(app).ask(path);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(words.signIn.lead("zhang"));
  }
  const pc = visitor(app);
  await pc.read(path);
  const pressed = await pc.form(path, {});
  expect([pressed.status, pressed.headers.get("location")]).toEqual([303, "/desk"]);
  expect(await pc.read("/desk")).toContain("zhang");
  const thief = visitor(app);
  for (const answer of [await thief.ask(path), await thief.form(path, {})]) {
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain(words.signIn.gone);
  }
  expect((await thief.ask("/desk")).status).toBe(403);
});

test("of two that press at once one is let in", async () => {
  const { app, link, world } = await withLink();
  const path = await link();
  const browsers = [visitor(app), visitor(app), visitor(app)];
  const answers = await Promise.all(browsers.map((one) => one.form(path, {})));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410, 410]);
  expect(await world.rows("staff_conversations")).toHaveLength(2);
});

test("the session that was there before is not the one that is signed in", async () => {
  const { app, link, invited } = await withLink();
  const path = await link();
  const pc = visitor(app);
  await pc.read("/");
  const planted = pc.jar.get("sanwu")!;
  await pc.form(path, {});
  expect(pc.jar.get("sanwu")).not.toBe(planted);
  const attacker = visitor(app);
  attacker.jar.set("sanwu", planted);
  expect((await attacker.ask("/desk")).status).toBe(403);
  // The same for an invitation.
  const code = await invited("王明");
  const other = visitor(app);
  await other.read(`/join/${code}`);
  const before = other.jar.get("sanwu");
  await other.form(`/join/${code}`, {});
  expect(other.jar.get("sanwu")).not.toBe(before);
});

test("a link lasts ten minutes, and a newer one ends it", async () => {
  const { app, link, world } = await withLink();
  const first = await link();
  const second = await link();
  expect((await visitor(app).ask(first)).status).toBe(410);
  await world.wait(loginLasts - 1);
  expect((await visitor(app).ask(second)).status).toBe(200);
  await world.wait(2);
  expect((await visitor(app).form(second, {})).status).toBe(410);
});

test("whose rights were taken away is let in no more, by a link from before", async () => {
  const { app, link, world } = await withLink();
  const path = await link();
  const [person] = await world.rows("people");
  await revoke(world.store.db, String(person!["id"]), world.now());
  expect((await visitor(app).form(path, {})).status).toBe(410);
});

test("no code lies in the store as it is, and a villager gets none", async () => {
  const { link, world } = await withLink();
  const code = (await link()).split("/").at(-1)!;
  expect(JSON.stringify(await world.store.db("logins"))).not.toContain(code);
  const li = world.villager("li");
  await li.says("工作台");
  expect(li.hears().join()).not.toContain("/desk/in/");
  expect(await world.store.db("logins")).toHaveLength(1);
});

test("退出 ends this browser's desk and nobody else's, by the button and by the word", async () => {
  const { app, link, world, zhang } = await withLink();
  const [pc, tablet] = [visitor(app), visitor(app)];
  await pc.form(await link(), {});
  await tablet.form(await link(), {});
  const old = pc.jar.get("sanwu")!;
  const left = await pc.form("/desk/out", {});
  expect(await left.text()).toContain(words.signOut.hint);
  expect(pc.jar.has("sanwu")).toBe(false);
  pc.jar.set("sanwu", old);
  expect((await pc.ask("/desk")).status).toBe(403);
  expect((await tablet.ask("/desk")).status).toBe(200);
  await tablet.json({ id: "client-0001", text: "退出" });
  await world.app.settled();
  expect((await tablet.ask("/desk")).status).toBe(403);
  await zhang.says("退出");
  expect(zhang.hears()).toEqual([deskTexts.noSignOut]);
  await zhang.says("我的事项");
  expect(zhang.hears()).toEqual([deskTexts.mine([])]);
  const acts = (await world.rows("trail")).map(({ act }) => act);
  expect(acts).toEqual(["join", "sign-in", "sign-in", "sign-out", "sign-out"]);
});
