import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ComponentChildren } from "preact";
import type { Assets } from "./assets.ts";
import { pageHtml } from "./layout.tsx";
import type { WebOptions } from "./options.ts";
import type { Sessions } from "./session.ts";
import { sizeCookie, sizeFrom } from "./text-size.ts";

/** What all routes share. */
export interface Site extends Omit<WebOptions, "assets"> {
  sessions: Sessions;
  assets: Assets;
  /** Answers with a whole page; never kept by the browser, except where `cache` says otherwise. */
  page(c: Context, page: PageOf): Response;
}

export interface PageOf {
  title: string;
  body: ComponentChildren;
  status?: ContentfulStatusCode;
  /** Default: no-store. */
  cache?: string;
}

export function siteOf(options: WebOptions, sessions: Sessions, assets: Assets): Site {
  const versioned = (path: string, version: string | undefined) =>
    version === undefined ? path : `${path}?v=${version}`;
  return {
    ...options,
    sessions,
    assets,
    page(c, { title, body, status = 200, cache = "no-store" }) {
      c.header("cache-control", cache);
      const frame = {
        title,
        path: c.req.path,
        station: options.knowledge.station,
        release: options.knowledge.release,
        size: sizeFrom(getCookie(c, sizeCookie)),
        urls: {
          css: versioned("/app.css", assets.css.version),
          script: versioned("/app.js", assets.script()?.version),
        },
      };
      return c.html(pageHtml(frame, body), status);
    },
  };
}

/** Whether this request wants data and not a page. */
export function isApi(c: Context): boolean {
  return c.req.path.startsWith("/api/");
}
