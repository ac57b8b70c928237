import type { Context, Hono } from "hono";
import { z } from "zod";
import { seatSteps } from "../domain/desk-seats.ts";
import type { Closure } from "../domain/openings.ts";
import { services } from "../domain/sets.ts";
import { deskPageTexts } from "../texts/zh-cn/desk-page.ts";
import { seatPageTexts as words } from "../texts/zh-cn/seats-page.ts";
import { SeatFiguresPage, seatFiguresCsv } from "./appointments-figures.tsx";
import { ClosingPage, SeatsPage, seatsCsv } from "./appointments-pages.tsx";
import { turnedAway } from "./desk-door.tsx";
import { fieldsOf } from "./desk-second.tsx";
import { problemPage } from "./problem-page.tsx";
import type { Site } from "./site.ts";

const day = z.iso.date();
const query = z.object({
  view: z.enum(["day", "week"]).catch("day"),
  day: day.nullable().catch(null),
});
const stepForm = z.object({ seat: z.string().min(1).max(80), step: z.enum(seatSteps) });
const walkInForm = z.object({
  service: z.enum(services),
  name: z.string().trim().max(12).default(""),
});
const time = z.string().regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/u);
const place = z.string().trim().min(1).max(40);
/** By halves as the form has it, or as the page asked back. */
const closeForm = z.union([
  z.object({ ...{ day, place, from: time, to: time }, sure: z.literal("1") }),
  z.object({ ...{ day, place }, half: z.enum(["am", "pm", "all"]) }),
]);

const halves = {
  am: { from: "00:00", to: "12:00" },
  pm: { from: "12:00", to: "24:00" },
  all: { from: "00:00", to: "24:00" },
} as const;

/** The pages of the counter's seats: who comes, steps, walk-ins, half days, figures. */
export function appointmentRoutes(app: Hono, site: Site): void {
  const { desk } = site;
  if (!desk) return;
  const base = "/desk/appointments";

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
  const asked = (c: Context) => query.parse({ view: c.req.query("view"), day: c.req.query("day") });
  const csv = (c: Context, file: string, text: string): Response => {
    c.header("content-type", "text/csv; charset=utf-8");
    c.header("content-disposition", `attachment; filename="${file}"`);
    c.header("cache-control", "no-store");
    return c.body(text);
  };

  function list(
    c: Context,
    { view, day: on }: z.infer<typeof query>,
    notice: string | null,
    status: 200 | 400 | 409 = 200,
  ): Promise<Response> {
    return answer(
      c,
      (session) => desk!.seats(session, view, on),
      (shown, session) => {
        const token = site.sessions.formToken(session);
        const body = <SeatsPage {...{ shown, token, notice }} />;
        return site.page(c, { title: words.title, body, status });
      },
    );
  }

  app.get(base, (c) => list(c, asked(c), saidIn(c.req.query("said"))));

  app.get(`${base}.csv`, (c) => {
    const { view, day: on } = asked(c);
    return answer(
      c,
      (session) => desk.seats(session, view, on),
      (shown) => csv(c, words.file, seatsCsv(shown)),
    );
  });

  app.post(`${base}/step`, async (c) => {
    const fields = await fieldsOf(c);
    const form = stepForm.safeParse(fields);
    const back = query.parse({ view: fields["view"], day: fields["day"] });
    return answer(
      c,
      (session) => desk.seatStep(session, form.data?.seat ?? "", form.data?.step ?? "arrived"),
      (done) => (done === "done" ? backTo(c, back, "done") : list(c, back, words.notNow, 409)),
    );
  });

  app.post(`${base}/walk-in`, async (c) => {
    const form = walkInForm.safeParse(await fieldsOf(c));
    const today = { view: "day", day: null } as const;
    const { service, name } = form.data ?? { service: null, name: "" };
    if (service === null) return list(c, today, words.broken, 400);
    return answer(
      c,
      (session) => desk.walkIn(session, service, name === "" ? null : name),
      (added) =>
        added === "full"
          ? list(c, today, words.walkIn.full, 409)
          : backTo(c, today, `added-${added.number}-${added.at}`),
    );
  });

  app.post(`${base}/close`, async (c) => {
    const form = closeForm.safeParse(await fieldsOf(c));
    if (!form.success) return list(c, { view: "day", day: null }, words.broken, 400);
    const closure = closureOf(form.data);
    const seen = { view: "day", day: closure.day } as const;
    if ("sure" in form.data)
      return answer(
        c,
        (session) => desk.closeHalfDay(session, closure, true),
        () => backTo(c, seen, "done"),
      );
    return answer(
      c,
      (session) => desk.lookAtClosing(session, closure),
      (stretch, session) => {
        const token = site.sessions.formToken(session);
        const body = <ClosingPage {...{ stretch, token, day: closure.day }} />;
        return site.page(c, { title: words.close.confirm, body });
      },
    );
  });

  app.post(`${base}/open`, async (c) => {
    const form = closeForm.safeParse(await fieldsOf(c));
    if (!form.success) return list(c, { view: "day", day: null }, words.broken, 400);
    const closure = closureOf(form.data);
    return answer(
      c,
      (session) => desk.closeHalfDay(session, closure, false),
      () => backTo(c, { view: "day", day: closure.day }, "done"),
    );
  });

  app.get(`${base}/figures`, (c) =>
    answer(
      c,
      (session) => desk.seatFigures(session),
      (shown) =>
        site.page(c, { title: words.counted.title, body: <SeatFiguresPage shown={shown} /> }),
    ),
  );

  app.get(`${base}/figures.csv`, (c) =>
    answer(
      c,
      (session) => desk.seatFigures(session),
      (shown) => csv(c, words.counted.file, seatFiguresCsv(shown)),
    ),
  );
}

/** Shown by a page of its own: a reload does nothing twice. */
function backTo(c: Context, { view, day: on }: z.infer<typeof query>, said: string): Response {
  const where = new URLSearchParams({ view, ...(on === null ? {} : { day: on }), said });
  return c.redirect(`/desk/appointments?${where.toString()}`, 303);
}

function saidIn(said: string | undefined): string | null {
  const [, number, at] = /^added-(\d{1,3})-(\d\d:\d\d)$/u.exec(said ?? "") ?? [];
  if (number !== undefined && at !== undefined) return words.walkIn.added(Number(number), at);
  return said === "done" ? words.done : null;
}

function closureOf(form: z.infer<typeof closeForm>): Closure {
  const { day: on, place: where } = form;
  const { from, to } = "half" in form ? halves[form.half] : form;
  return { day: on, place: where, from, to };
}
