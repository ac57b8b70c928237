import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, Hono } from "hono";
import type { Asset } from "./assets.ts";
import type { Site } from "./site.ts";

/** What programs ask for: health, figures, the page's own files, Telegram's calls. */
export function machineRoutes(app: Hono, site: Site): void {
  const { assets, health, metricsToken, telegramWebhook } = site;

  app.get("/livez", (c) => {
    const ok = health.live();
    return c.json({ ok }, ok ? 200 : 503);
  });
  app.get("/readyz", async (c) => {
    const state = await health.ready();
    return c.json(state, state.ok ? 200 : 503);
  });
  app.get("/metrics", async (c) => {
    if (metricsToken === null) return c.notFound();
    if (!isSame(c.req.header("authorization") ?? "", `Bearer ${metricsToken}`)) {
      c.header("www-authenticate", "Bearer");
      return c.text("401", 401);
    }
    return c.text(await health.metrics(), 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
    });
  });
  if (telegramWebhook) app.post("/telegram/webhook", (c) => telegramWebhook(c.req.raw));

  app.get("/app.css", (c) => give(c, assets.css));
  app.get("/app.js", async (c) => give(c, (await assets.bundle()).script));
  app.get("/desk.js", async (c) => give(c, (await assets.bundle()).desk));
  app.get("/icon.svg", (c) => give(c, assets.icon));
  app.get("/manifest.webmanifest", (c) => give(c, assets.manifest));
  app.get("/sw.js", async (c) => {
    const { script, worker } = await assets.bundle();
    const css = `/app.css?v=${assets.css.version}`;
    const js = `/app.js?v=${script.version}`;
    const version = [site.knowledge.release, css, js].join(" ");
    const body = `self.sanwu=${JSON.stringify({ version, files: [css, js] })};\n${worker.body}`;
    return c.body(body, 200, { "content-type": worker.type, "cache-control": "no-cache" });
  });
}

/** Kept for good where it was asked for by its version, else asked about each time. */
function give(c: Context, { body, type, version }: Asset): Response {
  const etag = `"${version}"`;
  const forGood = c.req.query("v") === version;
  c.header("cache-control", forGood ? "public, max-age=31536000, immutable" : "no-cache");
  c.header("etag", etag);
  if (c.req.header("if-none-match")?.includes(etag)) return c.body(null, 304);
  return c.body(body, 200, { "content-type": type });
}

/** Takes the same time however much of it is right. */
function isSame(given: string, right: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(right));
}
