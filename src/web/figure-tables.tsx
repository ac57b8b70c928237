/** A table of figures, as words: the page and the file show the same. */
export interface FigureTable {
  title: string;
  columns: readonly string[];
  /** The first cell of each names its row. */
  lines: string[][];
  /** How its figures are reckoned. */
  note?: string;
}

/**
 * Tables under each other, each wide one scrolling by itself.
 * @param byYear the first has a column of definitions
 */
export function FigureTables(props: { tables: readonly FigureTable[]; byYear?: boolean }) {
  const { tables, byYear = false } = props;
  return (
    <>
      {tables.map(({ title, columns, lines, note }, at) => (
        <section key={title}>
          <h2 id={`table-${at}`}>{title}</h2>
          {note !== undefined && <p class="small">{note}</p>}
          <div class="wide" role="region" aria-labelledby={`table-${at}`} tabIndex={0}>
            <table class={byYear && at === 0 ? "figures by-year" : undefined}>
              <thead>
                <tr>
                  {columns.map((name) =>
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
                {lines.map(([name, ...cells]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {cells.map((value, i) => (
                      <td
                        key={i}
                        class={
                          byYear && at === 0 && i === cells.length - 1 ? "definition" : undefined
                        }
                      >
                        {value}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </>
  );
}

/** Lines for a spreadsheet: in UTF-8 with its mark, and no cell that would be reckoned. */
export function csvOf(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** The tables as one file, an empty line after each. */
export function csvOfTables(tables: readonly FigureTable[]): string {
  return csvOf(
    tables.flatMap(({ title, columns, lines, note }) => [
      note === undefined ? [title] : [title, note],
      [...columns],
      ...lines,
      [],
    ]),
  );
}

function csvCell(text: string): string {
  const isNumber = /^[+-]?\d+(?:\.\d+)?%?$/u.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
