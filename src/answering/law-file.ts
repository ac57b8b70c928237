/** One article of a law. */
export interface LawArticle {
  /** Without 《》 and without 中华人民共和国. */
  title: string;
  /** Chinese numerals: 第十一条, 第一百三十三条之一. */
  article: string;
  content: string;
}

const numeral = "[零〇一二三四五六七八九十百千]+";
const articleStart = new RegExp(
  `^\\s*\\**(第${numeral}条(?:之[一二三四五六七八九十]+)?)\\**[\\s　]*`,
  "u",
);
const partStart = new RegExp(`^\\s*(?:#+\\s|第${numeral}[编章节分](?:[\\s　]|$)|附则\\s*$)`, "u");
const named = new RegExp(`^(.+?)(第${numeral}条(?:之[一二三四五六七八九十]+)?)$`, "u");

/** The name as citations have it. */
export function lawTitle(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[《》\s]/gu, "")
    .replace(/^中华人民共和国/u, "");
}

/**
 * Reads a law written as plain text or Markdown, one paragraph 第X条 after the other. The name
 * of the law is its first line, or else that of the file. No article found = none given.
 */
export function readLawText(fileName: string, text: string): LawArticle[] {
  const lines = text.replace(/^\uFEFF/u, "").split(/\r\n|\r|\n/u);
  const first =
    lines
      .find((line) => line.trim() !== "")
      ?.replace(/^#+/u, "")
      .trim() ?? "";
  const named = first !== "" && first.length <= 40 && !articleStart.test(first) ? first : fileName;
  const title = lawTitle(named.replace(/\.[a-z]+$/u, ""));
  const articles: LawArticle[] = [];
  let open: LawArticle | null = null;
  for (const line of lines) {
    const start = articleStart.exec(line);
    if (start?.[1]) {
      open = { title, article: start[1], content: line.slice(start[0].length).trim() };
      articles.push(open);
    } else if (partStart.test(line)) open = null;
    else if (open && line.trim() !== "") open.content = `${open.content}\n${line.trim()}`.trim();
  }
  return articles;
}

/** Whether a text is a law and not an entry, which begins with its front matter. */
export function isLawText(fileName: string, text: string): boolean {
  return !/^\uFEFF?---\s*$/mu.test(text.slice(0, 8)) && readLawText(fileName, text).length > 0;
}

/** Reads one line of a collection: {"name": "中华人民共和国民法典第五十四条", "content": "…"}. Null = it is none. */
export function readLawLine(line: string): LawArticle | null {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof data !== "object" || data === null) return null;
  const { name, content } = data as { name?: unknown; content?: unknown };
  if (typeof name !== "string" || typeof content !== "string") return null;
  const parts = named.exec(name.normalize("NFKC"));
  if (!parts?.[1] || !parts[2]) return null;
  return { title: lawTitle(parts[1]), article: parts[2], content };
}
