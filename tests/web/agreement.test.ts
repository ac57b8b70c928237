import { expect, test } from "vitest";
import { agreementTexts as words } from "../../src/texts/zh-cn/agreement.ts";
import { deskPageTexts } from "../../src/texts/zh-cn/desk-page.ts";
import { tellsOf } from "../support/dispute-told.ts";
import { hidden } from "./browserless.ts";
import { deskStation } from "./desk-station.ts";

/** 张强 has a quarrel in hand; 王明 works here too. */
async function inHand(quarrel: Parameters<typeof tellsOf>[1] = "neighbour") {
  const { world, invited, joined } = await deskStation();
  const zhang = await joined(await invited("张强"));
  const wang = await joined(await invited("王明"));
  await tellsOf(world.villager("li"), quarrel);
  const number = String((await world.rows("matters"))[0]!["number"]);
  const does = async (text: string) => {
    const page = await zhang.read(`/desk/${number}`);
    await zhang.form(`/say?token=${hidden(page, "token")}`, {
      nonce: hidden(page, "nonce"),
      text,
    });
    await world.app.settled();
  };
  await does(`接${number}`);
  return { world, zhang, wang, number, does, path: `/desk/${number}/agreement` };
}

test("the owner prints an agreement with the quarrel in the villager's words, parties left blank", async () => {
  const { world, zhang, number, does, path } = await inHand();
  await does(`调解${number}`);
  expect(await zhang.read(`/desk/${number}`)).toContain(words.link);
  const page = await zhang.read(path);
  for (const said of [words.title, ...words.parties, ...words.signatures, ...words.law])
    expect(page).toContain(said);
  expect(page).toContain(number);
  expect(page).toContain("挪了一尺");
  expect((await world.rows("trail")).map(({ act }) => act)).toContain("see");
});

test("it is for nobody but the owner", async () => {
  const { wang, number, does, path } = await inHand();
  await does(`调解${number}`);
  expect((await wang.ask(path)).status).toBe(403);
  expect(await wang.read(`/desk/${number}`)).not.toContain(words.link);
});

test("it comes with mediation, not before", async () => {
  const { zhang, number, path } = await inHand();
  expect(await zhang.read(`/desk/${number}`)).not.toContain(words.link);
  expect((await zhang.ask(path)).status).toBe(403);
});

test("it names those who mediate, and the desk's page tells how they came to it", async () => {
  const { zhang, number, does, path } = await inHand();
  await does(`调解${number}`);
  await does(`请调解${number}`);
  await does("王明");
  expect(await zhang.read(path)).toContain("王明");
  expect(await zhang.read(`/desk/${number}`)).toContain(deskPageTexts.mediators(["王明"]));
});

test("a stranger sees nothing of it", async () => {
  const { path } = await inHand();
  const { app } = await deskStation();
  expect((await app.request(`http://localhost${path}`)).status).toBe(403);
});
