import type { Hono } from "hono";
import type { OwnSeat } from "../domain/seat-desk.ts";
import { bookTexts } from "../texts/zh-cn/book.ts";
import { icsTexts, ownSeatTexts as words } from "../texts/zh-cn/seat-ics.ts";
import { icsOf } from "./seat-ics.ts";
import type { Site } from "./site.ts";

/** A villager's own seats, and each as a file for their calendar. */
export function seatRoutes(app: Hono, site: Site): void {
  app.get("/seats", async (c) => {
    const session = await site.sessions.read(c);
    const seats = session === null ? [] : ((await site.seats?.mine(session)) ?? []);
    return site.page(c, { title: words.title, body: <OwnSeats seats={seats} /> });
  });

  app.get("/seats/:file", async (c) => {
    const [, id] = /^([\w-]{1,80})\.ics$/u.exec(c.req.param("file")) ?? [];
    const session = await site.sessions.read(c);
    const seats = session === null ? [] : ((await site.seats?.mine(session)) ?? []);
    const seat = seats.find((one) => one.id === id);
    // One answer to whoever may not see it and to whoever asks for nothing.
    if (!seat) return c.notFound();
    c.header("content-type", "text/calendar; charset=utf-8");
    c.header("content-disposition", `attachment; filename="${icsTexts.file}"`);
    c.header("cache-control", "private, no-store");
    return c.body(icsOf(seat, site.knowledge.station.name, site.clock.now()));
  });
}

function OwnSeats({ seats }: { seats: readonly OwnSeat[] }) {
  return (
    <div class="text">
      <h1>{words.title}</h1>
      {seats.length === 0 && <p>{words.none}</p>}
      {seats.map((seat) => (
        <section key={seat.id} class="card">
          <h2>{bookTexts.slot(seat)}</h2>
          <p>{icsTexts.summary(seat.service, seat.number)}</p>
          {seat.papers.length > 0 && (
            <>
              <p>{words.papers}</p>
              <ol>
                {seat.papers.map((paper) => (
                  <li key={paper}>{paper}</li>
                ))}
              </ol>
            </>
          )}
          <p class="no-print">
            <a class="button" href={`/seats/${seat.id}.ics`}>
              {words.calendar}
            </a>
          </p>
        </section>
      ))}
      {seats.length > 0 && <p class="no-print">{words.change}</p>}
      <p class="no-print">
        <a class="button" href="/">
          {words.back}
        </a>
      </p>
    </div>
  );
}
