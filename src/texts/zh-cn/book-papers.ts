import type { Line } from "../../domain/cases.ts";
import type { Citation } from "../../domain/entry.ts";
import { bookTexts } from "./book.ts";

/** What to bring, who comes, and what it stands on. */
export interface Papers {
  /** What was told. */
  cases: string[];
  papers: Line[];
  who: Line[];
  fee: Line[];
  /** What the person must be there for themselves, where somebody else sees to it; null = nothing. */
  inPerson: Line[] | null;
  /** For how long a card is valid: by ages, in full years; null = it is no card. */
  validity: { from: number; to: number | null; years: number | null }[] | null;
  /** The law that the validity stands on is among them. */
  grounds: Citation[];
}

const inCase = (mark: string) => (lines: readonly Line[]) =>
  lines.map(({ what, when }) => (when === null ? what : `${when}${mark}${what}`));

/** 《居民身份证法》第五条、第十一条 */
function groundsText(grounds: readonly Citation[]): string {
  const byLaw = new Map<string, string[]>();
  for (const { title, article } of grounds)
    byLaw.set(title, [...(byLaw.get(title) ?? []), ...(article === null ? [] : [article])]);
  return [...byLaw]
    .map(([title, articles]) =>
      title === "本所" ? "本所说明" : `《${title}》${[...new Set(articles)].join("、")}`,
    )
    .join("；");
}

function validityText(spans: NonNullable<Papers["validity"]>): string {
  const named = ({ from, to, years }: (typeof spans)[number]): string => {
    const time = years === null ? "长期有效" : `管${years}年`;
    if (spans.length === 1) return time;
    const age = to === null ? `${from}岁起` : from === 0 ? `不满${to + 1}岁` : `${from}到${to}岁`;
    return `${age}${time}`;
  };
  return `管多久：新证${spans.map(named).join("，")}。`;
}

/** Without a full stop twice: 本人去。 */
const sentence = (lines: readonly string[]): string =>
  lines.map((line) => (/[。！？]$/u.test(line) ? line : `${line}。`)).join("");

export const bookPapersTexts = {
  ask: (service: string, wanted: string, question: string) =>
    `${service}${wanted === "" ? "" : `，${wanted}`}。\n\n问一句，好说清带啥：${question}`,
  unsure: "说不准",
  /** Something was told, or told otherwise, while something else was asked. */
  noted: (cases: readonly string[]) => `记下了：${cases.join("、")}。`,
  forOther: "替别人办",
  years: (years: number) => `${years}岁`,
  ages: (from: number, to: number) => (from === to ? `${from}岁` : `${from}到${to}岁`),
  forSelf: "给自己办",
  list: ({ cases, papers, who, fee, inPerson, validity, grounds }: Papers): string =>
    grounds.length === 0
      ? "要带啥，这一条正在更新，来以前先打电话问派出所。"
      : [
          ...(cases.length === 0 ? [] : [`您说的：${cases.join("、")}。`]),
          ...(papers.length === 0 ? [] : ["带上："]),
          ...inCase("：")(papers).map((line, i) => `${i + 1}. ${line}`),
          ...(who.length === 0 ? [] : [`谁来：${sentence(inCase("，")(who))}`]),
          ...(inPerson === null ? [] : [inPersonText(inPerson)]),
          ...(fee.length === 0 ? [] : [`钱：${sentence(inCase("，")(fee))}`]),
          ...(validity === null ? [] : [validityText(validity)]),
          `依据：${groundsText(grounds)}。以派出所答复为准。`,
        ].join("\n"),
} as const;

function inPersonText(lines: readonly Line[]): string {
  if (lines.length === 0) return `${bookTexts.proxy}上面说本人去的，得本人到场，您陪着来。`;
  return `${bookTexts.proxy}本人要到场（${inCase("，")(lines).join("；")}），您陪着来。`;
}
