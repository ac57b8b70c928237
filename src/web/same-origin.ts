import type { MiddlewareHandler } from "hono";
import { requestOrigin } from "./request-origin.ts";
import type { Sessions } from "./session.ts";

export interface SameOriginOptions {
  sessions: Sessions;
  trustProxy: boolean;
  publicUrl: string | null;
  /** Paths with a proof of their own. */
  except: readonly string[];
  refuse: (c: Parameters<MiddlewareHandler>[0]) => Response | Promise<Response>;
}

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Nothing is changed for a request that another site made the browser send. What tells against it
 * decides; then one proof is asked for: Sec-Fetch-Site, Origin, or the token of our own form (old
 * browsers send none of the headers, and plain http has no Sec-Fetch-Site).
 */
export function sameOriginOnly(options: SameOriginOptions): MiddlewareHandler {
  const { sessions, trustProxy, publicUrl, except, refuse } = options;
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin;
  return async (c, next) => {
    if (safeMethods.has(c.req.method) || except.includes(c.req.path)) return next();
    const site = c.req.header("sec-fetch-site");
    if (site !== undefined && site !== "same-origin") return refuse(c);
    const origin = c.req.header("origin");
    const isOurs =
      origin !== undefined &&
      (origin === requestOrigin(c, trustProxy).origin || origin === publicOrigin);
    if (origin !== undefined && origin !== "null" && !isOurs) return refuse(c);
    if (site === "same-origin" || isOurs) return next();
    const session = await sessions.read(c);
    const token = c.req.query("token");
    if (session !== null && token !== undefined && sessions.isFormToken(session, token))
      return next();
    return refuse(c);
  };
}
