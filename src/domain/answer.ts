import type { Citation, KnowledgeEntry } from "./entry.ts";

/** An entry given as the answer. It cannot be built without a citation. */
export interface Answer {
  entry: string;
  /** 0 … 1: how sure the bot is that this entry answers the question. */
  confidence: number;
  citations: [Citation, ...Citation[]];
}

export function answerFrom(entry: KnowledgeEntry, confidence: number): Answer {
  const [first, ...rest] = entry.sources;
  return { entry: entry.id, confidence, citations: [cite(first), ...rest.map(cite)] };
}

function cite({ title, article }: Citation): Citation {
  return { title, article };
}
