import { createHash, timingSafeEqual } from "node:crypto";
import type { Clock, Log } from "../../domain/ports.ts";
import type { Take } from "./take.ts";

/** Telegram's updates have a few kB. Unit: bytes. */
const largest = 256 * 1024;
/** A stranger who knocks often is told of once in this time. Unit: ms. */
const quiet = 60_000;

export interface WebhookOptions {
  secret: string;
  take: Take;
  clock: Clock;
  log: Log;
}

/**
 * The route that Telegram posts updates to. 401 before anything of the body is read unless the secret
 * header is right; 200 only after the application has the update; 503 makes Telegram come again.
 */
export function createWebhook({ secret, take, clock, log }: WebhookOptions) {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const right = digest(secret);
  let refused = 0;
  let toldAt = -Infinity;
  const refuse = () => {
    refused++;
    if (clock.now() - toldAt < quiet) return;
    toldAt = clock.now();
    log.warn("telegram webhook refused: wrong secret", { times: refused });
    refused = 0;
  };
  return async (request: Request): Promise<Response> => {
    if (request.method !== "POST") return status(405);
    const given = request.headers.get("x-telegram-bot-api-secret-token") ?? "";
    if (!timingSafeEqual(digest(given), right)) {
      refuse();
      return status(401);
    }
    let update: unknown;
    try {
      const body = await bodyOf(request);
      if (body === null) return status(413);
      update = JSON.parse(body);
    } catch {
      // No JSON, or the sender went away in the middle of it.
      return status(400);
    }
    if (typeof update !== "object" || update === null || Array.isArray(update)) return status(400);
    return status((await take([update])) ? 200 : 503);
  };
}

const status = (code: number) => new Response(null, { status: code });

/** The body as text, or null if it is too large: then the rest is not read. */
async function bodyOf(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > largest) return null;
  if (!request.body) return "";
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > largest) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
