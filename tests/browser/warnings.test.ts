import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { noRoster } from "../../src/domain/roster.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { deskPageTexts } from "../../src/texts/zh-cn/desk-page.ts";
import { warningTexts } from "../../src/texts/zh-cn/warnings.ts";
import { warningPageTexts as words } from "../../src/texts/zh-cn/warnings-page.ts";
import { freshBrowser, watchedPage } from "./chromium.ts";
import { openDeskStation } from "./desk-station.ts";
import { measures, violations } from "./faults.ts";

const list = [
  "姓名,电话,村,级别,类型",
  ...Array.from(
    { length: 12 },
    (_, i) =>
      `张${i},138123456${String(i).padStart(2, "0")},前进村,${["紧急", "高危", "低危"][i % 3]},刷单`,
  ),
  "<script>alert(1)</script>,13700001111,=cmd(),中危,",
  "赵六,,前进村,高危,",
].join("\n");

let station: Awaited<ReturnType<typeof openDeskStation>>;
beforeAll(async () => {
  mkdirSync("shots", { recursive: true });
  station = await openDeskStation(noRoster);
});
afterAll(() => station.close());

async function looksWell(page: Page, shot: string): Promise<void> {
  await page.screenshot({ path: `shots/warnings-${shot}.png`, fullPage: true });
  const { small, wide } = await measures(page);
  expect({ shot, faults: await violations(page), small, wide }).toEqual({
    ...{ shot, faults: [], small: [], wide: 0 },
  });
}

/** Takes the first of the list, fills in how it ended, and finds it among what is done. */
async function endsOne(page: Page): Promise<void> {
  await page.goto(`${station.url}/desk/warnings`);
  await page.getByRole("button", { name: deskTexts.buttons.take }).first().click();
  await page.waitForURL(/#last$/);
  await page.goto(`${station.url}/desk/warnings?tab=mine`);
  await looksWell(page, "phone-mine");
  await page.locator("a.item").first().click();
  await page.getByLabel(words.result.contact).selectOption("met");
  await page.getByLabel(words.result.outcome).selectOption("dissuaded");
  await page.getByLabel(words.result.saved).fill("30000");
  await page.getByRole("button", { name: words.result.button }).click();
  await page.waitForURL(/#last$/);
  await page.getByRole("button", { name: warningTexts.buttons.confirm }).last().click();
  await page.getByText("这件办结了").waitFor();
  await looksWell(page, "phone-ended");
  await page.goto(`${station.url}/desk/warnings?tab=done`);
  await page.getByRole("button", { name: words.result.later }).waitFor();
  await looksWell(page, "phone-done");
  await page.locator("a.item").first().click();
  await page.getByRole("heading", { name: words.result.later }).waitFor();
  await looksWell(page, "phone-closed");
}

describe.each([
  ["phone", { width: 360, height: 740 }, "light"],
  ["pc", { width: 1280, height: 800 }, "dark"],
] as const)("on a %s", (name, viewport, colorScheme) => {
  test("a list is looked through and taken, a sheet is copied, figures are read", async () => {
    const { context, close } = await freshBrowser({ viewport, colorScheme });
    const { page, faults } = await watchedPage(context);
    await page.goto(station.url + (await station.invited(`所长${name}`, "chief")));
    await page.getByRole("button", { name: deskPageTexts.join.button }).click();
    await page.waitForURL(/#last$/);

    await page.goto(`${station.url}/desk/warnings`);
    await looksWell(page, `${name}-empty`);
    await page.getByLabel(words.list.text).fill(list);
    await page.getByRole("button", { name: words.list.look }).click();
    await page.waitForSelector("table, ul");
    await looksWell(page, `${name}-preview`);
    if (name === "phone") {
      await page.getByRole("button", { name: words.list.sure }).click();
      await page.getByRole("heading", { name: words.list.taken }).waitFor();
      await looksWell(page, `${name}-taken`);
      await endsOne(page);
    } else expect(await page.getByRole("button", { name: words.list.sure }).count()).toBe(0);

    await station.says(`li-${name}`, "刚给骗子转了三万，农行的");
    const [row] = await station.store
      .db("matters")
      .where({ danger: "fraud_in_progress" })
      .orderBy("id", "desc")
      .limit(1);
    const { number } = row as { number: string };
    await page.goto(`${station.url}/desk/${number}`);
    await page.locator("button.main").first().click();
    await page.waitForURL(/#last$/);
    await page.goto(`${station.url}/desk/${number}`);
    await page.getByRole("button", { name: words.copy }).waitFor();
    expect(await page.getByLabel(words.sheet, { exact: true }).inputValue()).toContain("农业银行");
    await looksWell(page, `${name}-sheet`);
    await page.getByLabel(words.result.contact).selectOption("met");
    await page.getByLabel(words.result.saved).fill("20000");
    await page.getByRole("button", { name: words.result.button }).click();
    await page.waitForURL(/#last$/);
    await page.getByText("挽回20,000元").waitFor();

    await page.goto(`${station.url}/desk/warnings?tab=waiting`);
    await looksWell(page, `${name}-waiting`);
    await page.goto(`${station.url}/desk/warnings/figures`);
    await looksWell(page, `${name}-figures`);
    await page.goto(`${station.url}/desk/flags`);
    await looksWell(page, `${name}-flags`);
    expect(faults).toEqual([]);
    await close();
  });
});
