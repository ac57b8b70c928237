import type { Context } from "hono";
import type { Standing } from "../domain/desk-door.ts";
import { sessionTexts } from "../texts/zh-cn/desk-door.ts";
import { deskPageTexts } from "../texts/zh-cn/desk-page.ts";
import { problemPage } from "./problem-page.tsx";
import type { Site } from "./site.ts";

/** Where the second factor is given. */
export const secondPath = "/desk/second";

/** For whoever is not let in: the step that is missing, or why not. */
export async function turnedAway(c: Context, site: Site): Promise<Response> {
  const session = await site.sessions.read(c);
  const standing = session === null ? "nobody" : await site.desk?.standing(session);
  if (standing === "code" || standing === "enrol") return c.redirect(secondPath, 303);
  if (standing !== "ended")
    return problemPage(c, site, { sentence: deskPageTexts.notStaff, status: 403 });
  const { ended: sentence, endedTitle: title } = sessionTexts;
  return problemPage(c, site, { sentence, title, status: 403 });
}

/** Leads to the form of the code, and from there back to where one was. */
export function stepUp(c: Context): Response {
  return c.redirect(`${secondPath}?back=${encodeURIComponent(c.req.path)}`, 303);
}

/** Pages of the desk that the form may lead back to. */
const ownPage = /^\/desk(?:\/[\w-]{1,40}){0,2}$/;

export function backFrom(path: string | null | undefined): string {
  return path != null && ownPage.test(path) && path !== secondPath ? path : "/desk";
}

/**
 * How far this browser is let in, for the pages that everybody has: what stood there for one of us
 * is not shown when it is shut. A store that cannot be read has nothing to show.
 */
export async function standingOf({ desk }: Site, session: string): Promise<Standing> {
  return (await desk?.standing(session).catch(() => null)) ?? "nobody";
}
