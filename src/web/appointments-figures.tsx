import type { SeatFiguresShown } from "../domain/seat-desk.ts";
import type { SeatFigures, SeatsCompared } from "../domain/seat-figures.ts";
import { shownChange, shownCount } from "../domain/warning-figures.ts";
import { seatPageTexts } from "../texts/zh-cn/seats-page.ts";
import { BackToSeats } from "./appointments-pages.tsx";
import { csvOfTables, FigureTables, type FigureTable } from "./figure-tables.tsx";

const { counted: words } = seatPageTexts;

type Cell = number | "few" | "none";

function cell(value: Cell, form: (value: number) => string = String): string {
  if (value === "few") return words.few;
  return value === "none" ? words.none : form(value);
}

/** An average is shown only where enough people stand behind it. */
function wait({ waitDays, waited }: SeatFigures): string {
  if (waitDays === null) return words.none;
  return shownCount(waited) === "few" ? words.few : words.days(waitDays);
}

const counts = ["booked", "kept", "moved", "cancelled", "noShow"] as const;

function line(name: string, { now, before }: SeatsCompared): string[] {
  return [
    name,
    ...counts.map((of) => cell(shownCount(now[of]))),
    wait(now),
    cell(shownChange(now.booked, before?.booked ?? null), words.change),
  ];
}

/** What is told of the station's seats: this month beside a year before, by service, by month. */
function tablesOf({ all, services, months, today }: SeatFiguresShown): FigureTable[] {
  const { now, before } = all;
  return [
    {
      title: words.caption(`${today.slice(0, 7)}-01`, today),
      columns: words.columns,
      lines: [
        ...counts.map((of) => {
          const [name, definition] = words.rows[of];
          return [
            name,
            cell(shownCount(now[of])),
            before === null ? words.none : cell(shownCount(before[of])),
            cell(shownChange(now[of], before?.[of] ?? null), words.change),
            definition,
          ];
        }),
        [
          words.rows.waitDays[0],
          wait(now),
          before === null ? words.none : wait(before),
          words.none,
          words.rows.waitDays[1],
        ],
      ],
    },
    {
      title: words.services,
      columns: words.groupColumns,
      lines: services.map((one) => line(one.name, one)),
    },
    {
      title: words.months,
      columns: words.groupColumns,
      lines: months.map((one) => line(words.month(one.month), one)),
    },
  ];
}

export function SeatFiguresPage({ shown }: { shown: SeatFiguresShown }) {
  return (
    <div class="text desk">
      <BackToSeats />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <p>
        <a class="button" href="/desk/appointments/figures.csv">
          {words.export}
        </a>
      </p>
      <FigureTables tables={tablesOf(shown)} byYear />
    </div>
  );
}

export function seatFiguresCsv(shown: SeatFiguresShown): string {
  return csvOfTables(tablesOf(shown));
}
