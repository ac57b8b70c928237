import { randomBytes } from "node:crypto";
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
  /** The same with a file under the name of its field. @throws TelegramFault */
  upload(method: string, payload: object, file: Upload, signal: AbortSignal): Promise<unknown>;
  /** What lies at a path that getFile named. @throws TelegramFault; 413 = more than `most` bytes, 410 = it is gone */
  download(path: string, most: number, signal: AbortSignal): Promise<Uint8Array>;
  /** Lets calls under way end for a moment, then cuts them. */
  close(): Promise<void>;
}

/** A file in a form. */
export interface Upload {
  field: string;
  /** Of our own making: it is shown to people. */
  name: string;
  mime: string;
  bytes: Uint8Array;
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

/** Five megabytes over a village's line. Unit: ms. */
const fileLimit = 20_000;
/** How long open calls may end by themselves at closing time. Unit: ms. */
const grace = 300;

export async function createTransport(options: TransportOptions): Promise<Transport> {
  const dispatcher = await dispatcherFor(options.proxy);
  const base = new URL(`${options.apiRoot}/`);
  const path = `${base.pathname}bot${options.token}/`;
  const hide = (text: string) => text.replaceAll(options.token, "TOKEN");

  interface Sending {
    type: string;
    body: string | Buffer;
  }

  async function attempt(method: string, sending: Sending, signal: AbortSignal): Promise<unknown> {
    let status: number;
    let text: string;
    try {
      const answer = await dispatcher.request({
        origin: base.origin,
        path: path + method,
        method: "POST",
        headers: { "content-type": sending.type },
        body: sending.body,
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

  async function download(from: string, most: number, signal: AbortSignal): Promise<Uint8Array> {
    const names = from.split("/").map(encodeURIComponent).join("/");
    try {
      const answer = await dispatcher.request({
        origin: base.origin,
        path: `${base.pathname}file/bot${options.token}/${names}`,
        method: "GET",
        signal,
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      const parts: Buffer[] = [];
      let length = 0;
      for await (const part of answer.body as AsyncIterable<Buffer>) {
        length += part.length;
        if (length > most) throw new TelegramFault("download", 413, "more than may be kept");
        parts.push(part);
      }
      if (answer.statusCode === 200) return Buffer.concat(parts);
      // The file alone is gone: 404 to a method would say that the token is wrong.
      const code = answer.statusCode === 404 ? 410 : answer.statusCode;
      throw new TelegramFault("download", code, `HTTP ${answer.statusCode}`);
    } catch (error) {
      if (error instanceof TelegramFault) throw error;
      throw new TelegramFault("download", null, hide(nameOf(error)));
    }
  }

  /** Ends what takes too long, and tells how it ended. */
  async function bounded<T>(
    work: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal | undefined,
    limit: number,
  ): Promise<T> {
    const ending = new AbortController();
    const stop = () => ending.abort();
    const timer = setTimeout(stop, limit);
    signal?.addEventListener("abort", stop, { once: true });
    if (signal?.aborted) stop();
    try {
      const result = await work(ending.signal);
      options.ended(null);
      return result;
    } catch (error) {
      if (error instanceof TelegramFault && !signal?.aborted) options.ended(error);
      throw error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    }
  }

  return {
    call(method, payload, signal, limit = options.limit) {
      const sending = { type: "application/json", body: JSON.stringify(payload) };
      return bounded((ending) => attempt(method, sending, ending), signal, limit);
    },
    upload(method, payload, file, signal) {
      const sending = formOf(payload, file);
      return bounded((ending) => attempt(method, sending, ending), signal, fileLimit);
    },
    download: (path, most, signal) =>
      bounded((ending) => download(path, most, ending), signal, fileLimit),
    async close() {
      const late = setTimeout(() => void dispatcher.destroy(), grace);
      await dispatcher.close();
      clearTimeout(late);
    },
  };
}

/** A form with a file in it. Source: RFC 7578. */
function formOf(payload: object, { field, name, mime, bytes }: Upload) {
  const boundary = `sanwu-${randomBytes(16).toString("hex")}`;
  const head = (disposition: string, more = ""): string =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n${more}\r\n`;
  const fields = Object.entries(payload).flatMap(([key, value]: [string, unknown]) =>
    value === undefined
      ? []
      : [
          `${head(`name="${key}"`)}${typeof value === "string" ? value : JSON.stringify(value)}\r\n`,
        ],
  );
  const fileHead = head(`name="${field}"; filename="${name}"`, `content-type: ${mime}\r\n`);
  const start = Buffer.from(fields.join("") + fileHead);
  const body = Buffer.concat([start, bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
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
