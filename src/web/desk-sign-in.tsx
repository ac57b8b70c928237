import type { Context, Hono } from "hono";
import { deskPageTexts as words } from "../texts/zh-cn/desk-page.ts";
import { sessionTexts } from "../texts/zh-cn/desk-door.ts";
import { fieldsOf } from "./desk-second.tsx";
import { problemPage } from "./problem-page.tsx";
import type { Site } from "./site.ts";
import { replyAfter } from "./message-routes.ts";

const codeShape = /^[a-z]{20,40}$/;

/** How a browser becomes somebody's desk: by an invitation, or by a link that they asked for. */
export function deskSignInRoutes(app: Hono, site: Site): void {
  const { desk } = site;
  if (!desk) return;
  const usedUp = (c: Context) => problemPage(c, site, { sentence: words.signIn.gone, status: 410 });

  // A preview of a link looks, too: looking uses nothing up, a press does.
  app.get("/join/:code", async (c) => {
    const code = c.req.param("code");
    if (!codeShape.test(code)) return c.notFound();
    const token = site.sessions.formToken(await site.sessions.open(c));
    const { title, lead, button } = words.join;
    const body = <Press {...{ title, lead, button, action: `/join/${code}?token=${token}` }} />;
    return site.page(c, { title, body });
  });

  // The road of a message decides; the session is a new one, so that nobody could have laid it out.
  app.post("/join/:code", async (c) => {
    const code = c.req.param("code");
    if (!codeShape.test(code)) return c.notFound();
    const session = await site.sessions.begin(c);
    const text = `/start i_${code}`;
    await site.receive([
      {
        ...{ channel: "web", chat: session, key: `${session}:${site.ids.next()}` },
        at: site.clock.now(),
        content: { kind: "text", text, forwarded: false, edited: false },
      },
    ]);
    site.chat.wake(session);
    await replyAfter(site, session, 0);
    // The desk leads on to the second factor, where one is asked for.
    const isOpen = (await desk.standing(session)) === "open";
    return c.redirect(isOpen ? "/#last" : "/desk", 303);
  });

  app.get("/desk/in/:code", async (c) => {
    const code = c.req.param("code");
    if (!codeShape.test(code)) return c.notFound();
    const login = await desk.loginOf(code);
    if (login === null) return usedUp(c);
    const token = site.sessions.formToken(await site.sessions.open(c));
    const { title, lead, button } = words.signIn;
    const action = `/desk/in/${code}?token=${token}`;
    const { name, marksStation } = login;
    const body = <Press {...{ title, lead: lead(name), button, action, marksStation }} />;
    return site.page(c, { title, body });
  });

  app.post("/desk/in/:code", async (c) => {
    const code = c.req.param("code");
    if (!codeShape.test(code)) return c.notFound();
    // The cookie is given before it opens anything; where the link is no good it stays a villager's.
    if ((await desk.loginOf(code)) === null) return usedUp(c);
    const session = await site.sessions.begin(c);
    const isStation = (await fieldsOf(c))["station"] === "1";
    return (await desk.signIn(code, session, isStation)) ? c.redirect("/desk", 303) : usedUp(c);
  });

  app.post("/desk/out", async (c) => {
    const session = await site.sessions.read(c);
    if (session === null || !(await desk.signOut(session)))
      return problemPage(c, site, { sentence: words.notStaff, status: 403 });
    site.sessions.close(c);
    return site.page(c, { title: words.signOut.done, body: <SignedOut /> });
  });
}

function Press(props: {
  title: string;
  lead: string;
  button: string;
  action: string;
  /** Whether this may be said to be the station's own computer. */
  marksStation?: boolean;
}) {
  const { title, lead, button, action, marksStation = false } = props;
  return (
    <div class="text desk">
      <h1>{title}</h1>
      <p>{lead}</p>
      <form method="post" action={action}>
        {marksStation && (
          <>
            <label class="pick">
              <input type="checkbox" name="station" value="1" /> {sessionTexts.station}
            </label>
            <p>{sessionTexts.stationHint}</p>
          </>
        )}
        <button class="main">{button}</button>
      </form>
    </div>
  );
}

function SignedOut() {
  return (
    <div class="text desk">
      <h1>{words.signOut.done}</h1>
      <p>{words.signOut.hint}</p>
      <p>
        <a class="button" href="/">
          {words.signOut.home}
        </a>
      </p>
    </div>
  );
}
