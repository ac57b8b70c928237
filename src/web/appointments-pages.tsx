import type { Day } from "../domain/appointment.ts";
import type { DeskSeats, ListedSeat, SeatStep } from "../domain/desk-seats.ts";
import { momentOf } from "../domain/free-slots.ts";
import type { SeatDay, SeatsShown } from "../domain/seat-desk.ts";
import { dateOf, day as dayLength } from "../domain/station-time.ts";
import { deskSeatTexts, seatStatusNames } from "../texts/zh-cn/desk-seats.ts";
import { seatPageTexts as words } from "../texts/zh-cn/seats-page.ts";
import { coveredName } from "../texts/zh-cn/warnings.ts";
import { CloseForm, WalkInForm } from "./appointments-forms.tsx";
import { Back } from "./desk-office.tsx";
import { csvOf } from "./figure-tables.tsx";

interface Props {
  shown: SeatsShown;
  token: string;
  /** What came of the last step; null = nothing was done. */
  notice: string | null;
}

/** Who comes on a day, or in a week, with what can be said of each. */
export function SeatsPage({ shown, token, notice }: Props) {
  const { view, day, today, days, mayRun } = shown;
  const at = (moved: number, as = view) =>
    `/desk/appointments?view=${as}&day=${dateOf(momentOf({ day, at: "00:00" }) + moved * dayLength)}`;
  const step = view === "day" ? 1 : 7;
  const [first, last] = [days[0]!.day, days.at(-1)!.day];
  return (
    <div class="text desk seats">
      <Back />
      <h1>{words.title}</h1>
      <nav class="steps no-print" aria-label={words.title}>
        {(["day", "week"] as const).map((one) => (
          <a
            key={one}
            class="button"
            href={at(0, one)}
            aria-current={one === view ? "page" : undefined}
          >
            {words.views[one]}
          </a>
        ))}
        <a class="button" href={at(-step)}>
          {words.before[view]}
        </a>
        <a class="button" href={`/desk/appointments?view=${view}`}>
          {words.today}
        </a>
        <a class="button" href={at(step)}>
          {words.after[view]}
        </a>
        <a class="button" href={`/desk/appointments.csv?view=${view}&day=${day}`}>
          {words.export}
        </a>
        <a class="button" href="/desk/appointments/figures">
          {words.figures}
        </a>
      </nav>
      {notice !== null && (
        <p class="problem" role="status">
          {notice}
        </p>
      )}
      {view === "week" && <p>{words.week(first, last)}</p>}
      {days.map((one) => (
        <DayPart key={one.day} {...{ one, shown, token }} />
      ))}
      {mayRun && (
        <>
          <WalkInForm {...{ shown, token }} />
          <CloseForm {...{ shown, token, day: day < today ? today : day }} />
        </>
      )}
    </div>
  );
}

function DayPart({ one, shown, token }: { one: SeatDay; shown: SeatsShown; token: string }) {
  const { day, openings, closures, seats } = one;
  const stretches = openings.map(({ place, from, to }) => words.stretch(place, from, to));
  const runs = shown.mayRun && day <= shown.today;
  return (
    <section>
      <h2 id={`day-${day}`}>{words.day(day)}</h2>
      <p>{words.open(stretches)}</p>
      {closures.map((closure) => (
        <p key={`${closure.place}${closure.from}`}>
          {words.closed(deskSeatTexts.stretch(closure))}
        </p>
      ))}
      {seats.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <ul class="cards">
          {seats.map((seat) => (
            <Seat key={seat.id} {...{ seat, shown, runs, token }} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface SeatProps {
  seat: ListedSeat;
  shown: SeatsShown;
  runs: boolean;
  token: string;
}

function Seat({ seat, shown, runs, token }: SeatProps) {
  const { id, number, at, place, status } = seat;
  return (
    <li class={`card seat-${status}`}>
      <b>{`${number}号 ${at}`}</b> {place} · {nameOf(shown, seat)} · {personOf(seat)} ·{" "}
      {seatStatusNames[status]}
      {runs && stepsOf(status).length > 0 && (
        <div class="steps">
          {stepsOf(status).map((step, i) => (
            <form key={step} method="post" action={`/desk/appointments/step?token=${token}`}>
              <input type="hidden" name="seat" value={id} />
              <input type="hidden" name="step" value={step} />
              <input type="hidden" name="day" value={shown.day} />
              <input type="hidden" name="view" value={shown.view} />
              <button
                class={i === 0 ? "main" : undefined}
                aria-label={`${words.steps[step]} ${number}号 ${at} ${place}`}
              >
                {words.steps[step]}
              </button>
            </form>
          ))}
        </div>
      )}
    </li>
  );
}

function stepsOf(status: ListedSeat["status"]): SeatStep[] {
  switch (status) {
    case "booked":
      return ["arrived", "done", "no-show"];
    case "arrived":
      return ["done"];
    case "no-show":
      return ["arrived", "done"];
    case "done":
    case "cancelled":
      return [];
    default:
      return status satisfies never;
  }
}

const nameOf = ({ services }: SeatsShown, { service }: ListedSeat): string =>
  services.find((one) => one.service === service)?.name ?? service;

const personOf = ({ name }: ListedSeat): string =>
  name === null ? words.noName : coveredName(name);

/** The list as a file: names are covered there, too. */
export function seatsCsv(shown: SeatsShown): string {
  return csvOf([
    words.csvColumns,
    ...shown.days.flatMap(({ day, seats }) =>
      seats.map((seat) => [
        day,
        String(seat.number),
        seat.at,
        seat.place,
        nameOf(shown, seat),
        personOf(seat),
        seatStatusNames[seat.status],
      ]),
    ),
  ]);
}

/** Before half a day is closed: whom it moves. */
export function ClosingPage(props: {
  stretch: NonNullable<DeskSeats["stretch"]>;
  token: string;
  day: Day;
}) {
  const { stretch, token, day } = props;
  const { close } = words;
  return (
    <div class="text desk">
      <BackToSeats />
      <h1>{close.confirm}</h1>
      <p class="words">{deskSeatTexts.askClose(stretch)}</p>
      <div class="steps">
        <form method="post" action={`/desk/appointments/close?token=${token}`}>
          {(["day", "place", "from", "to"] as const).map((name) => (
            <input key={name} type="hidden" name={name} value={stretch[name]} />
          ))}
          <input type="hidden" name="sure" value="1" />
          <button class="main">{close.sure}</button>
        </form>
        <a class="button" href={`/desk/appointments?day=${day}`}>
          {close.keep}
        </a>
      </div>
    </div>
  );
}

export function BackToSeats() {
  return (
    <p class="no-print">
      <a class="button" href="/desk/appointments">
        {words.back}
      </a>
    </p>
  );
}
