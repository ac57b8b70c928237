import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Found, Knowledge } from "../domain/ports.ts";
import { mostAsked } from "../texts/zh-cn/page.ts";

/** As many as a phone keeps for the time without a network. */
const most = 20;

/** The named entries, or else those that answer what is asked most; each once, in that order. */
export function offlineEntries(knowledge: Knowledge, named?: readonly string[]): KnowledgeEntry[] {
  const candidates = named
    ? named.map((id) => knowledge.entry(id))
    : mostAsked.map((question) => served(knowledge.find(question, 1)[0]));
  const entries = new Map<string, KnowledgeEntry>();
  for (const entry of candidates) if (entry) entries.set(entry.id, entry);
  return [...entries.values()].slice(0, most);
}

function served(found: Found | undefined): KnowledgeEntry | undefined {
  return found?.withdrawn ? undefined : found?.entry;
}
