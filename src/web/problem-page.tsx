import type { Context } from "hono";
import { frameTexts, problemTexts } from "../texts/zh-cn/page.ts";
import { Hotlines } from "./hotlines.tsx";
import type { Site } from "./site.ts";

/** A plain sentence, the way back, and all the numbers. */
export function problemPage(
  c: Context,
  site: Site,
  { sentence, status, title = problemTexts.titles[status] }: Problem,
): Response {
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

type Status = keyof typeof problemTexts.titles;

interface Problem {
  sentence: string;
  status: Status;
  title?: string;
}
