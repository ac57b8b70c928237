import type { Case } from "../cases.ts";
import type { Context } from "../context.ts";
import { rolesOnly } from "./roles.ts";

/** How a line is built, whatever it says: a tale of now, a question, an order. */
const shapes: [string, RegExp][] = [
  ["ends-asking", /(?:吗|么|不|没|呢|吧)[ ?。!]*$/u],
  ["asks", /啥|什么|咋|怎么|多少|几|哪|谁|能不能|是不是|\?/u],
  ["what-to-do", /咋办|怎么办|咋整/u],
  ["done", /了(?:$|[ ,。!])/u],
  ["I", /我|俺|咱/u],
  ["he", /他|她/u],
  ["going-on", /着/u],
  ["now", /正|刚|现在|还在|今天|今早|今晚|这会/u],
  ["there-is", /^(?:有人|有个|有俩|一个|俩)/u],
  ["and", /还|又|都/u],
  ["cannot", /不(?:了|开|动|出|上|着|到|醒|住|来|让|给|敢)/u],
];

/**
 * What a message looks like to the model, as hashes, each once: its characters, pairs, triples and
 * pairs with one character between; the same with roles in place of words; its manner and its build.
 * Figures count as one figure.
 */
export function wordFeatures(context: Context): number[] {
  const found = new Set<number>();
  const line = `^${context.text.replace(/\d+/g, "0").replace(/[^\p{L}\p{N}]+/gu, " ")}$`;
  addPieces(line, found, () => true);
  addPieces(rolesOnly(line), found, (piece) => /[A-Z]/.test(piece));
  for (const [kind, marks] of Object.entries(context.marks))
    if (marks.length > 0) found.add(hashOf(`mark ${kind}`));
  for (const { tense } of context.tenses) found.add(hashOf(`tense ${tense}`));
  for (const [name, pattern] of shapes)
    if (pattern.test(context.text)) found.add(hashOf(`shape ${name}`));
  const clauses = context.text.split(/[\s,。!?]+/).length;
  found.add(hashOf(`clauses ${Math.min(clauses, 5)}`));
  return [...found];
}

/** What the signs of danger add to that. */
export function caseFeatures(cases: readonly Case[]): number[] {
  const found = new Set<number>();
  for (const { class: of, strength, total } of cases) {
    for (const name of ["case", `case ${of}`, `case ${strength}`, `case ${of} ${strength}`])
      found.add(hashOf(name));
    if (total > manySigns) found.add(hashOf(`case ${of} by many signs`));
  }
  return [...found];
}

const manySigns = 5;

function addPieces(line: string, found: Set<number>, wanted: (piece: string) => boolean): void {
  for (let i = 0; i < line.length; i++) {
    for (let length = 1; length <= 3 && i + length <= line.length; length++) {
      const piece = line.slice(i, i + length);
      if (wanted(piece)) found.add(hashOf(piece));
    }
    if (i + 2 >= line.length) continue;
    const around = `~${line.charAt(i)}${line.charAt(i + 2)}`;
    if (wanted(around)) found.add(hashOf(around));
  }
}

/** FNV-1a over UTF-16 code units: 32 bits, so that two pieces hardly ever share one. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
