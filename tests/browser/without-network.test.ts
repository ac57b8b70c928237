import { expect, test } from "vitest";
import { pageTexts } from "../../src/texts/zh-cn/page.ts";
import { freshBrowser, watchedPage } from "./chromium.ts";
import { openStation } from "./station.ts";

test("after one visit the numbers, the entries and the field are there without a network", async () => {
  const station = await openStation();
  const { context, close } = await freshBrowser();
  const { page, faults } = await watchedPage(context);
  await page.goto(station.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const { port } = station;
  await station.close();

  await page.goto(`${station.url}/hotlines`);
  expect(await page.getAttribute(".numbers .call", "href")).toBe("tel:110");
  await page.goto(`${station.url}/offline`);
  expect(await page.innerText("#id-card-replace")).toContain("补证收40元");
  await page.goto(`${station.url}/entries/id-card-replace`);
  expect(page.url()).toBe(`${station.url}/offline#id-card-replace`);
  await page.goto(`${station.url}/whatever`);
  expect(await page.innerText("h1")).toBe(pageTexts.offline.title);

  await page.goto(station.url);
  expect(
    await page.evaluate(() => getComputedStyle(document.querySelector(".hotlines a")!).minHeight),
  ).toBe("60px");
  await page.fill("#say", "没网时打的");
  await page.click(".send");
  await page.waitForSelector(".waiting");

  const again = await openStation({}, undefined, port);
  await page.waitForSelector('.bubble:has-text("听到了：没网时打的")', { timeout: 30_000 });
  expect(again.heard).toHaveLength(1);
  await close();
  await again.close();
  expect(faults).toEqual([]);
});
