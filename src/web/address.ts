import { isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * The network address that a request comes from; of IPv6 the first half, which is one household's.
 * Null where it tells nothing: on this computer itself stands a reverse proxy, or a test.
 * Behind the station's own proxy the last address that it added counts, never what a browser claims.
 */
export function addressOf(c: Context, trustProxy: boolean): string | null {
  const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : "";
  const address = plain(forwarded || connected(c) || "");
  const kind = isIP(address);
  if (kind === 0 || address === "::1" || address.startsWith("127.")) return null;
  return kind === 4 ? address : halfOf(address);
}

/** Where no server stands behind the routes there is no connection. */
function connected(c: Context): string | undefined {
  const { incoming } = (c.env ?? {}) as { incoming?: unknown };
  return incoming === undefined ? undefined : getConnInfo(c).remote.address;
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

function halfOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail ? tail.split(":") : [];
  const zeros =
    tail === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => "0");
  return [...first, ...zeros, ...last].slice(0, 4).join(":").toLowerCase();
}
