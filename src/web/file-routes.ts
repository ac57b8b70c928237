import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Content } from "../domain/message.ts";
import { keptRef } from "../domain/message.ts";
import { largestFile, type FileProblem } from "../domain/media/limits.ts";
import { mediaTexts } from "../texts/zh-cn/media.ts";
import { problemTexts } from "../texts/zh-cn/page.ts";
import { standingOf } from "./desk-door.tsx";
import { showHome } from "./home-routes.tsx";
import { cleaned, idShape, longestText, nonceShape } from "./message-body.ts";
import { delays, firstRefusal, replyAfter, take } from "./message-routes.ts";
import { addressOf } from "./address.ts";
import { problemPage } from "./problem-page.tsx";
import { rangeIn } from "./ranged.ts";
import type { Site } from "./site.ts";
import { cursorOf } from "./thread.ts";

/** A file with all that a form adds to it. Unit: bytes. */
const longestUpload = largestFile + 128 * 1024;

const statuses = {
  empty: 400,
  unknown: 400,
  broken: 400,
  "too-large": 400,
  "too-big": 413,
  "too-many": 429,
} as const satisfies Record<FileProblem | "too-many", 400 | 413 | 429>;

/** Names of our own making: nothing of the sender's stands in a header. */
const names: Record<string, string> = {
  "image/jpeg": "photo.jpg",
  "image/png": "photo.png",
  "image/webp": "photo.webp",
  "audio/ogg": "voice.ogg",
  "audio/webm": "voice.webm",
  "audio/mp4": "voice.m4a",
};

/** Pictures and voices that a page sends, and those that it shows. */
export function fileRoutes(app: Hono, site: Site): void {
  const { files } = site;
  const tooBig = mediaTexts.problem("too-big");
  const sizes = (onError: (c: Context) => Response) =>
    bodyLimit({ maxSize: longestUpload, onError });
  const refused = (
    c: Context,
    why: string,
    sentence: string,
    status: 400 | 401 | 413 | 429 | 503,
  ) => c.json({ ok: false, why, sentence }, status);

  app.post(
    "/files",
    sizes((c) => refused(c, "too-big", tooBig, 413)),
    async (c) => {
      const session = await site.sessions.read(c);
      if (session === null) return refused(c, "no-session", problemTexts.noSession, 401);
      if (!files) return refused(c, "store-down", problemTexts.emergencyOnly, 503);
      const id = idShape.safeParse(c.req.query("id"));
      if (!id.success) return refused(c, "broken", problemTexts.broken, 400);
      const kept = await files.keep(session, id.data, new Uint8Array(await c.req.arrayBuffer()));
      if (!kept.ok) return refused(c, kept.why, mediaTexts.problem(kept.why), statuses[kept.why]);
      const content: Content = {
        ...{ kind: "media", media: kept.kind, caption: "", ref: keptRef(kept.id) },
      };
      const messages = [{ id: id.data, content }];
      const late = firstRefusal(
        await take(site, session, { messages }, addressOf(c, site.trustProxy)),
      );
      if (late === null) return c.json({ ok: true }, 202);
      return refused(c, late, delays[late].sentence, delays[late].status);
    },
  );

  /** The form of a page without a script, and of the desk: a file, and words under it if there are. */
  app.post(
    "/say-file",
    sizes((c) => problemPage(c, site, { sentence: tooBig, status: 413 }) as Response),
    async (c) => {
      const session = await site.sessions.open(c);
      const say = (notice: string, status: 400 | 413 | 429 | 503) =>
        showHome(c, site, session, { notice, status });
      if (!files) return say(problemTexts.emergencyOnly, 503);
      const form = await c.req.parseBody().catch(() => null);
      const nonce = nonceShape.safeParse(form?.["nonce"]);
      if (form === null || !nonce.success) return say(problemTexts.broken, 400);
      const { file, text: typed = "" } = form;
      if (!(file instanceof File) || typeof typed !== "string")
        return say(problemTexts.broken, 400);
      const id = `${nonce.data}-file`;
      const kept = await files.keep(session, id, new Uint8Array(await file.arrayBuffer()));
      if (!kept.ok) return say(mediaTexts.problem(kept.why), statuses[kept.why]);
      const medium = { media: kept.kind, ref: keptRef(kept.id) };
      const text = cleaned(typed).slice(0, longestText);
      const content: Content =
        text.trim() === ""
          ? { kind: "media", caption: "", ...medium }
          : { kind: "text", text, forwarded: false, edited: false, medium };
      const before = await site.chat.history(session, 1);
      const late = firstRefusal(
        await take(site, session, { messages: [{ id, content }] }, addressOf(c, site.trustProxy)),
      );
      if (late !== null) return say(delays[late].form, delays[late].status);
      await replyAfter(site, session, cursorOf(before.events));
      return c.redirect("/#last", 303);
    },
  );

  app.get("/files/:id", async (c) => {
    const session = await site.sessions.read(c);
    const id = c.req.param("id");
    const isOpen = session !== null && /^[\w-]{22}$/.test(id) && (await mayLook(site, session));
    const file = isOpen ? await files?.open(session, id) : null;
    // One answer to whoever may not see it and to whoever asks for nothing.
    if (!file) return c.notFound();
    const name = names[file.mime];
    c.header("content-type", file.mime);
    c.header("content-disposition", name ? `inline; filename="${name}"` : "attachment");
    c.header("cache-control", "private, no-store");
    c.header("accept-ranges", "bytes");
    const whole = new Uint8Array(file.bytes);
    const range = rangeIn(c.req.header("range"), whole.length);
    if (range === null) return c.body(whole);
    const [from, to] = range;
    c.header("content-range", `bytes ${from}-${to}/${whole.length}`);
    return c.body(whole.slice(from, to + 1), 206);
  });
}

/** A browser that was signed out of the desk sees nothing of what it saw there. */
async function mayLook(site: Site, session: string): Promise<boolean> {
  const standing = await standingOf(site, session);
  return standing !== "ended" && standing !== "code" && standing !== "enrol";
}
