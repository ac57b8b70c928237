import type { Dispatcher } from "undici";
import { z } from "zod";
import { TelegramFault } from "./fault.ts";

export interface TransportOptions {
  token: string;
  /** Without a slash at the end. */
  apiRoot: string;
  /** An HTTP proxy's address, or null. */
  proxy: string | null;
  /** How long one call may take. Unit: ms. */
  limit: number;
  /** Told of every call's end: null = Telegram answered well. */
  ended: (fault: TelegramFault | null) => void;
}

/** Calls the Bot API by HTTP with JSON: bounded in time, through a proxy if wanted, silent about the token. */
export interface Transport {
  /**
   * @param limit instead of the usual one, for calls that wait on purpose. Unit: ms.
   * @throws TelegramFault
   */
  call(method: string, payload: object, signal?: AbortSignal, limit?: number): Promise<unknown>;
  /** Lets calls under way end for a moment, then cuts them. */
  close(): Promise<void>;
}

const answerShape = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.int().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  parameters: z
    .object({
      retry_after: z.number().nonnegative().optional().catch(undefined),
      migrate_to_chat_id: z.int().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** How long open calls may end by themselves at closing time. Unit: ms. */
const grace = 300;

export async function createTransport(options: TransportOptions): Promise<Transport> {
  const dispatcher = await dispatcherFor(options.proxy);
  const base = new URL(`${options.apiRoot}/`);
  const path = `${base.pathname}bot${options.token}/`;
  const hide = (text: string) => text.replaceAll(options.token, "TOKEN");

  async function attempt(method: string, payload: object, signal: AbortSignal): Promise<unknown> {
    let status: number;
    let text: string;
    try {
      const answer = await dispatcher.request({
        origin: base.origin,
        path: path + method,
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(payload),
        signal,
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      status = answer.statusCode;
      text = await answer.body.text();
    } catch (error) {
      throw new TelegramFault(method, null, hide(nameOf(error)));
    }
    const answer = answerShape.safeParse(parsed(text));
    if (!answer.success)
      throw new TelegramFault(method, status >= 500 ? status : null, `HTTP ${status} without JSON`);
    const { ok, result, error_code, description, parameters } = answer.data;
    if (ok) return result;
    throw new TelegramFault(method, error_code ?? status, hide(description ?? "no description"), {
      ...(parameters?.retry_after === undefined
        ? {}
        : { retryAfter: parameters.retry_after * 1_000 }),
      ...(parameters?.migrate_to_chat_id === undefined
        ? {}
        : { migrateTo: String(parameters.migrate_to_chat_id) }),
    });
  }

  return {
    async call(method, payload, signal, limit = options.limit) {
      const ending = new AbortController();
      const stop = () => ending.abort();
      const timer = setTimeout(stop, limit);
      signal?.addEventListener("abort", stop, { once: true });
      if (signal?.aborted) stop();
      try {
        const result = await attempt(method, payload, ending.signal);
        options.ended(null);
        return result;
      } catch (error) {
        if (error instanceof TelegramFault && !signal?.aborted) options.ended(error);
        throw error;
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener("abort", stop);
      }
    },
    async close() {
      const late = setTimeout(() => void dispatcher.destroy(), grace);
      await dispatcher.close();
      clearTimeout(late);
    },
  };
}

/** undici is loaded here only: a station without Telegram does not pay for it. */
async function dispatcherFor(proxy: string | null): Promise<Dispatcher> {
  const { Agent, ProxyAgent } = await import("undici");
  // Sixteen sends and one long poll at once, each on a connection of its own that stays open a while.
  const settings = {
    connections: 32,
    pipelining: 1,
    keepAliveTimeout: 15_000,
    maxResponseSize: 32 * 1024 * 1024,
  };
  return proxy === null ? new Agent(settings) : new ProxyAgent({ uri: proxy, ...settings });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The kind of a network error: its message may hold an address and so the token. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  const code: unknown = "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : error.name;
}
