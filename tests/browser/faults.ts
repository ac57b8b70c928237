import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe-core finds fault with. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: here } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await here.run();
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

/** Whatever is too small for a finger, and how far the page runs out of the screen. Unit: px. */
export function measures(page: Page) {
  return page.evaluate(() => ({
    small: [...document.querySelectorAll<HTMLElement>(".desk a, .desk button")]
      .map((element) => ({ box: element.getBoundingClientRect(), name: element.outerHTML }))
      .filter(({ box }) => box.height > 0 && Math.min(box.width, box.height) < 44)
      .map(({ name }) => name),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
}
