import { LineCounter, isMap, isNode, parseDocument } from "yaml";
import type { Document } from "yaml";
import type { ProblemWording } from "./wording.ts";

/** A YAML text as plain data, with the line of every value. */
export interface YamlData {
  data: unknown;
  /** 1-based line, in the whole file, of the value at this path or of the nearest one above it. */
  lineOf(path: readonly PropertyKey[]): number;
}

export interface Failure {
  line: number;
  reason: string;
}

/** A content file of more than this is not one subject any more. Unit: bytes. */
export const mostBytes = 64 * 1024;

/**
 * Reads YAML 1.2 (core schema): no custom tags, no aliases, no double keys. Nothing in the text
 * is ever run.
 */
export function readYaml(
  text: string,
  firstLine: number,
  words: ProblemWording,
): { ok: true; yaml: YamlData } | { ok: false; failures: Failure[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    customTags: [],
    merge: false,
    uniqueKeys: true,
    lineCounter: lines,
    prettyErrors: false,
  });
  const lineAt = (offset: number): number => firstLine + lines.linePos(offset).line - 1;
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    const failures = faults.map((fault) => ({
      line: lineAt(fault.pos[0]),
      reason: words.badYaml(fault.message),
    }));
    return { ok: false, failures };
  }
  try {
    const data: unknown = document.toJS({ maxAliasCount: 0 });
    const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(document, path) ?? 0);
    return { ok: true, yaml: { data, lineOf } };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, failures: [{ line: firstLine, reason: words.badYaml(detail) }] };
  }
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const here = path.slice(0, length);
    const key = here[length - 1];
    const parent: unknown = document.getIn(here.slice(0, -1), true);
    if (isMap(parent)) {
      const pair = parent.items.find(({ key: name }) => String(name) === String(key));
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node: unknown = document.getIn(here, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

/** The two parts of an entry's file. */
export interface FrontMatter {
  yaml: YamlData;
  body: string;
  /** 1-based line on which the body begins. */
  bodyLine: number;
}

/** Parts a file at its `---` lines. */
export function splitFrontMatter(
  text: string,
  words: ProblemWording,
): { ok: true; parts: FrontMatter } | { ok: false; failures: Failure[] } {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  if (lines[0]?.trimEnd() !== "---") {
    return { ok: false, failures: [{ line: 1, reason: words.noFrontMatter() }] };
  }
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === "---");
  if (end < 0) return { ok: false, failures: [{ line: 1, reason: words.frontMatterOpen() }] };
  const read = readYaml(lines.slice(1, end).join("\n"), 2, words);
  if (!read.ok) return read;
  const body = lines.slice(end + 1).join("\n");
  return { ok: true, parts: { yaml: read.yaml, body, bodyLine: end + 2 } };
}
