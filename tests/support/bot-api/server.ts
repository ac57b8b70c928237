import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { bodyOf, type Params, paramsOf } from "./body.ts";
import { control } from "./control.ts";
import { ApiError, badRequest, conflict, tooMany } from "./error.ts";
import { createFaults, type Fault, type Faults } from "./faults.ts";
import { createLimits } from "./limits.ts";
import * as send from "./methods-send.ts";
import * as setup from "./methods-setup.ts";
import { createPeople, type People } from "./people.ts";
import { createUpdates, type Updates } from "./updates.ts";
import { createDelivery, type Delivery } from "./webhook.ts";
import { createWorld, type World } from "./world.ts";

export interface BotApiOptions {
  /** 0 = any free port. */
  port?: number;
  token?: string;
  seed?: number;
  /** How many of the bot's doings are remembered. */
  keep?: number;
  /** Messages a second, as Telegram limits them; null = no limit. */
  limits?: { perChat: number; overall: number } | null;
  /** First wait before an update is posted to the webhook again. Unit: ms. */
  webhookRetry?: number;
}

interface Call {
  method: string;
  /** Unit: ms since 1970. */
  at: number;
  params: Params;
  /** HTTP status; 0 = no answer was given. */
  status: number;
}

/** A Bot API of our own for one bot: strict, cheap, and able to fail in every way. */
export interface BotApi extends People {
  /** For apiRoot. */
  url: string;
  token: string;
  world: World;
  updates: Updates;
  faults: Faults;
  /** The latest calls, oldest first. */
  calls: Call[];
  /** Number of calls of each method since the start. */
  counts: Map<string, number>;
  webhook(): { url: string; pending: number; lastError: string | null } | null;
  /** Webhooks at `from` are posted to `to`: as where something in front of the bot ends TLS. */
  reroutes(from: string, to: string): void;
  /** Nothing listens any more (an outage), until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  stop(): Promise<void>;
}

type Method = (world: World, params: Params, gone: AbortSignal) => unknown;

export async function startBotApi(options: BotApiOptions = {}): Promise<BotApi> {
  const token = options.token ?? "7001:a-token-of-the-strict-server";
  const keep = options.keep ?? 100_000;
  const world = createWorld(Number.parseInt(token, 10), keep, Date.now);
  const updates = createUpdates();
  const faults = createFaults(options.seed ?? 1);
  const limited = createLimits(options.limits ?? null);
  const calls: Call[] = [];
  const counts = new Map<string, number>();
  const hanging = new Set<ServerResponse>();
  const routes: { from: string; to: string }[] = [];
  let hook: { url: string; delivery: Delivery; connections: number } | null = null;

  const unhook = () => {
    const left = hook?.delivery.stop() ?? [];
    hook = null;
    updates.divert(null);
    for (const update of left) updates.push(update);
  };
  const methods: Record<string, Method> = {
    ...plainMethods,
    sendMessage(_, params) {
      limited(Number(params["chat_id"]), Date.now());
      return send.sendMessage(world, params);
    },
    copyMessage(_, params) {
      limited(Number(params["chat_id"]), Date.now());
      return send.copyMessage(world, params);
    },
    getUpdates(_, params, gone) {
      if (hook)
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      const allowed = setup.allowedUpdates(params["allowed_updates"]);
      if (allowed) updates.allow(allowed);
      const limit = Math.min(Math.max(Number(params["limit"] ?? 100) || 100, 1), 100);
      const timeout = Math.min(Math.max(Number(params["timeout"] ?? 0) || 0, 0), 50);
      return updates.poll({ offset: Number(params["offset"] ?? 0), limit, timeout, gone });
    },
    setWebhook(_, params) {
      const { url, secret, connections } = setup.webhookArguments(params);
      const allowed = setup.allowedUpdates(params["allowed_updates"]);
      unhook();
      if (allowed) updates.allow(allowed);
      if (params["drop_pending_updates"] === true) updates.drop();
      if (url !== "") {
        updates.interrupt("terminated by setWebhook request");
        const to = routes.reduce((at, { from, to }) => at.replace(from, to), url);
        const delivery = createDelivery(to, secret, connections, options.webhookRetry ?? 1_000);
        hook = { url, delivery, connections };
        updates.divert(delivery.give);
      }
      return true;
    },
    deleteWebhook(_, params) {
      unhook();
      if (params["drop_pending_updates"] === true) updates.drop();
      return true;
    },
    getWebhookInfo: () => ({
      url: hook?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: hook?.delivery.pending ?? updates.pending,
      ...(hook ? { max_connections: hook.connections } : {}),
      ...(hook?.delivery.lastError ? { last_error_message: hook.delivery.lastError } : {}),
      ...(updates.allowed ? { allowed_updates: updates.allowed } : {}),
    }),
  };

  async function call(
    name: string,
    request: IncomingMessage,
    response: ServerResponse,
    query: string,
  ) {
    const body = await bodyOf(request);
    const entry: Call = { method: name, at: Date.now(), params: {}, status: 0 };
    calls.push(entry);
    if (calls.length > keep * 2) calls.splice(0, keep);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const fault = faults.of(name);
    if (fault?.kind === "drop") return void request.socket.destroy();
    if (fault?.kind === "hang") return void hanging.add(response);
    if (fault?.kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault.ms));
    const gone = new AbortController();
    if (name === "getUpdates") response.on("close", () => gone.abort());
    try {
      entry.params = paramsOf(request.headers["content-type"] ?? "", query, body);
      if (fault?.kind === "status") throw statusOf(fault);
      if (fault?.kind === "garbage") return write(response, entry, 200, '{"ok":true,"resu');
      if (fault?.kind === "reply") return write(response, entry, 200, fault.body);
      const method = methods[name];
      if (!method) throw new ApiError(404, "Not Found: method not found");
      const result = await method(world, entry.params, gone.signal);
      if (fault?.kind === "drop-after") return void request.socket.destroy();
      write(response, entry, 200, JSON.stringify({ ok: true, result }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { code, description, parameters } = error;
      const answer = {
        ok: false,
        error_code: code,
        description,
        ...(parameters && { parameters }),
      };
      write(response, entry, code, JSON.stringify(answer));
    }
  }

  const api: BotApi = {
    ...createPeople(world, updates),
    url: "",
    token,
    world,
    updates,
    faults,
    calls,
    counts,
    webhook: () =>
      hook && { url: hook.url, pending: hook.delivery.pending, lastError: hook.delivery.lastError },
    reroutes: (from, to) => void routes.push({ from, to }),
    async down() {
      for (const response of hanging) response.destroy();
      hanging.clear();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
    up: () => listen(port),
    async stop() {
      hook?.delivery.stop();
      if (server.listening) await api.down();
    },
  };
  const server = createServer((request, response) => {
    const [path = "", query = ""] = request.url!.split("?", 2);
    const asked = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(path);
    const served = path.startsWith("/control/")
      ? control(api, request, response)
      : !asked || !/^\d+:[\w-]+$/.test(asked[2]!)
        ? refuse(request, response, 404, "Not Found")
        : asked[2] !== token
          ? refuse(request, response, 401, "Unauthorized")
          : asked[1]
            ? download(world, asked[3]!, response)
            : call(asked[3]!, request, response, query);
    served.catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  server.keepAliveTimeout = 60_000;
  const listen = (at: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(at, "127.0.0.1", resolve);
    });
  await listen(options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  api.url = `http://127.0.0.1:${port}`;
  return api;
}

const plainMethods: Record<string, Method> = {
  getMe: setup.getMe,
  sendPhoto: send.sendMedia("photo"),
  sendDocument: send.sendMedia("document"),
  sendVoice: send.sendMedia("voice"),
  sendAudio: send.sendMedia("audio"),
  sendVideo: send.sendMedia("video"),
  sendLocation: send.sendMedia("location"),
  sendContact: send.sendMedia("contact"),
  sendChatAction: send.sendChatAction,
  editMessageText: send.editMessageText,
  editMessageReplyMarkup: send.editMessageReplyMarkup,
  deleteMessage: send.deleteMessage,
  answerCallbackQuery: send.answerCallbackQuery,
  getFile: setup.getFile,
  setMyCommands: setup.setMyCommands,
  getMyCommands: setup.getMyCommands,
  setMyDescription: setup.setMyDescription,
  setMyShortDescription: setup.setMyShortDescription,
};

function statusOf(fault: Fault & { kind: "status" }): ApiError {
  if (fault.code === 429) return tooMany(fault.retryAfter ?? 1);
  if (fault.migrateTo !== undefined)
    return new ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: fault.migrateTo,
    });
  if (fault.code === 400) return badRequest(fault.description ?? "can't parse entities");
  return new ApiError(fault.code, fault.description ?? "Internal Server Error");
}

function write(response: ServerResponse, call: Call | null, status: number, body: string) {
  if (call) call.status = status;
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
}

async function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  code: number,
  what: string,
) {
  await bodyOf(request);
  write(response, null, code, JSON.stringify({ ok: false, error_code: code, description: what }));
}

async function download(world: World, path: string, response: ServerResponse) {
  const file = world.files.get(path.replace(/^files\//, ""));
  if (file) response.end(file);
  else response.writeHead(404).end();
}
