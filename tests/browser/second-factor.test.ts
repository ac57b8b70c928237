import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { phoneTexts, secondTexts, sessionTexts } from "../../src/texts/zh-cn/desk-door.ts";
import { deskPageTexts } from "../../src/texts/zh-cn/desk-page.ts";
import { noRoster } from "../../src/domain/roster.ts";
import { codeAt } from "../web/authenticator.ts";
import { freshBrowser, watchedPage } from "./chromium.ts";
import { openDeskStation } from "./desk-station.ts";
import { measures, violations } from "./faults.ts";

const period = 30_000;

let station: Awaited<ReturnType<typeof openDeskStation>>;
beforeAll(async () => {
  mkdirSync("shots", { recursive: true });
  station = await openDeskStation(noRoster);
});
afterAll(() => station.close());

/** The page as somebody sees it: a picture to look at, and what is wrong with it. */
async function looked(page: Page, name: string): Promise<string[]> {
  await page.screenshot({ path: `shots/second-${name}.png`, fullPage: true });
  const { small, wide } = await measures(page);
  const found = [...(await violations(page)), ...small.map((one) => `small ${one}`)];
  return [...found, ...(wide > 0 ? [`runs out by ${wide}`] : [])].map((one) => `${name} ${one}`);
}

describe.each([
  ["phone", { width: 360, height: 740 }, "light"],
  ["phone-dark", { width: 360, height: 740 }, "dark"],
  ["pc", { width: 1280, height: 800 }, "light"],
] as const)("on a %s", (device, viewport, colorScheme) => {
  test("turning it on, signing in with it, and a villager's number", async () => {
    const found: string[] = [];
    const { context, close } = await freshBrowser({ viewport, colorScheme });
    const { page, faults } = await watchedPage(context);
    const see = async (name: string) => found.push(...(await looked(page, `${device}-${name}`)));
    const name = `张强${device}`;
    await page.goto(station.url + (await station.invited(name, "chief")));
    await page.getByRole("button", { name: deskPageTexts.join.button }).click();
    await page.waitForURL(/#last$/);

    await page.goto(`${station.url}/desk`);
    await page.getByRole("link", { name: secondTexts.link }).click();
    await page.getByRole("img", { name: secondTexts.qr }).waitFor();
    await see("enrol");
    await page.getByLabel(secondTexts.code).fill("000 00");
    await page.getByRole("button", { name: secondTexts.turnOn }).click();
    await page.getByText(secondTexts.wrong).waitFor();
    await see("enrol-wrong");
    const secret = (await page.locator(".secret").innerText()).replaceAll(" ", "");
    await page.getByLabel(secondTexts.code).fill(codeAt(secret, Date.now()));
    await page.getByRole("button", { name: secondTexts.turnOn }).click();
    await page.getByRole("heading", { name: secondTexts.codesTitle }).waitFor();
    expect(await page.locator(".codes li").count()).toBe(10);
    await see("recovery");
    const recovery = await page.locator(".codes li").first().innerText();
    await page.getByRole("link", { name: secondTexts.codesDone }).click();
    await page.waitForURL(`${station.url}/desk`);
    await page.goto(`${station.url}/desk/second`);
    await see("on");

    await page.goto(station.url + (await station.linkFor(name)));
    await page.getByLabel(sessionTexts.station).check();
    await see("link");
    await page.getByRole("button", { name: deskPageTexts.signIn.button }).click();
    await page.waitForURL(/\/desk\/second$/);
    await see("code");
    await page.getByLabel(secondTexts.codeOrRecovery).fill("1");
    await page.keyboard.press("Enter");
    await page.getByText(secondTexts.wrong).waitFor();
    // A code counts once: the next one, as a phone shows it whose clock is fast.
    await page.getByLabel(secondTexts.codeOrRecovery).fill(codeAt(secret, Date.now() + period));
    await page.keyboard.press("Enter");
    await page.waitForURL(`${station.url}/desk`);

    const villager = `villager-${device}-aaaaaaaaaa`;
    await station.says(villager, "找民警");
    await station.says(villager, "我电话15148770123");
    const { db } = station.store;
    const { number } = (await db("matters").orderBy("id", "desc").first()) as { number: string };
    await page.goto(`${station.url}/desk/${number}`);
    await page.locator(".desk .main").first().click();
    await page.waitForSelector(`.bubble:has-text("您接了编号${number}")`);
    await db("staff_conversations").update({ second_at: 0 });
    await page.goto(`${station.url}/desk/${number}`);
    await see("matter");
    await page.getByRole("link", { name: phoneTexts.button }).click();
    await page.getByText(secondTexts.askAgain).waitFor();
    await see("step-up");
    await page.getByLabel(secondTexts.codeOrRecovery).fill(recovery);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${station.url}/desk/${number}/phone`);
    await see("ask");
    await page.getByLabel(phoneTexts.reasons["call-back"]).check();
    await page.getByRole("button", { name: phoneTexts.button }).click();
    const call = page.getByRole("link", { name: phoneTexts.call });
    expect(await call.getAttribute("href")).toBe("tel:15148770123");
    await see("number");
    // Nothing keeps it: there is nothing to come back to.
    await page.goto(`${station.url}/desk`);
    await expect(page.goBack()).rejects.toThrow(/ERR_CACHE_MISS/);
    expect({ found, faults }).toEqual({ found: [], faults: [] });
    await close();
  });
});

test("a desk whose time is over says so loudly, with 110 and the way back in", async () => {
  const { context, close } = await freshBrowser();
  const { page } = await watchedPage(context);
  await page.goto(station.url + (await station.invited("李军")));
  await page.getByRole("button", { name: deskPageTexts.join.button }).click();
  await page.waitForURL(/#last$/);
  const talk = await context.newPage();
  await talk.goto(station.url);
  await page.goto(`${station.url}/desk`);
  await page.getByRole("button", { name: deskPageTexts.bellOn }).click();
  await station.store.db("staff_conversations").update({ ends_at: 1 });
  await page.getByRole("heading", { name: deskPageTexts.endedTitle }).waitFor();
  expect(await looked(page, "ended")).toEqual([]);
  const alert = page.getByRole("alert");
  expect(await alert.getByRole("link").first().getAttribute("href")).toBe("tel:110");
  // An open conversation shows no more of what stood there, either.
  await talk.getByText(sessionTexts.ended).waitFor();
  await page.goto(`${station.url}/desk`);
  await close();
});
