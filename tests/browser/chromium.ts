import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";

export const lanHost = "station.lan";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** @throws with what to install, where there is no browser: a test that cannot look has not passed */
function chromiumPath(): string {
  const folders = ["/usr/bin", ...(process.env["PATH"] ?? "").split(delimiter)];
  for (const folder of folders)
    for (const name of names) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  throw new Error(
    "The browser tests need Chromium or Chrome. On Debian: apt-get install chromium fonts-noto-cjk",
  );
}

/** A browser that has never seen our page. */
export async function freshBrowser(
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), "sanwu-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      // An address that is not this computer's own, so that plain http to it counts as insecure.
      `--host-resolver-rules=MAP ${lanHost} 127.0.0.1`,
    ],
    locale: "zh-CN",
    viewport: { width: 360, height: 740 },
    ...options,
  });
  context.setDefaultTimeout(10_000);
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** A page whose faults are remembered: scripts that failed, and what the page's policy forbade. */
export async function watchedPage(
  context: BrowserContext,
): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/Content Security Policy|TrustedScript|hydrat/i.test(message.text()))
      faults.push(message.text());
  });
  return { page, faults };
}
