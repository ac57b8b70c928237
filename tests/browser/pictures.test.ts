import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BrowserContext, Page } from "playwright-core";
import { checkedFile } from "../../src/domain/media/checked.ts";
import { chatTexts } from "../../src/texts/zh-cn/page.ts";
import { deskPageTexts } from "../../src/texts/zh-cn/desk-page.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { afterTexts } from "../../src/texts/zh-cn/hazard-after.ts";
import { mediaTexts } from "../../src/texts/zh-cn/media.ts";
import { freshBrowser, watchedPage } from "./chromium.ts";
import { openDeskStation } from "./desk-station.ts";

const roster = {
  periods: [{ who: "张强", days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "23:59" }],
  ...{ leave: [], swaps: [], backups: [] },
};

let station: Awaited<ReturnType<typeof openDeskStation>>;
beforeAll(async () => {
  mkdirSync("shots", { recursive: true });
  station = await openDeskStation(roster);
});
afterAll(() => station.close());

/** A picture as large as a phone takes them, of a road with a hole; afterwards without one. */
async function photo(page: Page, isMended = false): Promise<Buffer> {
  const address = await page.evaluate((mended) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [2400, 1800];
    const pen = canvas.getContext("2d")!;
    pen.fillStyle = "#9bbf6a";
    pen.fillRect(0, 0, 2400, 1800);
    pen.fillStyle = "#777";
    pen.fillRect(800, 0, 800, 1800);
    pen.fillStyle = mended ? "#555" : "#000";
    pen.beginPath();
    pen.arc(1200, 900, mended ? 200 : 300, 0, 7);
    pen.fill();
    return canvas.toDataURL("image/jpeg", 0.9);
  }, isMended);
  return Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
}

async function says(page: Page, text: string): Promise<void> {
  const bubbles = page.locator(".bubble");
  const before = await bubbles.count();
  await page.fill("#say", text);
  await page.getByRole("button", { name: chatTexts.send, exact: true }).click();
  await expect.poll(() => bubbles.count()).toBeGreaterThan(before);
}

async function officer(context: BrowserContext): Promise<Page> {
  const { page } = await watchedPage(context);
  await page.goto(station.url + (await station.invited("张强")));
  await page.getByRole("button", { name: deskPageTexts.join.button }).click();
  await page.waitForURL(/#last$/);
  return page;
}

/** Width and height of a picture as the browser opened it; waits until it did. */
async function sizeOf(page: Page, n = 0): Promise<[number, number]> {
  const picture = page.locator("img.beside").nth(n);
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((it) => (it as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  return picture.evaluate((it) => {
    const { naturalWidth, naturalHeight } = it as HTMLImageElement;
    return [naturalWidth, naturalHeight] as [number, number];
  });
}

const spill = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("at 360 × 740", () => {
  test("a picture goes from the page to the desk, and a hazard is seen before and after", async () => {
    const villagers = await freshBrowser();
    const officers = await freshBrowser();
    const { page: li, faults } = await watchedPage(villagers.context);
    const desk = await officer(officers.context);
    await li.goto(station.url);
    await li.getByText(chatTexts.sendPhoto, { exact: true }).waitFor();
    await says(li, "前进村村东头桥栏杆断了一截");
    const [before, after] = [await photo(li), await photo(li, true)];
    const field = li.getByLabel(chatTexts.sendPhoto, { exact: true });
    await field.setInputFiles({ name: "IMG_1.JPG", mimeType: "image/jpeg", buffer: before });
    expect(await sizeOf(li)).toEqual([1600, 1200]);
    const path = await li.locator("img.beside").first().getAttribute("src");
    const kept = await (await li.request.get(station.url + path)).body();
    expect(kept.length).toBeLessThan(before.length);
    expect(checkedFile(new Uint8Array(kept))).toMatchObject({ ok: true, kind: "photo" });
    await says(li, "这几天");
    await says(li, "确定");
    await li.screenshot({ path: "shots/picture-page-360.png" });
    expect(await spill(li)).toBe(0);

    const { number } = await station.store.db("matters").first<{ number: string }>("number");
    await desk.goto(`${station.url}/desk/${number}`);
    await desk.getByRole("button", { name: deskTexts.buttons.take }).click();
    await desk.waitForURL(/#last$/);
    await desk.goto(`${station.url}/desk/${number}`);
    expect(await sizeOf(desk)).toEqual([1600, 1200]);
    await desk
      .getByLabel(afterTexts.choose)
      .setInputFiles({ name: "b.jpg", mimeType: "image/jpeg", buffer: after });
    await desk.getByRole("button", { name: afterTexts.send }).click();
    await desk.waitForURL(/#last$/);
    await desk.goto(`${station.url}/desk/${number}`);
    expect(await desk.locator(".pictures figure").count()).toBe(2);
    await sizeOf(desk, 1);
    expect(await spill(desk)).toBe(0);
    await desk.locator(".pictures").scrollIntoViewIfNeeded();
    await desk.screenshot({ path: "shots/picture-desk-360.png" });

    await li.getByText(afterTexts.shown(number)).waitFor();
    await li.getByText(afterTexts.shown(number)).scrollIntoViewIfNeeded();
    await li.screenshot({ path: "shots/picture-after-360.png" });
    expect(await li.getByAltText(mediaTexts.alt.photo).count()).toBe(2);
    expect(faults).toEqual([]);
    await Promise.all([villagers.close(), officers.close()]);
  });

  test("what cannot be sent is said, and what waits for a signal is sent when it comes", async () => {
    const { context, close } = await freshBrowser();
    const { page, faults } = await watchedPage(context);
    await page.goto(station.url);
    const field = page.getByLabel(chatTexts.sendPhoto, { exact: true });
    await field.setInputFiles({
      name: "a.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from("<svg>"),
    });
    await page.getByText(mediaTexts.problem("unknown")).waitFor();
    await page.getByText(chatTexts.marks.refused).waitFor();
    await context.setOffline(true);
    await field.setInputFiles({ name: "b.jpg", mimeType: "image/jpeg", buffer: await photo(page) });
    await page.getByText(chatTexts.marks.waiting).waitFor();
    await context.setOffline(false);
    await page.reload();
    expect(await sizeOf(page)).toEqual([1600, 1200]);
    expect(faults).toEqual([]);
    await close();
  });
});
