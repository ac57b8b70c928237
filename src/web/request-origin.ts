import type { Context } from "hono";

/**
 * Where the browser thinks that it is: scheme and host of this request. A reverse proxy's
 * X-Forwarded-Proto and -Host count only where it is the station's own.
 */
export function requestOrigin(c: Context, trustProxy: boolean): URL {
  const url = new URL(c.req.url);
  const forwarded = (name: string) =>
    trustProxy ? c.req.header(name)?.split(",")[0]?.trim() : undefined;
  const scheme = forwarded("x-forwarded-proto") === "https" ? "https:" : url.protocol;
  const host = forwarded("x-forwarded-host") ?? c.req.header("host") ?? url.host;
  const origin = `${scheme}//${host}`;
  return URL.canParse(origin) ? new URL(origin) : url;
}
