import type { Hono } from "hono";
import { mayPrintAgreement } from "../domain/mediation.ts";
import { agreementTexts as words } from "../texts/zh-cn/agreement.ts";
import { deskPageTexts } from "../texts/zh-cn/desk-page.ts";
import { AgreementPage } from "./agreement-page.tsx";
import { turnedAway } from "./desk-door.tsx";
import { problemPage } from "./problem-page.tsx";
import type { Site } from "./site.ts";

/** What the owner of a matter prints for the parties. */
export function agreementRoutes(app: Hono, site: Site): void {
  const { desk } = site;
  if (!desk) return;
  app.get("/desk/:number/agreement", async (c) => {
    const session = await site.sessions.read(c);
    const number = c.req.param("number");
    const shown =
      session === null || !/^\d{6}$/.test(number) ? null : await desk.matter(session, number);
    if (shown === null) return turnedAway(c, site);
    const { noMatter: sentence, noMatterTitle: title } = deskPageTexts;
    if (shown === "none") return problemPage(c, site, { sentence, title, status: 404 });
    if (!mayPrintAgreement(shown.matter, shown.me.id))
      return problemPage(c, site, { sentence: words.notNow, status: 403 });
    return site.page(c, { title: words.title, body: <AgreementPage shown={shown} /> });
  });
}
