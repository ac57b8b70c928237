import { expect, test } from "vitest";
import { deskView } from "../../src/app/desk-view.ts";
import { noRoster } from "../../src/domain/roster.ts";
import { invite } from "../../src/store/people.ts";
import { verify } from "../../src/store/trail.ts";
import { deskPageTexts as words } from "../../src/texts/zh-cn/desk-page.ts";
import { fire } from "../support/said.ts";
import { openWorld } from "../support/world.ts";
import { hidden, visitor } from "./browserless.ts";
import { fakeStation } from "./fakes.ts";

const code = "abcdefghijklmnopqrstuvwxyzab";

/** A real road and a real store behind the pages. */
async function deskStation() {
  const world = await openWorld();
  const { app } = fakeStation({
    receive: world.app.receive,
    desk: deskView(world.store, () => noRoster, { now: world.now }),
    replyWait: 1,
  });
  const { db, cipher } = world.store;
  const invited = (name: string, by: string, role: "officer" | "safety-rep" = "officer") =>
    invite(db, cipher, { id: `p-${name}`, role, name, villages: [], code: by, at: world.now() });

  async function joined(by: string) {
    const officer = visitor(app);
    const page = await officer.read(`/join/${by}`);
    const form = { nonce: hidden(page, "nonce"), text: `/start i_${by}` };
    await officer.form(`/say?token=${hidden(page, "token")}`, form);
    await world.app.settled();
    return officer;
  }
  return { world, app, invited, joined };
}

test("whoever works here not sees nothing of the desk", async () => {
  const { app } = await deskStation();
  for (const path of ["/desk", "/desk/123456", "/api/desk"])
    expect((await visitor(app).ask(path)).status).toBe(403);
});

test("looking at an invitation does not use it, pressing does, once", async () => {
  const { world, app, invited, joined } = await deskStation();
  await invited("张强", code);
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
  await invited("张强", code);
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
  await invited("张强", code);
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
  await invited("代表", code, "safety-rep");
  const rep = await joined(code);
  await world.villager("li").says("找民警");
  const [matter] = await world.rows("matters");
  const number = String(matter!["number"]);
  expect(await rep.read("/desk")).not.toContain(number);
  expect((await rep.ask(`/desk/${number}`)).status).toBe(404);
});

test("rights end when they are taken away", async () => {
  const { world, invited, joined } = await deskStation();
  await invited("张强", code);
  const zhang = await joined(code);
  const { revoke } = await import("../../src/store/people.ts");
  await revoke(world.store.db, "p-张强", world.now());
  expect((await zhang.ask("/desk")).status).toBe(403);
});
