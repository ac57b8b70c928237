/** What one of us asks for in words behind a command: a matter's number, and the rest of the message. */
export interface NumberedWords {
  asks: "result" | "sheet";
  number: string;
  rest: string;
}

/** 结果100001 见面 劝住了 · 单100001 五千 工行. Null: it is neither. */
export function numberedWordsIn(text: string): NumberedWords | null {
  const found = /^[\s/／]*(结果|单子?)[\s:：,，]*(\d{6})(?!\d)[\s:：,，]*([\s\S]*)$/u.exec(
    text.normalize("NFKC"),
  );
  if (!found) return null;
  const [, verb = "", number = "", rest = ""] = found;
  return { asks: verb === "结果" ? "result" : "sheet", number, rest: rest.trim() };
}

/** The list behind 导入预警; empty where the command stands alone. Null: it is none. */
export function listIn(text: string): string | null {
  const found = /^[\s/／]*导入(?:预警|名单|预警名单)[:：]?[^\S\n]*(?:\n|$)?([\s\S]*)$/u.exec(text);
  return found ? (found[1] ?? "") : null;
}
