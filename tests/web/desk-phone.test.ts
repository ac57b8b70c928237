import { expect, test } from "vitest";
import { stepUpLasts } from "../../src/store/desk-sessions.ts";
import { phoneTexts as words } from "../../src/texts/zh-cn/desk-door.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { deskPageTexts } from "../../src/texts/zh-cn/desk-page.ts";
import type { WorldOptions } from "../support/world.ts";
import { codeAt, enrolled } from "./authenticator.ts";
import { deskStation } from "./desk-station.ts";

const phone = "15148770123";

/** Zhang has a matter whose villager left a number. */
async function withPhone(options: WorldOptions = {}) {
  const station = await deskStation({}, undefined, options);
  const { world, invited, joined } = station;
  const zhang = await joined(await invited("张强"));
  const li = world.villager("li");
  await li.says("找民警");
  await li.says(`我电话${phone}`);
  const number = String((await world.rows("matters"))[0]!["number"]);
  let said = 0;
  const says = async (text: string) => {
    await zhang.json({ id: `client-000${++said}`, text });
    await world.app.settled();
  };
  await says(`接${number}`);
  const looks = async () =>
    (await world.rows("trail")).filter(({ act }) => String(act).startsWith("unmask"));
  return { ...station, zhang, number, looks, says, at: `/desk/${number}/phone` };
}

test("a number is shown for a reason, once it is asked for, and stands on the trail", async () => {
  const { zhang, number, looks, at, world } = await withPhone();
  for (const path of [`/desk/${number}`, "/desk", at])
    expect(await zhang.read(path)).not.toContain(phone);
  expect(await zhang.read(`/desk/${number}`)).toContain(`href="${at}"`);
  expect(await looks()).toEqual([]);
  const shown = await zhang.form(at, { reason: "call-back" });
  expect(shown.headers.get("cache-control")).toBe("no-store");
  const html = await shown.text();
  expect(html).toContain(`href="tel:${phone}"`);
  const [matter] = await world.rows("matters");
  expect(await looks()).toMatchObject([
    { actor: "p-张强", act: "unmask call-back", subject: `matter ${String(matter!["id"])}` },
  ]);
  expect(await zhang.read(`/desk/${number}`)).toContain(deskPageTexts.unmasked);
});

test("without a reason, or another one without a word, nothing is shown", async () => {
  const { zhang, looks, at } = await withPhone();
  for (const fields of [
    {},
    { reason: "curious" },
    { reason: "other" },
    { reason: "other", words: " " },
  ]) {
    const answer = await zhang.form(at, fields as Record<string, string>);
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toContain(words.needsReason);
    expect(html).not.toContain(phone);
  }
  expect(await looks()).toEqual([]);
});

test("what was written as a reason is a note, sealed, and not on the trail", async () => {
  const { zhang, number, looks, at, world } = await withPhone();
  await zhang.form(at, { reason: "other", words: "送锦旗" });
  expect(await zhang.read(`/desk/${number}`)).toContain(words.noted("送锦旗"));
  expect(JSON.stringify(await looks())).not.toContain("送锦旗");
  expect(JSON.stringify(await world.store.db("notes"))).not.toContain("送锦旗");
});

test("who has not the matter does not see the number, whatever their role", async () => {
  const { invited, joined, number, looks, at } = await withPhone();
  for (const role of ["officer", "chief", "admin", "cadre", "auditor"] as const) {
    const other = await joined(await invited(`${role}人`, role));
    for (const answer of [await other.ask(at), await other.form(at, { reason: "danger" })]) {
      expect([role, answer.status]).toEqual([role, 404]);
      expect(await answer.text()).not.toContain(phone);
    }
    if (role === "officer")
      expect(await other.read(`/desk/${number}`)).toContain(words.hasNotYours);
  }
  expect(await looks()).toEqual([]);
});

test("a number that cannot be read is not shown, and nothing stands on the trail", async () => {
  const { zhang, looks, at, world } = await withPhone();
  const { id } = await world.store.db("matters").first();
  // Sealed for another row: what was moved or changed does not open.
  const moved = world.store.cipher.seal(phone, `matters.phone.${id}0`);
  await world.store.db("matters").update({ phone: moved });
  const html = await (await zhang.form(at, { reason: "danger" })).text();
  expect(html).toContain(words.none);
  expect(html).not.toContain(phone);
  expect(await looks()).toEqual([]);
});

test("where the trail cannot be written nothing is shown", async () => {
  const { zhang, at, world } = await withPhone();
  await world.store.db.schema.renameTable("trail", "trail_gone");
  const answer = await zhang.form(at, { reason: "danger" });
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain(phone);
  await world.store.db.schema.renameTable("trail_gone", "trail");
});

test("whoever has a second factor gives it again where it is older than a quarter of an hour", async () => {
  const { zhang, at, world, looks } = await withPhone();
  const { secret } = await enrolled(zhang, world.now());
  expect(await (await zhang.form(at, { reason: "verify" })).text()).toContain(phone);
  await world.wait(stepUpLasts);
  const back = `/desk/second?back=${encodeURIComponent(at)}`;
  for (const answer of [await zhang.ask(at), await zhang.form(at, { reason: "verify" })]) {
    expect([answer.status, answer.headers.get("location")]).toEqual([303, back]);
    expect(await answer.text()).not.toContain(phone);
  }
  expect(await looks()).toHaveLength(1);
  expect(await zhang.read(back)).toContain(`name="back" value="${at}"`);
  const given = await zhang.form("/desk/second", { code: codeAt(secret, world.now()), back: at });
  expect(given.headers.get("location")).toBe(at);
  expect(await (await zhang.form(at, { reason: "verify" })).text()).toContain(phone);
});

test("in the conversation, too: a link to the desk and no number, until the code was given", async () => {
  const { zhang, number, world, looks, says } = await withPhone({ pageUrl: "http://localhost" });
  await enrolled(zhang, world.now());
  await world.wait(stepUpLasts);
  await says(`电话${number}`);
  const said = world.channels.web.sent.map(({ text }) => text);
  expect(said.at(-1)).toBe(deskTexts.phoneOnDesk(number, "http://localhost"));
  expect(await looks()).toEqual([]);
});

test("where personal data stays in the country, Telegram gets a link and no number", async () => {
  const { world, number, looks } = await withPhone({ residency: "cn" });
  const wang = await world.staff("wang");
  await world.store.db("matters").update({ owner: null, status: "open" });
  await wang.says(`接${number}`);
  wang.gets();
  await wang.says(`电话${number}`);
  expect(wang.hears()).toEqual([deskTexts.phoneOnDesk(number, null)]);
  expect(await looks()).toEqual([]);
});
