import { mkdirSync } from "node:fs";
import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BrowserContext, Page } from "playwright-core";
import { freshBrowser } from "./chromium.ts";
import { openStation } from "./station.ts";

const screens = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };
const paths = ["/", "/hotlines", "/privacy", "/offline", "/entries/id-card-replace", "/nowhere"];
const sizes = ["18", "20", "24", "30"];

let station: Awaited<ReturnType<typeof openStation>>;
beforeAll(async () => {
  mkdirSync("shots", { recursive: true });
  station = await openStation();
});
afterAll(() => station.close());

/** The conversation with one bubble of every kind. */
async function talk(page: Page): Promise<void> {
  await page.goto(station.url);
  await page.fill("#say", "身份证丢了咋整");
  await page.click(".send");
  await page.waitForSelector('.bubble:has-text("收四十元")');
  await page.click(".composer .urgent");
  await page.waitForSelector(".safety");
}

async function withBrowser(
  options: Parameters<typeof freshBrowser>[0],
  look: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const { context, close } = await freshBrowser(options);
  await look(await context.newPage(), context);
  await close();
}

async function choose(context: BrowserContext, size: string): Promise<void> {
  await context.addCookies([{ name: "sanwu-size", value: size, url: station.url }]);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: here } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await here.run();
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

/** Everything that is pressed or typed into, with its size on the screen. */
function controls(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("a, button, textarea, input:not([type=hidden])")]
      .filter((element) => element.className !== "skip" && element.offsetParent !== null)
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        const isMain = element.matches(".hotlines a, .call, .urgent, .send, .choices button");
        return { name: element.outerHTML.slice(0, 80), width, height, isMain };
      }),
  );
}

/** The smallest text and the tightest lines that anybody must read. */
function textMeasures(page: Page) {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: { text: string; size: number; lines: number }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      if (!node.textContent?.trim() || element.tagName === "NOSCRIPT") continue;
      const { fontSize, lineHeight } = getComputedStyle(element);
      const size = parseFloat(fontSize);
      found.push({ text: node.textContent, size, lines: parseFloat(lineHeight) / size });
    }
    return found;
  });
}

describe.each(Object.entries(screens))("on a %s", (name, viewport) => {
  test.each(["light", "dark"] as const)("nothing that axe-core finds fault with, %s", (scheme) =>
    withBrowser({ viewport, colorScheme: scheme }, async (page) => {
      const found: string[] = [];
      for (const path of paths) {
        await page.goto(station.url + path);
        found.push(...(await violations(page)).map((fault) => `${path} ${fault}`));
        await page.screenshot({ path: `shots/${name}-${scheme}${path.replaceAll("/", "-")}.png` });
      }
      await talk(page);
      found.push(...(await violations(page)).map((fault) => `talk ${fault}`));
      await page.screenshot({ path: `shots/${name}-${scheme}-talk.png` });
      expect(found).toEqual([]);
    }),
  );

  test("nor with more contrast asked for", () =>
    withBrowser({ viewport, contrast: "more" }, async (page) => {
      await talk(page);
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: `shots/${name}-contrast-talk.png` });
    }));

  test.each(sizes)(
    "at %s px every control is large enough and nothing runs out of the screen",
    (size) =>
      withBrowser({ viewport }, async (page, context) => {
        await choose(context, size);
        for (const path of [...paths, "talk"]) {
          await (path === "talk" ? talk(page) : page.goto(station.url + path));
          const small = (await controls(page)).filter(
            ({ width, height, isMain }) => Math.min(width, height) < (isMain ? 60 : 44),
          );
          expect({ path, small }).toEqual({ path, small: [] });
          const texts = await textMeasures(page);
          const tiny = texts.filter((text) => text.size < Number(size) || text.lines < 1.3);
          expect({ path, tiny }).toEqual({ path, tiny: [] });
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect({ path, wide }).toEqual({ path, wide: 0 });
        }
        await page.screenshot({ path: `shots/${name}-${size}px-talk.png` });
      }),
  );
});

test("the numbers and the field stay in sight, also while the keyboard is open", () =>
  withBrowser({ viewport: { width: 360, height: 360 } }, async (page, context) => {
    for (const size of sizes) {
      await choose(context, size);
      await talk(page);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
      for (const control of [".hotlines a", "#leave", "#say", ".send", ".composer .urgent"]) {
        const box = (await page.locator(control).first().boundingBox())!;
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.y + box.height).toBeLessThanOrEqual(360);
      }
      await page.screenshot({ path: `shots/keyboard-${size}px.png` });
      const room = await page.evaluate(() => {
        const edge = (css: string) => document.querySelector(css)!.getBoundingClientRect();
        return edge(".composer").top - edge(".top").bottom;
      });
      // Two lines of a bubble at least.
      expect(room).toBeGreaterThan(2 * 1.6 * Number(size));
    }
  }));

test("an entry is printed without the bars", () =>
  withBrowser({}, async (page) => {
    await page.goto(`${station.url}/entries/id-card-replace`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".top").isVisible()).toBe(false);
    expect(await page.locator(".entry").isVisible()).toBe(true);
  }));
