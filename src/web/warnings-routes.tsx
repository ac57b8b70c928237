import type { Context, Hono } from "hono";
import { z } from "zod";
import { warningTabs } from "../domain/desk-warnings.ts";
import { contacts, outcomes } from "../domain/warning.ts";
import { mostBytes } from "../domain/warning-list.ts";
import { deskPageTexts } from "../texts/zh-cn/desk-page.ts";
import { contactNames, outcomeNames, warningTexts } from "../texts/zh-cn/warnings.ts";
import { warningPageTexts as words } from "../texts/zh-cn/warnings-page.ts";
import { turnedAway } from "./desk-door.tsx";
import { fieldsOf } from "./desk-second.tsx";
import { replyAfter, take } from "./message-routes.ts";
import { problemPage } from "./problem-page.tsx";
import type { Site } from "./site.ts";
import { cursorOf } from "./thread.ts";
import { figuresCsv, WarningFiguresPage } from "./warnings-figures.tsx";
import {
  BackToWarnings,
  CandidatesPage,
  ListForm,
  PreviewPage,
  TakenPage,
  WarningsPage,
} from "./warnings-pages.tsx";

const lookPath = "/desk/warnings/list";
const takePath = "/desk/warnings/take";
/** Where a list comes: larger than any other form. */
export const listPaths: readonly string[] = [lookPath, takePath];
/** A list, sealed and written in letters. Unit: bytes. */
export const longestListBody = 3 * mostBytes;

const one = <T extends readonly [string, ...string[]]>(names: T) =>
  z.union([z.literal(""), z.enum(names)]).default("");
const sum = z
  .string()
  .default("")
  .transform((text) => text.replace(/[,，元\s]/gu, ""))
  .pipe(z.union([z.literal(""), z.string().regex(/^\d{1,10}(?:\.\d{1,2})?$/u)]));
const resultForm = z.object({
  contact: one(contacts),
  outcome: one(outcomes),
  saved: sum,
  lost: sum,
  next: z.union([z.literal(""), z.string().regex(/^[0-3]$/u)]).default(""),
});

/** The pages of warnings: lists, the import of one, figures, candidates. */
export function warningRoutes(app: Hono, site: Site): void {
  const { desk } = site;
  if (!desk) return;

  /** Answers with what this person is shown; turns away whoever may not. */
  async function answer<T>(
    c: Context,
    ask: (session: string) => Promise<T | "not-yours" | null>,
    show: (found: T, session: string) => Response | Promise<Response>,
  ): Promise<Response> {
    const session = await site.sessions.read(c);
    const found = session === null ? null : await ask(session);
    if (session === null || found === null) return turnedAway(c, site);
    if (found === "not-yours")
      return problemPage(c, site, { sentence: deskPageTexts.notYours, status: 403 });
    return show(found as T, session);
  }
  const tokenOf = (session: string) => site.sessions.formToken(session);

  app.get("/desk/warnings", (c) => {
    const tab = warningTabs.find((name) => name === c.req.query("tab")) ?? "waiting";
    return answer(
      c,
      (session) => desk.warnings(session, tab),
      (shown, session) => {
        const proof = { token: tokenOf(session), nonce: site.ids.next() };
        const body = <WarningsPage {...{ shown, proof, now: site.clock.now() }} />;
        return site.page(c, { title: words.title, body });
      },
    );
  });

  app.post(lookPath, async (c) => {
    const list = await listIn(c);
    return answer(
      c,
      (session) => desk.lookAtList(session, list),
      ({ plan, sealed }, session) => {
        const token = tokenOf(session);
        if (plan.refused !== null) return again(c, warningTexts.refusedList(plan.refused), token);
        const body = <PreviewPage {...{ plan, sealed, token }} />;
        return site.page(c, { title: words.list.preview, body });
      },
    );
  });

  app.post(takePath, async (c) => {
    const { sealed } = await fieldsOf(c);
    return answer(
      c,
      (session) => desk.takeList(session, typeof sealed === "string" ? sealed : ""),
      (plan, session) => {
        if (plan === "broken") return again(c, words.list.broken, tokenOf(session));
        return site.page(c, { title: words.list.taken, body: <TakenPage plan={plan} /> });
      },
    );
  });

  app.get("/desk/warnings/figures", (c) =>
    answer(
      c,
      (session) => desk.warningFigures(session),
      (shown) =>
        site.page(c, { title: words.counted.title, body: <WarningFiguresPage shown={shown} /> }),
    ),
  );

  app.get("/desk/warnings/figures.csv", (c) =>
    answer(
      c,
      (session) => desk.warningFigures(session),
      (shown) => {
        c.header("content-type", "text/csv; charset=utf-8");
        c.header("content-disposition", `attachment; filename="${words.counted.file}"`);
        c.header("cache-control", "no-store");
        return c.body(figuresCsv(shown));
      },
    ),
  );

  app.get("/desk/flags", (c) =>
    answer(
      c,
      (session) => desk.flagCandidates(session),
      (candidates) =>
        site.page(c, {
          title: words.candidates.title,
          body: <CandidatesPage candidates={candidates} />,
        }),
    ),
  );

  // Said in the officer's own conversation, where it is read back to them.
  app.post("/desk/:number/result", async (c) => {
    const number = c.req.param("number");
    const form = resultForm.safeParse(await fieldsOf(c));
    const session = await site.sessions.read(c);
    const found =
      session === null || !/^\d{6}$/u.test(number) ? null : await desk.matter(session, number);
    if (session === null || found === null) return turnedAway(c, site);
    if (found === "none") {
      const { noMatter: sentence, noMatterTitle: title } = deskPageTexts;
      return problemPage(c, site, { sentence, title, status: 404 });
    }
    const text = words.result.said(number, form.success ? saidIn(form.data) : []);
    const before = await site.chat.history(session, 1);
    const content = { kind: "text", text, forwarded: false, edited: false } as const;
    await take(site, session, { messages: [{ id: `result-${site.ids.next()}`, content }] });
    await replyAfter(site, session, cursorOf(before.events));
    return c.redirect("/#last", 303);
  });

  function again(c: Context, problem: string, token: string): Response {
    const body = (
      <div class="text desk">
        <BackToWarnings />
        <h1>{words.title}</h1>
        <ListForm token={token} problem={problem} />
      </div>
    );
    return site.page(c, { title: words.list.title, body, status: 400 });
  }
}

/** What the form says, in words that are read as those of a message. */
function saidIn({ contact, outcome, saved, lost, next }: z.infer<typeof resultForm>): string[] {
  const { result } = words;
  return [
    ...(contact === "" ? [] : [contactNames[contact]]),
    ...(outcome === "" ? [] : [outcomeNames[outcome]]),
    ...(saved === "" ? [] : [result.saving(Number(saved))]),
    ...(lost === "" ? [] : [result.losing(Number(lost))]),
    ...(next === "" ? [] : [result.nextTries[Number(next)] ?? ""]),
  ];
}

/** The file, or what was pasted; a form that cannot be read holds nothing. */
async function listIn(c: Context): Promise<Uint8Array> {
  const fields = await c.req.parseBody().catch((): Record<string, never> => ({}));
  const { file, list } = fields as Record<string, string | File | undefined>;
  if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  return new TextEncoder().encode(typeof list === "string" ? list : "");
}
