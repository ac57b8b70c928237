import type { Facet, Service, Topic } from "./sets.ts";

/** Where a statement comes from. */
export interface Citation {
  /** Name of the law without 《》 and without 中华人民共和国; 本所 for facts of the station itself. */
  title: string;
  /** Article in Chinese numerals (第十一条), or null where the source has none or none may be cited. */
  article: string | null;
}

export interface Source extends Citation {
  /** Document number, e.g. 公通字〔2021〕12号. */
  number: string | null;
  /** Day on which the cited text came into force. Format: YYYY-MM-DD. */
  inForceFrom: string | null;
}

/** One subject of the knowledge base: one file under knowledge/. */
export interface KnowledgeEntry {
  id: string;
  title: string;
  topic: Topic;
  /** Ways in which people ask for it. */
  questions: string[];
  /** The first answer: one action first. At most 60 characters. */
  short: string;
  /** The body by facet, in file order; text is plain, lines kept. */
  sections: { facet: Facet; text: string }[];
  sources: [Source, ...Source[]];
  place: "national" | "region" | "station";
  /** Days between which the entry may be used. Format: YYYY-MM-DD; null = open. */
  effective: { from: string | null; to: string | null };
  reviewed: { by: string; on: string; againBy: string };
  /** What the station must still check before it may be relied upon. */
  verify: string[];
  service: Service | null;
  related: string[];
  golden: { match: string[]; not: string[] };
}
