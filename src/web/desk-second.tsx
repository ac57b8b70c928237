import type { Context, Hono } from "hono";
import { z } from "zod";
import { secondTexts as words } from "../texts/zh-cn/desk-door.ts";
import { backFrom, secondPath, turnedAway } from "./desk-door.tsx";
import { CodePage, EnrolPage, IsOnPage, RecoveryPage } from "./desk-second-pages.tsx";
import type { Site } from "./site.ts";

/** As a person types it: digits, and what stands between them. */
const digits = z
  .string()
  .default("")
  .transform((text) => text.replace(/[^\d]/g, ""));
const codeForm = z.object({ code: digits, back: z.string().optional() });
const enrolForm = codeForm.extend({ sealed: z.string().max(500).default("") });

interface Again {
  problem: string;
  back: string;
  sealed?: string;
  status: 403 | 429;
}

/** The second factor: turned on, given at sign-in, and given again before something sensitive. */
export function deskSecondRoutes(app: Hono, site: Site): void {
  const { desk } = site;
  if (!desk) return;

  app.get(secondPath, (c) => show(c, null));

  app.post(secondPath, async (c) => {
    const session = await site.sessions.read(c);
    const form = codeForm.safeParse(await fieldsOf(c));
    if (session === null || !form.success) return turnedAway(c, site);
    const { code } = form.data;
    const back = backFrom(form.data.back);
    const tried = await desk.giveCode(session, code);
    if (tried === "wrong" || tried === "locked")
      return show(c, {
        ...{ back, problem: words[tried] },
        status: tried === "locked" ? 429 : 403,
      });
    if (tried === "not-now" && (await desk.standing(session)) !== "open")
      return turnedAway(c, site);
    return c.redirect(back, 303);
  });

  app.post(`${secondPath}/on`, async (c) => {
    const session = await site.sessions.read(c);
    const form = enrolForm.safeParse(await fieldsOf(c));
    if (session === null || !form.success) return turnedAway(c, site);
    const { code, sealed } = form.data;
    const back = backFrom(form.data.back);
    const codes = await desk.enrol(session, sealed, code);
    if (codes === "wrong") return show(c, { problem: words.wrong, back, sealed, status: 403 });
    if (codes === "not-now") return show(c, null);
    return site.page(c, {
      title: words.codesTitle,
      body: <RecoveryPage {...{ codes, back }} />,
    });
  });

  async function show(c: Context, again: Again | null): Promise<Response> {
    const session = await site.sessions.read(c);
    const shown = session === null ? null : await desk!.second(session);
    if (session === null || shown === null) return turnedAway(c, site);
    const token = site.sessions.formToken(session);
    const back = again?.back ?? backFrom(c.req.query("back"));
    const problem = again?.problem ?? null;
    const page = { title: words.title, status: again?.status ?? (200 as const) };
    const fresh = await desk!.newSecret(session, again?.sealed ?? null);
    if (fresh !== null)
      return site.page(c, {
        ...page,
        body: <EnrolPage {...{ token, problem, shown, fresh, back }} />,
      });
    const isAgain = shown.standing === "open";
    if (isAgain && c.req.query("back") === undefined && again === null)
      return site.page(c, { ...page, body: <IsOnPage codesLeft={shown.codesLeft} /> });
    return site.page(c, { ...page, body: <CodePage {...{ token, problem, isAgain, back }} /> });
  }
}

export async function fieldsOf(c: Context): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(await c.req.text()));
}
