import type { KnowledgeEntry, Source } from "../../domain/entry.ts";
import type { Facet } from "../../domain/sets.ts";
import { buttons } from "./buttons.ts";

/** The sources by law: 《居民身份证法》第七条、第十一条（2012-01-01起施行）. */
function sourceWords(sources: readonly Source[]): string[] {
  const byLaw = new Map<string, Source[]>();
  for (const source of sources)
    byLaw.set(source.title, [...(byLaw.get(source.title) ?? []), source]);
  return [...byLaw].map(([title, [first, ...rest]]) => {
    if (title === ownWord || !first) return "本所说明";
    const number = first.number === null ? "" : `（${first.number}）`;
    const articles = [first, ...rest].flatMap(({ article }) => article ?? []).join("、");
    const since = first.inForceFrom === null ? "" : `（${first.inForceFrom}起施行）`;
    return `《${title}》${number}${articles}${since}`;
  });
}

/** How the station's own facts are cited. */
const ownWord = "本所";

/** The line that stands under every answer: law and article, since when, when it was checked. */
export function sourceLine({ sources, reviewed }: KnowledgeEntry, most: number): string {
  const all = sourceWords(sources);
  const named = all.slice(0, most).join("；");
  return `依据：${named}${all.length > most ? "等" : ""}。${reviewed.on}核对。以派出所答复为准。`;
}

/** What an answer is made of, in the order in which it is said. */
export interface AnswerParts {
  /** What the person's own case means. */
  lead: string | null;
  /** The first answer in one sentence; left out where only a side of it was asked for. */
  short: boolean;
  /** Sides of the matter that were asked for. */
  facets: Facet[];
}

/** Longest text of one side of a matter in a first bubble. Unit: UTF-16 code units. */
const readable = 200;

function sideText(entry: KnowledgeEntry, asked: Facet): string[] {
  const section = entry.sections.find(({ facet }) => facet === asked);
  return section ? [`${asked}：${shortened(section.text)}`] : [];
}

/** Whole lines, as many as can be read at a glance. */
function shortened(text: string): string {
  if (text.length <= readable) return text.includes("\n") ? `\n${text}` : text;
  const kept: string[] = [];
  for (const line of text.split("\n")) {
    if (kept.join("\n").length + line.length > readable && kept.length > 0) break;
    kept.push(line);
  }
  return `\n${kept.join("\n")}\n（还有，点“${buttons.details}”看全的）`;
}

export const askTexts = {
  answer: (
    entry: KnowledgeEntry,
    { lead, short, facets }: AnswerParts = { lead: null, short: true, facets: [] },
  ) =>
    [
      ...(lead === null ? [] : [lead]),
      ...(short ? [`【${entry.title}】\n${entry.short}`] : []),
      ...facets.flatMap((facet) => sideText(entry, facet)),
      sourceLine(entry, facets.includes("依据") ? entry.sources.length : 1),
    ].join("\n\n"),
  details: (entry: KnowledgeEntry) =>
    [
      `【${entry.title}】`,
      ...entry.sections
        .filter(({ facet }) => facet !== "依据")
        .map(({ facet, text }) => `${facet}：\n${text}`),
      sourceLine(entry, entry.sources.length),
    ].join("\n\n"),
  /** Under an answer that is likely right. */
  orMeant: "要是不对，您是不是想问下面的？",
  /** A side of the matter that the entry says nothing about. */
  noFacet: (title: string, facet: Facet, reach: string) =>
    `“${title}”的${facetNames[facet]}，我这里没有写，不敢乱说。${reach}`,
  noFine: (title: string, reach: string) =>
    `“${title}”罚不罚、罚多少，我这里没有写，不敢乱说。${reach}`,
  /** Before more of the same matter, when somebody told something about it. */
  still: (title: string) => `您说的要是“${title}”这件事，是这样：`,
  /** Before the shortest answer, for whoever did not follow the longer one. */
  inShort: "我说短点，您先记住这一句。还不明白，点“找民警”，让人跟您说。",
  whichMatter: "您问的是哪件事？说个名字就行，比如：补身份证多少钱。",
  nodded: "好。还想问什么，接着打字就行。",
  welcomeThanks: "不客气，应该的。还有事随时说。",
  left: "好的，没关系，不着急。想起什么随时再来问。",
  one: (title: string) => `您问的是“${title}”吧？是就点一下，或者回“是”。`,
  which: "您问的是哪一个？点一下，或者回数字。",
  /** To words on a seat that neither book nor change one. */
  ofSeats: "约好的号，去不了就打“改约”或者“取消预约”。还没约的，打“预约”。",
  notKnown: (reach: string) =>
    `这个我不知道，不敢乱说。您的问题我记下了，会请派出所补上。\n\n急着问可以点“${buttons.human}”。${reach}`,
  near: "您问的是不是这两个？",
  gone: "这一条正在更新，先别照旧的办。",
  wrongKept: "对不住，答错了。我记下来请派出所改。您换个说法再问一次，或者点“找民警”。",
  ask: "您想问什么，直接打字就行，说土话也行。比如：身份证丢了咋办。",
  tooManyTurns: "我没弄明白，别耽误您。点“找民警”，我把您的话记下来。",
} as const;

/** How a side of a matter is named in a sentence. */
const facetNames: Record<Facet, string> = {
  条件: "条件",
  材料: "材料",
  步骤: "办法",
  时限: "天数",
  费用: "费用",
  地点: "地点",
  谁去: "由谁去办",
  网上办: "网上办法",
  依据: "依据",
};
