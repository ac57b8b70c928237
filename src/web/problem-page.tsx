import type { Context } from "hono";
import { frameTexts, problemTexts } from "../texts/zh-cn/page.ts";
import { Hotlines } from "./hotlines.tsx";
import type { Site } from "./site.ts";

/** A plain sentence, the way back, and all the numbers. */
export function problemPage(
  c: Context,
  site: Site,
  { sentence, status }: { sentence: string; status: 403 | 404 | 410 | 413 | 500 },
): Response {
  const title = status === 404 ? problemTexts.notFoundTitle : problemTexts.failedTitle;
  const body = (
    <>
      <div class="text">
        <p class="problem" role="alert">
          {sentence}
        </p>
        <p>
          <a class="button" href="/">
            {frameTexts.home}
          </a>
        </p>
      </div>
      <Hotlines station={site.knowledge.station} />
    </>
  );
  return site.page(c, { title, body, status });
}
