import { expect, test } from "vitest";
import { revoke } from "../../src/store/people.ts";
import { verify } from "../../src/store/trail.ts";
import { deskPageTexts as words } from "../../src/texts/zh-cn/desk-page.ts";
import { problemTexts } from "../../src/texts/zh-cn/page.ts";
import { fire } from "../support/said.ts";
import { hidden, visitor } from "./browserless.ts";
import { deskStation } from "./desk-station.ts";

test("whoever works here not sees nothing of the desk", async () => {
  const { app } = await deskStation();
  for (const path of ["/desk", "/desk/123456", "/api/desk"])
    expect((await visitor(app).ask(path)).status).toBe(403);
});

test("looking at an invitation does not use it, pressing does, once", async () => {
  const { world, app, invited, joined } = await deskStation();
  const code = await invited("张强");
  for (let looks = 0; looks < 3; looks++)
    expect((await visitor(app).ask(`/join/${code}`)).status).toBe(200);
  const zhang = await joined(code);
  expect(await zhang.read("/desk")).toContain("张强");
  const thief = await joined(code);
  expect((await thief.ask("/desk")).status).toBe(403);
  expect((await visitor(app).ask("/join/..%2f..%2fetc")).status).toBe(404);
  expect(await world.rows("people")).toMatchObject([{ name: "张强" }]);
});

test("the desk shows what waits, and a press takes it", async () => {
  const { world, invited, joined } = await deskStation();
  const code = await invited("张强");
  const zhang = await joined(code);
  const li = world.villager("li");
  await li.says("找民警");
  await li.says("东头的路灯坏了<script>alert(1)</script>");
  await li.says(fire);
  const [matter] = await world.rows("matters");
  const number = String(matter!["number"]);
  const inbox = await zhang.read("/desk");
  expect(inbox).toContain(words.takeOldestLabel);
  expect(inbox).toContain(number);

  const page = await zhang.read(`/desk/${number}`);
  expect(page).not.toContain("<script>alert");
  const form = { nonce: hidden(page, "nonce"), text: `接${number}` };
  await zhang.form(`/say?token=${hidden(page, "token")}`, form);
  await world.app.settled();
  expect(await world.rows("matters")).toMatchObject([{ status: "taken" }]);
  expect(li.hears().join()).toContain("张强接了您的事");
  expect(await zhang.read(`/desk/${number}`)).toContain(words.acts["take"]);
});

test("every look at a matter stands on the trail", async () => {
  const { world, invited, joined } = await deskStation();
  const code = await invited("张强");
  const zhang = await joined(code);
  await world.villager("li").says("找民警");
  const [matter] = await world.rows("matters");
  await zhang.read(`/desk/${String(matter!["number"])}`);
  const acts = (await world.rows("trail")).map(({ act }) => act);
  expect(acts).toEqual(["join", "call", "see"]);
  expect(await verify(world.store.db)).toMatchObject({ whole: true });
});

test("a role that sees no matters sees none", async () => {
  const { world, invited, joined } = await deskStation();
  const rep = await joined(await invited("代表", "safety-rep"));
  await world.villager("li").says("找民警");
  const [matter] = await world.rows("matters");
  const number = String(matter!["number"]);
  expect(await rep.read("/desk")).not.toContain(number);
  expect((await rep.ask(`/desk/${number}`)).status).toBe(404);
});

test("rights end when they are taken away", async () => {
  const { world, invited, joined } = await deskStation();
  const code = await invited("张强");
  const zhang = await joined(code);
  await revoke(world.store.db, "p-张强", world.now());
  expect((await zhang.ask("/desk")).status).toBe(403);
});

test("officers see what others have in hand, and whose it is; the most pressing stands first", async () => {
  const { world, invited, joined } = await deskStation();
  const zhang = await joined(await invited("张强"));
  const cadre = await joined(await invited("李主任", "cadre"));
  const wang = await world.staff("wang");
  await world.villager("li").says("找民警");
  const [matter] = await world.rows("matters");
  const number = String(matter!["number"]);
  await wang.says(`接${number}`);
  const page = await zhang.read("/desk");
  expect(page).toContain(words.others);
  expect(page).toContain(words.owner("wang"));
  expect(page).toContain(`/desk/${number}`);
  const theirs = await cadre.read("/desk");
  expect(theirs).not.toContain(words.others);
  expect(theirs).not.toContain(number);
});

test("who may not see the figures is told so; duties are everybody's", async () => {
  const { invited, joined } = await deskStation();
  const cadre = await joined(await invited("李主任", "cadre"));
  expect((await cadre.ask("/desk/figures")).status).toBe(403);
  expect((await cadre.ask("/desk/roster")).status).toBe(200);
  expect(await cadre.read("/desk")).not.toContain("/desk/figures");
});

test("a page that is refused is titled by what it is, not as a fault of the machine", async () => {
  const { app, invited, joined } = await deskStation();
  const zhang = await joined(await invited("张强"));
  const nobody = visitor(app);
  for (const [browser, path, status, title] of [
    [nobody, "/desk", 403, problemTexts.titles[403]],
    [nobody, "/desk/in/abcdefghijklmnopqrstuvwxyzab", 410, problemTexts.titles[410]],
    [nobody, "/nowhere", 404, problemTexts.titles[404]],
    [zhang, "/desk/999999", 404, words.noMatterTitle],
    [zhang, "/desk/999999/phone", 404, words.noMatterTitle],
  ] as const) {
    const answer = await browser.ask(path);
    expect([path, answer.status]).toEqual([path, status]);
    expect(await answer.text()).toContain(`<title>${title}</title>`);
  }
});
