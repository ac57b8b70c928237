import type { Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { problemTexts, productName } from "../texts/zh-cn/page.ts";
import { sessionTexts } from "../texts/zh-cn/desk-door.ts";
import { standingOf, turnedAway } from "./desk-door.tsx";
import { ChatView } from "./page/chat-view.tsx";
import type { ChatStart } from "./page/chat-view.tsx";
import type { Site } from "./site.ts";
import { linesOf } from "./thread.ts";

/** Events that a page shows at once. */
const shown = 80;

/** The conversation, and its empty copy for the time without a network. */
export function homeRoutes(app: Hono, site: Site): void {
  app.get("/", async (c) => {
    const session = await site.sessions.open(c);
    const standing = await standingOf(site, session);
    if (standing === "code" || standing === "enrol") return turnedAway(c, site);
    if (standing !== "ended") return showHome(c, site, session, {});
    // From here on this browser is a villager's.
    const { ended: notice } = sessionTexts;
    return showHome(c, site, await site.sessions.begin(c), { notice });
  });
  app.get("/shell", (c) =>
    site.page(c, { title: productName, body: <Home start={emptyStart(site)} /> }),
  );
}

export interface HomeState {
  notice?: string;
  draft?: string;
  status?: ContentfulStatusCode;
}

/** The page of this session as it stands now. */
export async function showHome(
  c: Context,
  site: Site,
  session: string,
  { notice, draft = "", status = 200 }: HomeState,
): Promise<Response> {
  const { events, whole } = await site.chat.history(session, shown);
  const start: ChatStart = {
    ...emptyStart(site),
    events,
    token: site.sessions.formToken(session),
    nonce: site.ids.next(),
    draft,
    notice:
      notice ??
      (site.emergencyOnly ? problemTexts.emergencyOnly : whole ? null : problemTexts.historyGone),
  };
  return site.page(c, { title: productName, body: <Home start={start} />, status });
}

function emptyStart(site: Site): ChatStart {
  const { name } = site.knowledge.station;
  return { station: name, events: [], token: null, nonce: "no-network", notice: null, draft: "" };
}

function Home({ start }: { start: ChatStart }) {
  return (
    <div id="chat" data-start={JSON.stringify(start)}>
      <ChatView
        start={start}
        lines={linesOf(start.events)}
        marks={{}}
        notice={start.notice}
        offline={false}
        reading={null}
        actions={null}
        typed={null}
      />
    </div>
  );
}
