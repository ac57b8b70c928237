import type { Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Incoming } from "../domain/message.ts";
import type { Receipt } from "../domain/ports.ts";
import { problemTexts } from "../texts/zh-cn/page.ts";
import { addressOf } from "./address.ts";
import { standingOf } from "./desk-door.tsx";
import { showHome } from "./home-routes.tsx";
import { readForm, readJson } from "./message-body.ts";
import type { MessageBody } from "./message-body.ts";
import type { Site } from "./site.ts";
import { cursorOf } from "./thread.ts";

/** Pages that may hang on the line at once. A page that gets none asks again by itself. */
const mostStreams = 5000;
/** Unit: seconds. */
const waitWhenTooFast = 5;

const refusals = {
  broken: { status: 400, sentence: problemTexts.broken },
  empty: { status: 400, sentence: problemTexts.empty },
  "too-long": { status: 413, sentence: problemTexts.tooLong },
  "no-session": { status: 401, sentence: problemTexts.noSession },
} as const;
export const delays = {
  "store-down": { status: 503, sentence: problemTexts.storeDown, form: problemTexts.storeDownForm },
  "too-fast": { status: 429, sentence: problemTexts.tooFast, form: problemTexts.tooFastForm },
} as const;

/** What a villager says, and what the page hears. */
export function messageRoutes(app: Hono, site: Site): void {
  app.post("/api/messages", async (c) => {
    const refuse = (why: keyof typeof refusals) => {
      const { status, sentence } = refusals[why];
      return c.json({ ok: false, why, sentence }, status);
    };
    if (!c.req.header("content-type")?.startsWith("application/json")) return refuse("broken");
    const session = await site.sessions.read(c);
    if (session === null) return refuse("no-session");
    const body = readJson(new Uint8Array(await c.req.arrayBuffer()));
    if (!body.ok) return refuse(body.why);
    const late = firstRefusal(await take(site, session, body, addressOf(c, site.trustProxy)));
    if (late === null) return c.json({ ok: true }, 202);
    const { status, sentence } = delays[late];
    if (late === "too-fast") c.header("retry-after", String(waitWhenTooFast));
    return c.json({ ok: false, why: late, sentence }, status);
  });

  // Where a reload of the answer to a form leads.
  app.get("/say", (c) => c.redirect("/", 303));
  app.post("/say", async (c) => {
    const isKnown = (await site.sessions.read(c)) !== null;
    const session = await site.sessions.open(c);
    const body = readForm(new Uint8Array(await c.req.arrayBuffer()));
    if (!body.ok && body.why === "empty") return c.redirect("/#say", 303);
    if (!body.ok) {
      const { status, sentence } = refusals[body.why];
      return showHome(c, site, session, { notice: sentence, draft: body.draft, status });
    }
    const before = await site.chat.history(session, 1);
    const late = firstRefusal(await take(site, session, body, addressOf(c, site.trustProxy)));
    if (late !== null) {
      const { status, form } = delays[late];
      return showHome(c, site, session, { notice: form, draft: body.draft, status });
    }
    await replyAfter(site, session, cursorOf(before.events));
    if (isKnown) return c.redirect("/#last", 303);
    // A browser that keeps no cookie would find an empty page there: the reply stands here.
    return showHome(c, site, session, { notice: problemTexts.noCookies });
  });

  let streams = 0;
  app.get("/api/events", async (c) => {
    const session = await site.sessions.read(c);
    if (session === null)
      return c.json({ ok: false, why: "no-session", sentence: problemTexts.noSession }, 401);
    if (streams >= mostStreams)
      return c.json({ ok: false, why: "busy", sentence: problemTexts.busy }, 503);
    // A question for the headers alone would hold a line that nobody listens to.
    if (c.req.method === "HEAD") return c.body(null, 200, { "content-type": "text/event-stream" });
    streams++;
    c.header("x-accel-buffering", "no");
    return streamSSE(c, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      // Of a desk whose time is over nothing more is shown: the page is told to look again.
      const isDesk = (await standingOf(site, session)) !== "nobody";
      const isShut = async () => isDesk && (await standingOf(site, session)) !== "open";
      const beats = async () => {
        if (!(await isShut())) return void stream.write(": beat\n\n");
        await stream.writeSSE({ event: "ended", data: "" });
        gone.abort();
      };
      const beat = setInterval(() => void beats(), site.heartbeat ?? 15_000);
      try {
        await stream.write("retry: 2000\n\n");
        if (await isShut()) await beats();
        for await (const event of site.chat.events(session, cursorIn(c), gone.signal)) {
          if (await isShut()) break;
          const id = event.seq > 0 ? { id: String(event.seq) } : {};
          await stream.writeSSE({ ...id, data: JSON.stringify(event) });
        }
      } catch (error) {
        site.log.error("event stream failed", { error: error instanceof Error ? error.name : "" });
      } finally {
        clearInterval(beat);
        streams--;
      }
    });
  });
}

export async function take(
  site: Site,
  session: string,
  { messages }: Pick<MessageBody & { ok: true }, "messages">,
  from: string | null = null,
): Promise<Receipt[]> {
  const at = site.clock.now();
  const receipts = await site.receive(
    messages.map(({ id, content }): Incoming => ({
      channel: "web",
      chat: session,
      key: `${session}:${id}`,
      at,
      content,
    })),
    from,
  );
  site.chat.wake(session);
  return receipts;
}

export function firstRefusal(receipts: Receipt[]): "store-down" | "too-fast" | null {
  for (const receipt of receipts) if (!receipt.ok) return receipt.why;
  return null;
}

/** Waits a little for the robot, so that a page without a script shows the reply at once. */
export async function replyAfter(site: Site, session: string, cursor: number): Promise<void> {
  const patience = AbortSignal.timeout(site.replyWait ?? 1500);
  for await (const { type } of site.chat.events(session, cursor, patience))
    if (type === "bubble") return;
}

/** Where this page stopped listening: the browser's own word first, then ours. */
function cursorIn(c: Context): number {
  const given = c.req.header("last-event-id") ?? c.req.query("after") ?? "0";
  return /^\d{1,15}$/.test(given) ? Number(given) : 0;
}
