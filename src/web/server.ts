import { Hono } from "hono";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { problemTexts } from "../texts/zh-cn/page.ts";
import { loadAssets } from "./assets.ts";
import { agreementRoutes } from "./agreement-routes.tsx";
import { deskRoutes } from "./desk-routes.tsx";
import { fileRoutes } from "./file-routes.ts";
import { pageHeaders } from "./headers.ts";
import { homeRoutes } from "./home-routes.tsx";
import { machineRoutes } from "./machine-routes.ts";
import { longestBody } from "./message-body.ts";
import { messageRoutes } from "./message-routes.ts";
import type { WebOptions } from "./options.ts";
import { pageRoutes } from "./page-routes.tsx";
import { problemPage } from "./problem-page.tsx";
import { sameOriginOnly } from "./same-origin.ts";
import { seatRoutes } from "./seat-routes.tsx";
import { sessions } from "./session.ts";
import { isApi, siteOf } from "./site.ts";
import { listPaths, longestListBody } from "./warnings-routes.tsx";

/** Telegram's updates are larger than ours may be. Unit: bytes. */
const longestUpdate = 1024 * 1024;
const webhookPath = "/telegram/webhook";

/** The villager's page and what programs ask for, as one app without a port of its own. */
export function webApp(options: WebOptions): Hono {
  const { publicUrl, trustProxy, sessionKey, log } = options;
  const assets = options.assets ?? loadAssets();
  const site = siteOf(options, sessions({ key: sessionKey, trustProxy }), assets);
  const app = new Hono();

  const tellOff =
    (why: string, sentence: string, status: 403 | 404 | 413 | 500, title?: string) =>
    (c: Context) =>
      isApi(c)
        ? c.json({ ok: false, why, sentence }, status)
        : problemPage(c, site, { sentence, status, ...(title === undefined ? {} : { title }) });
  const tooLong = tellOff("too-long", problemTexts.tooLong, 413);
  const otherSite = tellOff("other-site", problemTexts.otherSite, 403, problemTexts.otherSiteTitle);

  app.onError((error, c) => {
    const at = error.stack?.split("\n").find((line) => line.trim().startsWith("at "));
    log.error("request failed", { error: error.name, at: at?.trim() ?? null });
    return tellOff("failed", problemTexts.failed, 500)(c);
  });
  app.notFound(tellOff("not-found", problemTexts.notFound, 404));

  app.use(pageHeaders(publicUrl));
  app.use(compress());
  app.use(webhookPath, bodyLimit({ maxSize: longestUpdate, onError: (c) => c.body(null, 413) }));
  const limit = bodyLimit({ maxSize: longestBody, onError: tooLong });
  const listLimit = bodyLimit({ maxSize: longestListBody, onError: tooLong });
  app.on("POST", ["/api/*", "/say", "/size", "/forget", "/join/*", "/desk/*"], (c, next) =>
    (listPaths.includes(c.req.path) ? listLimit : limit)(c, next),
  );
  app.use(
    sameOriginOnly({
      ...{ sessions: site.sessions, trustProxy, publicUrl, refuse: otherSite },
      except: [webhookPath],
    }),
  );
  homeRoutes(app, site);
  fileRoutes(app, site);
  seatRoutes(app, site);
  messageRoutes(app, site);
  pageRoutes(app, site);
  deskRoutes(app, site);
  agreementRoutes(app, site);
  machineRoutes(app, site);

  // The page is there at once; its script comes when it is made.
  assets.bundle().catch((error: unknown) => {
    log.error("page script not made", { error: error instanceof Error ? error.name : "" });
  });
  return app;
}
