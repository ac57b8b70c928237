import { badRequest } from "./error.ts";

export interface Entity {
  type: string;
  /** Unit: UTF-16 code units. */
  offset: number;
  length: number;
  url?: string;
}

const kinds = new Map([
  ["b", "bold"],
  ["strong", "bold"],
  ["i", "italic"],
  ["em", "italic"],
  ["u", "underline"],
  ["ins", "underline"],
  ["s", "strikethrough"],
  ["strike", "strikethrough"],
  ["del", "strikethrough"],
  ["span", "spoiler"],
  ["tg-spoiler", "spoiler"],
  ["tg-emoji", "custom_emoji"],
  ["a", "text_link"],
  ["code", "code"],
  ["pre", "pre"],
  ["blockquote", "blockquote"],
]);
const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };
const bytes = (text: string) => Buffer.byteLength(text);

/**
 * Reads text of parse_mode HTML the way the Bot API does: its tags only, closed in order, four named
 * entities, refusals with the byte offset.
 * @throws ApiError 400 "can't parse entities: …"
 */
export function parseHtml(html: string): { text: string; entities: Entity[] } {
  const fail = (what: string, at?: number) =>
    badRequest(
      `can't parse entities: ${what}` +
        (at === undefined ? "" : ` at byte offset ${bytes(html.slice(0, at))}`),
    );
  let text = "";
  const entities: Entity[] = [];
  const open: { tag: string; at: number; url?: string }[] = [];
  let i = 0;
  while (i < html.length) {
    const char = html[i]!;
    if (char === "&") {
      const entity = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));?/i.exec(html.slice(i, i + 12));
      const decoded = entity && decode(entity);
      text += decoded ?? "&";
      i += decoded === null || decoded === undefined ? 1 : entity![0].length;
      continue;
    }
    if (char !== "<") {
      text += char;
      i++;
      continue;
    }
    const start = i;
    const end = html.indexOf(">", i);
    if (html[i + 1] === "/") {
      if (end < 0) throw fail("Unclosed end tag", start);
      const name = html
        .slice(i + 2, end)
        .trim()
        .toLowerCase();
      const opened = open.pop();
      if (!opened) throw fail("Unexpected end tag", start);
      if (name !== "" && name !== opened.tag)
        throw fail(
          `Unmatched end tag at byte offset ${bytes(html.slice(0, start))}, ` +
            `expected "</${opened.tag}>", found "</${name}>"`,
        );
      if (text.length > opened.at)
        entities.push({
          type: kinds.get(opened.tag)!,
          offset: opened.at,
          length: text.length - opened.at,
          ...(opened.url === undefined ? {} : { url: opened.url }),
        });
      i = end + 1;
      continue;
    }
    const name = /^[^\s>]*/.exec(html.slice(i + 1))![0].toLowerCase();
    if (end < 0 && i + 1 + name.length >= html.length) throw fail("Unclosed start tag", start);
    if (!kinds.has(name)) throw fail(`Unsupported start tag "${name}"`, start);
    if (end < 0) throw fail("Unclosed start tag", start);
    const inside = html.slice(i + 1 + name.length, end).trim();
    const attribute = /^([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))$/.exec(inside);
    if (inside !== "" && inside !== "expandable" && !attribute)
      throw fail(`Expected equal sign in declaration of an attribute of the tag "${name}"`, start);
    const value = attribute?.[2] ?? attribute?.[3] ?? attribute?.[4];
    if (name === "span" && value !== "tg-spoiler")
      throw fail('Tag "span" must have class "tg-spoiler"', start);
    open.push({
      tag: name,
      at: text.length,
      ...(name === "a" && value !== undefined ? { url: value } : {}),
    });
    i = end + 1;
  }
  const last = open.pop();
  if (last) throw fail(`Can't find end tag corresponding to start tag "${last.tag}"`);
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

function decode([, decimal, hex, name]: RegExpExecArray): string | null {
  if (name !== undefined) return named[name.toLowerCase()] ?? null;
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
  return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : null;
}
