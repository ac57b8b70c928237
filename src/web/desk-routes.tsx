import type { Context, Hono } from "hono";
import { deskPageTexts as words } from "../texts/zh-cn/desk-page.ts";
import { figuresTexts } from "../texts/zh-cn/desk-figures.ts";
import { appointmentRoutes } from "./appointments-routes.tsx";
import { turnedAway } from "./desk-door.tsx";
import { FiguresPage, RosterPage } from "./desk-office.tsx";
import { MatterPage } from "./desk-pages.tsx";
import { deskPhoneRoutes } from "./desk-phone.tsx";
import { deskSecondRoutes } from "./desk-second.tsx";
import { deskSignInRoutes } from "./desk-sign-in.tsx";
import { Inbox, type InboxShown } from "./page/inbox.tsx";
import type { Proof } from "./page/say.tsx";
import { problemPage } from "./problem-page.tsx";
import type { Site } from "./site.ts";
import { warningRoutes } from "./warnings-routes.tsx";

/** Pages for those who work here. What they do there is said in their own conversation. */
export function deskRoutes(app: Hono, site: Site): void {
  const { desk } = site;
  if (!desk) return;
  deskSignInRoutes(app, site);
  deskSecondRoutes(app, site);
  deskPhoneRoutes(app, site);
  const proofOf = (session: string): Proof => ({
    token: site.sessions.formToken(session),
    nonce: site.ids.next(),
  });
  const notOurs = (c: Context) => turnedAway(c, site);

  app.get("/desk", async (c) => {
    const session = await site.sessions.read(c);
    const inbox = session === null ? null : await desk.inbox(session);
    if (session === null || inbox === null) return notOurs(c);
    const start: InboxShown = { inbox, proof: proofOf(session), now: site.clock.now() };
    const body = (
      <>
        <div id="desk" data-start={JSON.stringify(start)}>
          <Inbox {...start} live={null} />
        </div>
        <script src="/desk.js" defer />
      </>
    );
    return site.page(c, { title: words.title, body });
  });

  app.get("/api/desk", async (c) => {
    const session = await site.sessions.read(c);
    const inbox = session === null ? null : await desk.inbox(session, true);
    if (session === null || inbox === null)
      return c.json({ ok: false, why: "not-staff", sentence: words.notStaff }, 403);
    const shown: InboxShown = { inbox, proof: proofOf(session), now: site.clock.now() };
    return c.json(shown);
  });

  app.get("/desk/figures", async (c) => {
    const session = await site.sessions.read(c);
    const shown = session === null ? null : await desk.figures(session);
    if (shown === null) return notOurs(c);
    if (shown === "not-yours")
      return problemPage(c, site, { sentence: words.notYours, status: 403 });
    return site.page(c, { title: figuresTexts.title, body: <FiguresPage shown={shown} /> });
  });

  appointmentRoutes(app, site);
  warningRoutes(app, site);

  app.get("/desk/roster", async (c) => {
    const session = await site.sessions.read(c);
    const shown = session === null ? null : await desk.roster(session);
    if (shown === null) return notOurs(c);
    return site.page(c, { title: figuresTexts.roster.title, body: <RosterPage shown={shown} /> });
  });

  app.get("/desk/:number", async (c) => {
    const session = await site.sessions.read(c);
    const number = c.req.param("number");
    const shown =
      session === null || !/^\d{6}$/.test(number) ? null : await desk.matter(session, number);
    if (session === null || shown === null) return notOurs(c);
    const { noMatter: sentence, noMatterTitle: title } = words;
    if (shown === "none") return problemPage(c, site, { sentence, title, status: 404 });
    const body = (
      <>
        <MatterPage {...{ shown, proof: proofOf(session), now: site.clock.now() }} />
        <script src="/desk.js" defer />
      </>
    );
    return site.page(c, { title: words.number(number), body });
  });
}
