import type { DeskFigures, DeskRoster } from "../domain/desk-view.ts";
import { fewest, kinds, type Figures } from "../domain/figures.ts";
import { levels } from "../domain/matter.ts";
import { figuresTexts as words } from "../texts/zh-cn/desk-figures.ts";
import { deskPageTexts } from "../texts/zh-cn/desk-page.ts";

/** This month's figures beside those of a year before, each with how it is counted. */
export function FiguresPage({ shown }: { shown: DeskFigures }) {
  const { now, before, from, to } = shown;
  const row = ([name, definition]: readonly [string, string], of: (it: Figures) => string) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>{of(now)}</td>
      <td>{before === null ? words.none : of(before)}</td>
      <td class="definition">{definition}</td>
    </tr>
  );
  return (
    <div class="text desk">
      <Back />
      <h1>{words.title}</h1>
      <p>{words.month(from, to)}</p>
      <p>{words.lead}</p>
      <table class="figures">
        <caption class="hidden">{words.caption}</caption>
        <thead>
          <tr>
            {words.columns.map((name) =>
              name === "" ? (
                <td key={name} />
              ) : (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          <Group name={words.groups.all} />
          {row(words.rows.total, ({ total }) => counted(total))}
          {row(words.rows.taken, ({ taken }) => counted(taken))}
          {row(words.rows.takenInTime, ({ takenInTime }) => counted(takenInTime))}
          {row(words.rows.minutesToTake, speed)}
          {row(words.rows.closed, ({ closed }) => counted(closed))}
        </tbody>
        <tbody>
          <Group name={words.groups.levels} />
          {levels.map((level) => row(words.level(level), (it) => counted(it.levels[level])))}
        </tbody>
        <tbody>
          <Group name={words.groups.kinds} />
          {kinds.map((kind) => row(words.kind(kind), (it) => counted(it.kinds[kind])))}
        </tbody>
      </table>
    </div>
  );
}

function Group({ name }: { name: string }) {
  return (
    <tr class="group">
      <th scope="rowgroup" colSpan={4}>
        {name}
      </th>
    </tr>
  );
}

/** Small numbers are not told: in a village they would be somebody. */
function counted(count: number): string {
  return count > 0 && count < fewest ? words.few : String(count);
}

function speed({ taken, minutesToTake }: Figures): string {
  if (minutesToTake === null || taken < fewest) return words.none;
  return words.minutes(minutesToTake);
}

/** Who is on duty now, and who will be. */
export function RosterPage({ shown }: { shown: DeskRoster }) {
  const { roster } = words;
  const byDay = new Map<string, DeskRoster["shifts"]>();
  for (const shift of shown.shifts) {
    const day = roster.day(shift.from);
    byDay.set(day, [...(byDay.get(day) ?? []), shift]);
  }
  return (
    <div class="text desk">
      <Back />
      <h1>{roster.title}</h1>
      <h2>{roster.now}</h2>
      <p>{deskPageTexts.onDuty(shown.onDuty)}</p>
      <h2>{roster.next}</h2>
      {byDay.size === 0 && <p>{roster.none}</p>}
      {[...byDay].map(([day, shifts]) => (
        <section key={day} class="card">
          <h3>{day}</h3>
          <ul>
            {shifts.map(({ who, from, to }) => (
              <li key={`${who}${from}`}>
                <b>{who}</b> {roster.shift(from, to)}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>{roster.source}</p>
    </div>
  );
}

export function Back() {
  return (
    <p class="no-print">
      <a class="button" href="/desk">
        {deskPageTexts.back}
      </a>
    </p>
  );
}
