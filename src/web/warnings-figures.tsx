import type { WarningFiguresShown } from "../domain/desk-warnings.ts";
import {
  shownChange,
  shownCount,
  shownRate,
  shownRateChange,
  shownSum,
  shownSumChange,
  warningFigures,
  type WarningFigures,
  type WarningGroups,
} from "../domain/warning-figures.ts";
import { warningPageTexts } from "../texts/zh-cn/warnings-page.ts";
import { csvOfTables, FigureTables, type FigureTable } from "./figure-tables.tsx";
import { BackToWarnings } from "./warnings-pages.tsx";

const { counted: words } = warningPageTexts;

type Cell = number | "few" | "none";

function cell(value: Cell, form: (value: number) => string = String): string {
  if (value === "few") return words.few;
  return value === "none" ? words.none : form(value);
}

/** Of each row: how it is shown, and how it stands to the same a year before. */
const rows: Record<
  keyof typeof words.rows,
  {
    of: (it: WarningFigures) => string;
    change: (now: WarningFigures, before: WarningFigures | null) => string;
  }
> = {
  total: counted(({ total }) => total),
  due: counted(({ due }) => due),
  met: counted(({ met }) => met),
  metRate: {
    of: ({ met, due }) => cell(shownRate(met, due), words.rate),
    change: (now, before) =>
      cell(shownRateChange(rateOf(now), before && rateOf(before)), words.points),
  },
  dissuaded: counted(({ dissuaded }) => dissuaded),
  paid: counted(({ paid }) => paid),
  saved: summed(({ saved, savedBy }) => ({ sum: saved, by: savedBy })),
  lost: summed(({ lost, lostBy }) => ({ sum: lost, by: lostBy })),
};

function counted(count: (it: WarningFigures) => number): (typeof rows)["total"] {
  return {
    of: (it) => cell(shownCount(count(it))),
    change: (now, before) => cell(shownChange(count(now), before && count(before)), words.change),
  };
}

function summed(of: (it: WarningFigures) => { sum: number; by: number }): (typeof rows)["total"] {
  return {
    of: (it) => cell(shownSum(of(it).sum, of(it).by), words.sum),
    change: (now, before) => cell(shownSumChange(of(now), before && of(before)), words.change),
  };
}

const rateOf = ({ met, due }: WarningFigures) => ({ part: met, whole: due });

/** What stands in a group's line, each beside its change. */
const inGroups = ["total", "metRate", "dissuaded", "saved"] as const;

/** What of the station's warnings is told: this month beside the same days a year before. */
function tablesOf(shown: WarningFiguresShown): FigureTable[] {
  const { now, before, weeks } = shown;
  const names = Object.keys(rows) as (keyof typeof rows)[];
  const group = (
    title: string,
    lines: [string, WarningFigures, WarningFigures | null][],
  ): FigureTable => ({
    title,
    // Said once, above the first of them.
    ...(title === words.groups.levels ? { note: words.groupNote } : {}),
    columns: words.groupColumns,
    lines: lines.map(([name, these, those]) => [
      name,
      ...inGroups.flatMap((row) => [rows[row].of(these), rows[row].change(these, those)]),
    ]),
  });
  return [
    {
      title: words.caption,
      columns: words.columns,
      lines: names.map((name) => {
        const [label, definition] = words.rows[name];
        const { of, change } = rows[name];
        const then = before === null ? words.none : of(before.all);
        return [label, of(now.all), then, change(now.all, before && before.all), definition];
      }),
    },
    group(
      words.groups.levels,
      now.levels.map(({ name, figures }) => [
        name,
        figures,
        before?.levels.find((one) => one.name === name)?.figures ?? null,
      ]),
    ),
    group(words.groups.villages, byVillage(now, before)),
    group(
      words.groups.weeks,
      weeks.map((week) => [words.week(week.from), week.now, week.before]),
    ),
  ];
}

/** Villages that had warnings now or a year before. */
function byVillage(
  now: WarningGroups,
  before: WarningGroups | null,
): [string, WarningFigures, WarningFigures | null][] {
  const then = before?.villages ?? [];
  const gone = then.filter(({ name }) => !now.villages.some((one) => one.name === name));
  return [...now.villages, ...gone.map(({ name }) => ({ name, figures: warningFigures([]) }))].map(
    ({ name, figures }) => [
      name ?? words.noVillage,
      figures,
      then.find((one) => one.name === name)?.figures ?? null,
    ],
  );
}

export function WarningFiguresPage({ shown }: { shown: WarningFiguresShown }) {
  return (
    <div class="text desk">
      <BackToWarnings />
      <h1>{words.title}</h1>
      <p>{words.month(shown.from, shown.to)}</p>
      <p>{words.lead}</p>
      <p>
        <a class="button" href="/desk/warnings/figures.csv">
          {words.export}
        </a>
      </p>
      <FigureTables tables={tablesOf(shown)} byYear />
    </div>
  );
}

/** The same as a file for a spreadsheet. */
export function figuresCsv(shown: WarningFiguresShown): string {
  return csvOfTables(tablesOf(shown));
}
