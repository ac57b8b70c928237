import { Hono } from "hono";
import { expect, test } from "vitest";
import { listen } from "../../src/web/listen.ts";
import { fakeStation } from "../web/fakes.ts";
import { freshBrowser, lanHost, watchedPage } from "./chromium.ts";
import { scripted } from "./station.ts";

/** A station in its own network, over plain http, and what browsers told it with each post. */
async function lanStation() {
  const station = fakeStation({}, scripted);
  const posts: { origin: string | undefined; site: string | undefined }[] = [];
  const app = new Hono();
  app.use(async (c, next) => {
    const [origin, site] = [c.req.header("origin"), c.req.header("sec-fetch-site")];
    if (c.req.method === "POST") posts.push({ origin, site });
    await next();
  });
  app.route("/", station.app);
  const server = await listen(app, { port: 0, host: "127.0.0.1", tls: null });
  return { ...station, ...server, posts, url: `http://${lanHost}:${server.port}` };
}

test("without a script, the form is known as ours by its origin alone", async () => {
  const station = await lanStation();
  const { context, close } = await freshBrowser({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(station.url);
  await page.fill("#say", "你好");
  await page.click(".send");
  await page.waitForSelector('.bubble:has-text("听到了：你好")');
  expect(station.posts).toEqual([{ origin: station.url, site: undefined }]);
  await close();
  await station.close();
});

test("with a script, all but the copy on the phone works", async () => {
  const station = await lanStation();
  const { context, close } = await freshBrowser();
  const { page, faults } = await watchedPage(context);
  await page.goto(station.url);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.fill("#say", "身份证丢了咋整");
  await page.click(".send");
  await page.click('.choices button:has-text("要带啥")');
  await page.waitForSelector('.bubble:has-text("听到了：b1")');
  await page.reload();
  expect(await page.locator(".bubble").count()).toBe(2);
  await close();
  await station.close();
  expect(faults).toEqual([]);
});
