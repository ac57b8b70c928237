import { expect, test } from "vitest";
import { freshBrowser } from "./chromium.ts";
import { openStation } from "./station.ts";

test("without a script: ask, press, call for help, make the text larger", async () => {
  const station = await openStation();
  const { context, close } = await freshBrowser({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(station.url);
  await page.fill("#say", "身份证丢了咋整");
  await page.click(".send");
  await page.waitForURL(/#last$/);
  expect(await page.innerText("#last")).toContain("收四十元");
  await page.click('.choices button:has-text("约个时间去办")');
  await page.waitForSelector('.bubble:has-text("听到了：b2")');
  await page.click(".composer .urgent");
  await page.waitForSelector(".safety");
  await page.click('.doors button:has-text("找民警")');
  await page.waitForSelector('.bubble:has-text("听到了：找民警")');
  expect(station.heard).toHaveLength(4);
  await page.click("text=字大");
  expect(await page.getAttribute("html", "class")).toBe("size-24");
  expect(await page.locator(".read").count()).toBe(0);
  await page.click('footer a[href="/privacy"]');
  await page.click("form button:has-text('清掉')");
  expect(await page.locator(".bubble").count()).toBe(0);
  await close();
  await station.close();
});
