import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BrowserContext, Page } from "playwright-core";
import { deskPageTexts as words } from "../../src/texts/zh-cn/desk-page.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { fire } from "../support/said.ts";
import { freshBrowser, watchedPage } from "./chromium.ts";
import { openDeskStation } from "./desk-station.ts";
import { measures, violations } from "./faults.ts";

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const roster = {
  periods: [
    { who: "张强", days: everyDay, from: "08:30", to: "17:30" },
    { who: "王明", days: everyDay, from: "17:30", to: "08:30" },
  ],
  ...{ leave: [], swaps: [], backups: [] },
};

const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  "</textarea></div><script>alert(1)</script>",
  "<a href='javascript:alert(1)'>点</a>",
  "{{constructor.constructor('alert(1)')()}}",
];

let station: Awaited<ReturnType<typeof openDeskStation>>;
beforeAll(async () => {
  mkdirSync("shots", { recursive: true });
  station = await openDeskStation(roster);
});
afterAll(() => station.close());

async function joined(context: BrowserContext, name: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(station.url + (await station.invited(name)));
  await page.getByRole("button", { name: words.join.button }).click();
  await page.waitForURL(/#last$/);
  await page.close();
}

/** A matter of a villager who said this. */
async function matterFrom(chat: string, told: string): Promise<string> {
  const { db, cipher } = station.store;
  await station.says(chat, "找民警");
  const [row] = await db("matters").orderBy("id", "desc").limit(1);
  const { id, number } = row as { id: string; number: string };
  await db("matters")
    .where({ id })
    .update({ note: cipher.seal(told, `matters.note.${id}`) });
  return number;
}

describe.each([
  ["phone", { width: 360, height: 740 }],
  ["pc", { width: 1280, height: 800 }],
] as const)("on a %s", (name, viewport) => {
  test.each(["light", "dark"] as const)(
    "nothing that axe-core finds fault with, nothing too small or too wide, %s",
    async (colorScheme) => {
      const { context, close } = await freshBrowser({ viewport, colorScheme });
      const { page, faults } = await watchedPage(context);
      const invitation = await station.invited("李军");
      await joined(context, "张强");
      const link = await station.linkFor("张强");
      const chat = `villager-${name}-${colorScheme}-aaaaaa`;
      const number = await matterFrom(chat, `东头井盖没了${"，很深".repeat(20)}`);
      await station.says(`danger-${name}-${colorScheme}-aaaaaaaa`, fire);
      const found: unknown[] = [];
      const paths = [
        ...["/desk", `/desk/${number}`, "/desk/figures", "/desk/roster", "/desk/999999"],
        ...[invitation, link],
      ];
      for (const path of paths) {
        await page.goto(station.url + path);
        if (path === "/desk") await page.getByRole("button", { name: words.bellOn }).waitFor();
        found.push(...(await violations(page)).map((fault) => `${path} ${fault}`));
        const { small, wide } = await measures(page);
        found.push(...small.map((control) => `${path} small ${control}`));
        if (wide > 0) found.push(`${path} runs out by ${wide}`);
        const file = path.replace(/^\/(join|desk\/in)\/.*/, "/$1").replaceAll("/", "-");
        await page.screenshot({
          path: `shots/desk-${name}-${colorScheme}${file.replace(number, "matter")}.png`,
          fullPage: true,
        });
      }
      expect({ found, faults }).toEqual({ found: [], faults: [] });
      await close();
    },
  );
});

test("joins, takes, talks both ways, closes", async () => {
  const [officer, villager] = [await freshBrowser(), await freshBrowser()];
  const desk = await watchedPage(officer.context);
  const phone = await watchedPage(villager.context);
  const say = async (page: Page, text: string) => {
    await page.fill("#say", text);
    await page.click(".send");
  };
  const hears = (page: Page, text: string) => page.waitForSelector(`.bubble:has-text("${text}")`);
  await joined(officer.context, "王明");
  await phone.page.goto(station.url);
  await say(phone.page, "找民警");
  await hears(phone.page, "编号");

  await desk.page.goto(`${station.url}/desk`);
  const [waiting] = await station.store.db("matters").orderBy("id", "desc").limit(1);
  const { number } = waiting as { number: string };
  const line = desk.page.locator("li", { has: desk.page.locator(`a[href="/desk/${number}"]`) });
  await line.getByRole("button", { name: deskTexts.buttons.take }).click();
  await hears(desk.page, `您接了编号${number}`);
  await hears(phone.page, "王明接了您的事");
  await say(desk.page, "您在哪里");
  await hears(phone.page, "您在哪里");
  await say(phone.page, "在东头");
  await hears(desk.page, "在东头");

  await desk.page.goto(`${station.url}/desk/${number}`);
  expect(await desk.page.locator(".talk").innerText()).toContain("在东头");
  await desk.page.getByRole("button", { name: deskTexts.buttons.close }).click();
  await hears(phone.page, "办结");
  await desk.page.goto(`${station.url}/desk`);
  expect(await desk.page.locator(`a[href="/desk/${number}"]`).count()).toBe(0);
  expect([...desk.faults, ...phone.faults]).toEqual([]);
  await officer.close();
  await villager.close();
});

test("nothing that a villager wrote runs as a script, wherever the desk shows it", async () => {
  const { context, close } = await freshBrowser();
  const { page, faults } = await watchedPage(context);
  await joined(context, "赵六");
  for (const [at, evil] of hostile.entries()) {
    const number = await matterFrom(`evil-villager-${at}-aaaaaaaa`, evil);
    await station.store.db("matters").where({ number }).update({ village: evil });
    await station.says(`evil-villager-${at}-aaaaaaaa`, evil);
    await page.goto(`${station.url}/desk/${number}`);
    expect(await page.locator(".desk").innerText()).toContain(evil);
    await page.goto(`${station.url}/desk`);
    await page.getByRole("button", { name: words.bellOn }).waitFor();
    expect(await page.locator("#desk").innerText()).toContain(evil);
  }
  // The island renews what stands there, too.
  await page.waitForResponse((response) => response.url().endsWith("/api/desk"));
  await page.waitForTimeout(200);
  expect(await page.locator("#desk script, #desk img, #desk svg").count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
});

test("by keyboard: j and k move, Enter opens, t takes, ? shows the keys", async () => {
  const { context, close } = await freshBrowser({ viewport: { width: 1280, height: 800 } });
  const { page } = await watchedPage(context);
  await joined(context, "钱七");
  await matterFrom("keys-villager-1-aaaaaaaa", "路灯坏了");
  await matterFrom("keys-villager-2-aaaaaaaa", "桥塌了一块");
  await page.goto(`${station.url}/desk`);
  await page.getByRole("button", { name: words.bellOn }).waitFor();
  const here = () => page.evaluate(() => document.activeElement?.getAttribute("href"));
  const all = await page
    .locator("#desk a.item")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(all.length).toBeGreaterThan(1);
  for (const [key, at] of [
    ["j", 0],
    ["j", 1],
    ["k", 0],
    ["k", 0],
  ] as const) {
    await page.keyboard.press(key);
    expect(await here()).toBe(all[at]);
  }
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth);
  expect(parseFloat(outline)).toBeGreaterThanOrEqual(2);
  await page.keyboard.press("?");
  await page.getByText(words.keys[0]![1]).waitFor();
  await page.screenshot({ path: "shots/desk-keys.png" });
  // What is renewed keeps the place.
  await page.waitForResponse((response) => response.url().endsWith("/api/desk"));
  expect(await here()).toBe(all[0]);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${station.url}${all[0]}`);
  await page.goBack();
  await page.getByRole("button", { name: words.bellOn }).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("t");
  await page.waitForSelector('.bubble:has-text("您接了编号")');
  await close();
});

test("says in words when the station was not heard of for 15 s, and when it is back", async () => {
  const { context, close } = await freshBrowser();
  const { page } = await watchedPage(context);
  await joined(context, "孙八");
  await page.goto(`${station.url}/desk`);
  await page.getByRole("button", { name: words.bellOn }).waitFor();
  await context.setOffline(true);
  const notice = page.locator("[role=status] .problem");
  await notice.waitFor({ timeout: 30_000 });
  expect(await notice.innerText()).toContain("连不上");
  await page.screenshot({ path: "shots/desk-offline.png", fullPage: true });
  await context.setOffline(false);
  await notice.waitFor({ state: "detached", timeout: 15_000 });
  await page.evaluate(() => fetch("/forget", { method: "POST" }));
  await page.getByText(words.ended).waitFor({ timeout: 15_000 });
  await close();
});
