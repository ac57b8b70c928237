import type { IncomingMessage, ServerResponse } from "node:http";
import { bodyOf } from "./body.ts";
import type { Fault, Rate } from "./faults.ts";
import type { MediaName } from "./people.ts";
import type { BotApi } from "./server.ts";

/** What somebody does, told from another process. `group`: there instead of in private. */
type Deed = { user: number; group?: number } & (
  | { says: string }
  | { forwards: string }
  | { sends: MediaName; caption?: string }
  | { clicks: string }
  | { does: "blocks" | "unblocks" | "leaves" }
);

/**
 * Steers the server from another process, by HTTP with JSON:
 * - `POST /control/people` [deed, …] → { updates: [id | null, …] }, as one batch in this order
 * - `POST /control/updates` [update, …]: raw updates, with or without update_id
 * - `POST /control/faults` { next?: { method, fault, times? }[], rates?: rate[], heal?: true }
 * - `GET /control/done?after=SEQ&most=N`: what the bot did, in order
 * - `GET /control/chats/ID`: what the chat shows now
 * - `GET /control/state`: counters
 */
export async function control(api: BotApi, request: IncomingMessage, response: ServerResponse) {
  const body = await bodyOf(request);
  const url = new URL(request.url!, api.url || "http://127.0.0.1");
  const parsed: unknown = body.length === 0 ? null : JSON.parse(body.toString());
  const answer = route(api, `${request.method} ${url.pathname}`, url.searchParams, parsed);
  const text = JSON.stringify(answer ?? { error: "no such control" });
  response.writeHead(answer === undefined ? 404 : 200, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}

function route(api: BotApi, what: string, query: URLSearchParams, body: unknown): unknown {
  const chat = /^GET \/control\/chats\/(-?\d+)$/.exec(what)?.[1];
  if (chat !== undefined) {
    const found = api.world.chats.get(Number(chat));
    return found && { ...found, messages: [...found.messages.values()] };
  }
  switch (what) {
    case "POST /control/people":
      return { updates: (body as Deed[]).map((deed) => act(api, deed)) };
    case "POST /control/updates":
      return {
        updates: (body as Record<string, unknown>[]).map((update) => api.updates.push(update)),
      };
    case "POST /control/faults": {
      const { next, rates, heal } = body as {
        next?: { method: string; fault: Fault; times?: number }[];
        rates?: Rate[];
        heal?: boolean;
      };
      if (heal) api.faults.heal();
      for (const one of next ?? []) api.faults.next(one.method, one.fault, one.times);
      if (rates) api.faults.rates(rates);
      return {};
    }
    case "GET /control/done": {
      const after = Number(query.get("after") ?? 0);
      const first = api.world.done[0]?.seq ?? 1;
      const from = Math.max(0, after + 1 - first);
      return api.world.done.slice(from, from + Number(query.get("most") ?? 10_000));
    }
    case "GET /control/state":
      return {
        pending: api.webhook()?.pending ?? api.updates.pending,
        lastUpdate: api.updates.lastId,
        confirmed: api.updates.confirmed,
        done: api.world.done.at(-1)?.seq ?? 0,
        calls: Object.fromEntries(api.counts),
        webhook: api.webhook(),
      };
    default:
      return undefined;
  }
}

function act(api: BotApi, deed: Deed): number | null {
  const person =
    deed.group === undefined ? api.user(deed.user) : api.user(deed.user).in(deed.group);
  if ("says" in deed) return person.says(deed.says);
  if ("forwards" in deed) return person.forwards(deed.forwards);
  if ("sends" in deed) return person.sends(deed.sends, deed.caption);
  if ("clicks" in deed) return person.clicks(deed.clicks).update;
  if (deed.does === "leaves") {
    person.leaves();
    return null;
  }
  return person[deed.does]();
}
