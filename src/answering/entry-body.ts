import { facets } from "../domain/sets.ts";
import type { Facet } from "../domain/sets.ts";
import type { Failure } from "./front-matter.ts";
import type { ProblemWording } from "./wording.ts";

export interface Section {
  facet: Facet;
  text: string;
}

/** Parts a body at its `## ` headings, each of which must be a facet that villagers ask for. */
export function readBody(
  body: string,
  firstLine: number,
  words: ProblemWording,
): { sections: Section[]; failures: Failure[] } {
  const failures: Failure[] = [];
  const found: { heading: string; line: number; lines: string[] }[] = [];
  for (const [at, text] of body.split("\n").entries()) {
    const line = firstLine + at;
    const heading = /^##\s+(.*?)\s*$/u.exec(text)?.[1];
    if (heading !== undefined) found.push({ heading, line, lines: [] });
    else if (found.length > 0) found.at(-1)?.lines.push(text.trimEnd());
    else if (text.trim() !== "") failures.push({ line, reason: words.textBeforeHeading() });
  }
  const sections: Section[] = [];
  for (const { heading, line, lines } of found) {
    const text = lines.join("\n").trim();
    const facet = facets.find((name) => name === heading);
    if (!facet) failures.push({ line, reason: words.unknownHeading(heading, [...facets]) });
    else if (sections.some((other) => other.facet === facet))
      failures.push({ line, reason: words.twiceHeading(heading) });
    else if (text === "") failures.push({ line, reason: words.emptySection(heading) });
    else sections.push({ facet, text });
  }
  if (found.length === 0) failures.push({ line: firstLine, reason: words.noSections() });
  return { sections, failures };
}
