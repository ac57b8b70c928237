import type { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { pageTexts } from "../texts/zh-cn/page.ts";
import { EntryArticle, isInForce } from "./entry-article.tsx";
import { Hotlines } from "./hotlines.tsx";
import { offlineEntries } from "./offline-entries.ts";
import { Privacy } from "./privacy.tsx";
import { requestOrigin } from "./request-origin.ts";
import type { Site } from "./site.ts";
import { nextSize, sizeCookie, sizeFrom } from "./text-size.ts";

/** Pages of our own that a form may lead back to. */
const ownPage = /^\/(?:hotlines|privacy|offline|entries\/[\w-]{1,80})?$/;
/** Unit: seconds. */
const oneYear = 365 * 24 * 3600;
const cache = "private, no-cache";

/** The pages beside the conversation. */
export function pageRoutes(app: Hono, site: Site): void {
  app.get("/hotlines", (c) => {
    const body = <Hotlines station={site.knowledge.station} />;
    return site.page(c, { title: pageTexts.hotlines.title, body, cache });
  });

  app.get("/privacy", async (c) => {
    const session = await site.sessions.read(c);
    const token = session === null ? null : site.sessions.formToken(session);
    const station = site.knowledge.station.name;
    const keepDays = site.keepDays ?? null;
    const body = <Privacy {...{ station, keepDays, token }} />;
    return site.page(c, { title: pageTexts.privacy.title, body });
  });

  app.post("/forget", (c) => {
    site.sessions.close(c);
    return c.redirect("/", 303);
  });

  app.get("/offline", (c) => {
    const entries = offlineEntries(site.knowledge, site.offlineEntries);
    const { title, lead, entries: heading, none } = pageTexts.offline;
    const body = (
      <div class="text">
        <h1>{title}</h1>
        <p>{lead}</p>
        <h2>{heading}</h2>
        {entries.length === 0 && <p>{none}</p>}
        <ul class="contents">
          {entries.map((entry) => (
            <li key={entry.id}>
              <a href={`#${entry.id}`}>{entry.title}</a>
            </li>
          ))}
        </ul>
        {entries.map((entry) => (
          <EntryArticle key={entry.id} entry={entry} level="h2" now={site.clock.now()} />
        ))}
      </div>
    );
    return site.page(c, { title, body, cache });
  });

  app.get("/entries/:id", (c) => {
    const entry = site.knowledge.entry(c.req.param("id"));
    if (!entry) return c.notFound();
    const related = entry.related.flatMap((id) => site.knowledge.entry(id) ?? []);
    const now = site.clock.now();
    const body = (
      <div class="text">
        <EntryArticle entry={entry} level="h1" now={now} />
        {related.length > 0 && (
          <nav aria-label={pageTexts.entry.related} class="no-print">
            <h2>{pageTexts.entry.related}</h2>
            <ul class="contents">
              {related
                .filter((other) => isInForce(other, now))
                .map(({ id, title }) => (
                  <li key={id}>
                    <a href={`/entries/${id}`}>{title}</a>
                  </li>
                ))}
            </ul>
          </nav>
        )}
        <p class="no-print">{pageTexts.entry.print}</p>
      </div>
    );
    return site.page(c, { title: entry.title, body, cache });
  });

  app.post("/size", async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const step = form.get("step") === "smaller" ? "smaller" : "larger";
    const size = nextSize(sizeFrom(getCookie(c, sizeCookie)), step);
    const secure = requestOrigin(c, site.trustProxy).protocol === "https:";
    setCookie(c, sizeCookie, String(size), { path: "/", maxAge: oneYear, sameSite: "Lax", secure });
    const back = form.get("back") ?? "";
    return c.redirect(ownPage.test(back) ? back : "/", 303);
  });
}
