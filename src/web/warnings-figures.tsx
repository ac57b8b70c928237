import type { WarningFiguresShown } from "../domain/desk-warnings.ts";
import {
  shownChange,
  shownCount,
  shownRate,
  shownSum,
  type WarningFigures,
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

const rows: Record<
  keyof typeof words.rows,
  { of: (it: WarningFigures) => string; count: (it: WarningFigures) => number | null }
> = {
  total: { of: ({ total }) => cell(shownCount(total)), count: ({ total }) => total },
  due: { of: ({ due }) => cell(shownCount(due)), count: ({ due }) => due },
  met: { of: ({ met }) => cell(shownCount(met)), count: ({ met }) => met },
  metRate: { of: metRate, count: () => null },
  dissuaded: {
    of: ({ dissuaded }) => cell(shownCount(dissuaded)),
    count: ({ dissuaded }) => dissuaded,
  },
  paid: { of: ({ paid }) => cell(shownCount(paid)), count: ({ paid }) => paid },
  saved: { of: saved, count: () => null },
};

function metRate({ met, due }: WarningFigures): string {
  return cell(shownRate(met, due), words.rate);
}

function saved({ saved: sum, savedBy }: WarningFigures): string {
  return cell(shownSum(sum, savedBy), words.sum);
}

function change(now: number | null, before: number | null): string {
  return cell(now === null ? "none" : shownChange(now, before), words.change);
}

/** What of the station's warnings is told: this month beside the same days a year before. */
function tablesOf(shown: WarningFiguresShown): FigureTable[] {
  const { now, before, weeks } = shown;
  const names = Object.keys(rows) as (keyof typeof rows)[];
  const group = (
    title: string,
    lines: [string, WarningFigures, WarningFigures | null][],
  ): FigureTable => ({
    title,
    columns: words.groupColumns,
    lines: lines.map(([name, these, those]) => [
      name,
      cell(shownCount(these.total)),
      metRate(these),
      cell(shownCount(these.dissuaded)),
      saved(these),
      change(these.total, those?.total ?? null),
    ]),
  });
  return [
    {
      title: words.caption,
      columns: words.columns,
      lines: names.map((name) => {
        const [label, definition] = words.rows[name];
        const { of, count } = rows[name];
        const then = before === null ? words.none : of(before.all);
        return [
          label,
          of(now.all),
          then,
          change(count(now.all), before && count(before.all)),
          definition,
        ];
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
    group(
      words.groups.villages,
      now.villages.map(({ name, figures }) => [
        name ?? words.noVillage,
        figures,
        before?.villages.find((one) => one.name === name)?.figures ?? null,
      ]),
    ),
    group(
      words.groups.weeks,
      weeks.map((week) => [words.week(week.from), week.now, week.before]),
    ),
  ];
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
