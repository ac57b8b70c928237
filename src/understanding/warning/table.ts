/** A line of a table with its cells; `line` counts from 1 over all lines, empty ones too. */
export interface TableLine {
  line: number;
  cells: string[];
}

/** What parts the cells, the likeliest first. */
const separators = ["\t", ",", "，", ";", "；", "|", "、"] as const;

/**
 * The lines of a table: CSV after RFC 4180, also with tabs (cells copied out of Excel) and with the
 * marks that people type; in words alone, cells are parted by blanks. Empty lines are left out.
 */
export function tableIn(text: string): TableLine[] {
  const plain = text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
  const separator = separatorOf(plain);
  return separator === " " ? blankParted(plain) : parted(plain, separator);
}

/** The mark that stands in most lines. */
function separatorOf(text: string): string {
  const lines = text.split("\n").slice(0, 50);
  const counted = separators.map((mark) => ({
    mark,
    count: lines.filter((line) => line.includes(mark)).length,
  }));
  const [best] = counted.toSorted((a, b) => b.count - a.count);
  return best === undefined || best.count === 0 ? " " : best.mark;
}

function blankParted(text: string): TableLine[] {
  return text.split("\n").flatMap((words, i) => {
    const cells = words.trim().split(/\s+/u);
    return cells[0] === "" ? [] : [{ line: i + 1, cells }];
  });
}

/** Cells in quotes may hold the separator, quotes (doubled) and line ends. */
function parted(text: string, separator: string): TableLine[] {
  const lines: TableLine[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let began = 1;
  let at = 1;
  const endCell = (): void => {
    cells.push(cell.trim());
    cell = "";
  };
  const endLine = (): void => {
    endCell();
    if (cells.some((each) => each !== "")) lines.push({ line: began, cells });
    cells = [];
  };
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!;
    if (mark === "\n") at += 1;
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (text[i + 1] === '"') cell += text[++i]!;
      else quoted = false;
    } else if (mark === '"' && cell.trim() === "") {
      cell = "";
      quoted = true;
    } else if (mark === separator) endCell();
    else if (mark === "\n") {
      endLine();
      began = at;
    } else cell += mark;
  }
  endLine();
  return lines;
}

/** What was uploaded, in UTF-8 or in GBK as Excel writes it here; null = neither. */
export function textOf(bytes: Uint8Array): string | null {
  for (const encoding of ["utf-8", "gb18030"])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes("\0") ? null : text;
    } catch {
      continue;
    }
  return null;
}
