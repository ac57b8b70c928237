import type { KnowledgeEntry } from "../../src/domain/entry.ts";
import type { Found, Knowledge } from "../../src/domain/ports.ts";
import type { Station } from "../../src/domain/station.ts";

export const smallStation: Station = {
  name: "恩和边境派出所",
  areaCode: "0470",
  phone: "0470-6901110",
  address: "恩和村主街1号",
  hours: [{ days: [1, 2, 3, 4, 5], from: "08:30", to: "17:30" }],
  villages: [{ name: "前进村", officer: null }],
  smsAlarm: null,
  holidays: [],
  checkedOn: "2026-11-20",
};

function entry(id: string, title: string, questions: string[], short: string): KnowledgeEntry {
  return {
    id,
    title,
    topic: id.startsWith("hukou") ? "hukou" : "id-card",
    questions,
    short,
    sections: [
      { facet: "材料", text: `${title}要带户口簿。` },
      { facet: "费用", text: "收40元。" },
      { facet: "依据", text: "见法条。" },
    ],
    sources: [
      { title: "居民身份证法", number: null, article: "第十一条", inForceFrom: "2012-01-01" },
      { title: "户口登记条例", number: null, article: "第七条", inForceFrom: null },
    ],
    place: "national",
    effective: { from: null, to: null },
    reviewed: { by: "编写组", on: "2026-11-20", againBy: "2027-11-20" },
    verify: [],
    service: null,
    related: [],
    golden: { match: [], not: [] },
  };
}

export const replaceCard = entry(
  "id-card-replace",
  "身份证丢了，补一张",
  ["身份证丢了", "补身份证"],
  "先挂失，再带户口簿来补办。",
);
export const renewCard = entry(
  "id-card-renew",
  "身份证到期，换一张",
  ["身份证到期", "换身份证"],
  "到期前三个月来换。",
);
export const birth = entry(
  "hukou-birth",
  "给孩子上户口",
  ["上户口"],
  "出生一个月内带出生证来报户口。",
);

/** A knowledge base that a test can see through and bring to its knees. */
export interface SmallKnowledge extends Knowledge {
  /** Looking up words with this piece in them throws. */
  breakOn(piece: string): void;
  mend(): void;
  /** No longer served. */
  withdraw(id: string): void;
}

/**
 * Three entries. Words that hold one of an entry's questions find it for sure (0.95); words that
 * only hold 证 or 户口 may mean any entry of that kind (0.35); everything else is far (0.1).
 */
export function smallKnowledge(station: Station = smallStation): SmallKnowledge {
  const served = new Map([replaceCard, renewCard, birth].map((it) => [it.id, it]));
  let broken: string | null = null;
  return {
    station,
    release: "small",
    breakOn: (piece) => void (broken = piece),
    mend: () => void (broken = null),
    withdraw: (id) => void served.delete(id),
    entry: (id) => served.get(id),
    find(words, most) {
      if (broken !== null && words.includes(broken)) throw new TypeError("a fault of the search");
      const found = [...served.values()].map((it): Found => ({
        entry: it,
        confidence: confidenceIn(it, words),
        withdrawn: false,
      }));
      return found.toSorted((a, b) => b.confidence - a.confidence).slice(0, most);
    },
  };
}

function confidenceIn(it: KnowledgeEntry, words: string): number {
  if (it.questions.some((question) => words.includes(question))) return 0.95;
  return words.includes(it.topic === "hukou" ? "户口" : "证") ? 0.35 : 0.1;
}
