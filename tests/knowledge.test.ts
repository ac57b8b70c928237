import { beforeAll, describe, expect, it } from "vitest";
import { conflictsIn } from "../src/answering/check-figures.ts";
import { checkFolder } from "../src/answering/check.ts";
import { figuresIn } from "../src/answering/figures.ts";
import { folderOf, loadFiles } from "../src/answering/load.ts";
import type { Folder } from "../src/answering/load.ts";
import type { KnowledgeEntry } from "../src/domain/entry.ts";
import { knowledgeWording } from "../src/texts/zh-cn/kb.ts";

/** A thousand questions are searched for; other tests run beside it. Unit: ms. */
const checkPatience = 60_000;

/** The shipped knowledge base as a whole: what must hold for every entry of it. */
let folder: Folder;
let entries: KnowledgeEntry[];
beforeAll(async () => {
  folder = folderOf(await loadFiles("knowledge", knowledgeWording), knowledgeWording);
  entries = folder.entries.map(({ entry }) => entry);
});

const partsOf = ({ short, sections }: KnowledgeEntry) => [short, ...sections.map((it) => it.text)];
const allOf = (entry: KnowledgeEntry) => partsOf(entry).join("\n");
const sentencesOf = (text: string) => text.split(/[。！？；\n]/u);
const failing = (bad: (entry: KnowledgeEntry) => boolean) =>
  entries.filter(bad).map(({ id }) => id);

describe("the shipped knowledge base", () => {
  it(
    "passes its own check on the day it was reviewed, and has nothing that ends soon",
    () => {
      const { problems, warnings, golden } = checkFolder(
        folder,
        "2026-11-24",
        knowledgeWording.check,
      );
      expect(problems).toEqual([]);
      expect(warnings).toEqual([]);
      expect(golden.first).toBe(golden.asked);
    },
    checkPatience,
  );

  it("has an entry for every topic, and at least 170 in all", () => {
    expect(entries.length).toBeGreaterThanOrEqual(170);
    expect(new Set(entries.map(({ topic }) => topic)).size).toBe(14);
  });

  it("leads whoever asks for what is unchecked to somebody who knows", () => {
    const somebody = /派出所|民警|法院|村|station\.phone|12345|12348|问|110/u;
    expect(failing((entry) => entry.verify.length > 0 && !somebody.test(allOf(entry)))).toEqual([]);
  });

  it("is short of breath: no sentence that cannot be read aloud in one go", () => {
    const long = entries.flatMap((entry) =>
      entry.sections
        .filter(({ facet }) => facet !== "依据")
        .flatMap(({ text }) => sentencesOf(text))
        .filter((sentence) => [...sentence.replace(/\{\{.*?\}\}/gu, "")].length > 60)
        .map((sentence) => `${entry.id}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });
});

describe("the law in it", () => {
  it("is listed as a source wherever the text names an article", () => {
    const named = /《([^》]+)》((?:第[一二三四五六七八九十百千零]+条(?:、|，还有|和)?)+)/gu;
    const missing = entries.flatMap((entry) =>
      [...allOf(entry).matchAll(named)].flatMap(([, title = "", articles = ""]) =>
        (articles.match(/第[^条]+条/gu) ?? [])
          .filter(
            (article) => !entry.sources.some((it) => it.title === title && it.article === article),
          )
          .map((article) => `${entry.id}: ${title} ${article}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  it("of 2026 on public security has no article but the nineteenth, and no fine", () => {
    for (const entry of entries) {
      for (const { title, article } of entry.sources)
        if (title === "治安管理处罚法") expect([null, "第十九条"]).toContain(article);
      for (const sentence of sentencesOf(allOf(entry)).filter((it) =>
        it.includes("治安管理处罚法"),
      )) {
        expect(sentence.replace("第十九条", ""), entry.id).not.toMatch(
          /第[一二三四五六七八九十百]+条/u,
        );
        expect(
          figuresIn(sentence).filter(({ unit }) => unit === "元"),
          entry.id,
        ).toEqual([]);
      }
    }
  });
});

describe("a danger comes first", () => {
  it("where somebody is beaten at home: safety or 110 before all, and never a mediator", () => {
    const violence = entries.filter(({ id }) => /^family-(violence|protection|shelter)/u.test(id));
    expect(violence.length).toBeGreaterThanOrEqual(9);
    for (const entry of violence) {
      expect(entry.short.split(/[，。；：]/u)[0], entry.id).toMatch(/110|安全|危险/u);
      expect(allOf(entry), entry.id).not.toContain("调解");
      expect(entry.service, entry.id).not.toBe("mediation");
    }
  });

  it.each([
    "fraud-first-minutes",
    "fraud-stop-payment",
    "fraud-report-case",
    "fraud-money-return",
    "fraud-family-persuade",
    "fraud-trojan-blackmail",
  ])("where money is gone or going: %s begins with 110", (id) => {
    const entry = entries.find((it) => it.id === id);
    expect(entry?.short.split(/[。；]/u)[0]).toContain("110");
  });

  it("and nobody is promised their money, or when the police will come", () => {
    const promise =
      /(?:一定|肯定|保证)(?:能|会)?(?:追|要|找)回来|(?:分钟|小时)(?:内|以内)?(?:就)?到(?:场|你家|您家)/u;
    expect(failing((entry) => promise.test(allOf(entry)))).toEqual([]);
  });
});

describe("a figure that the law gives stands where it is asked for", () => {
  it.each<[string, ...RegExp[]]>([
    ["id-card-fees", /头一张.*不收钱/u, /换.*二十元/u, /补.*四十元/u, /临时的十元/u],
    ["id-card-time", /45天以内/u, /最多加30天/u],
    ["id-card-first", /三个月以内/u],
    ["id-card-validity", /16岁到25岁，管10年/u, /26岁到45岁，管20年/u, /满46岁，长期/u],
    ["id-card-renew", /不足三个月/u],
    ["id-card-temporary-use", /管三个月/u],
    ["id-card-temporary", /3天以内给/u],
    ["id-card-lend", /200元以下/u],
    ["id-card-misuse", /200元到1000元/u, /拘留10天以下/u],
    ["hukou-birth", /一个月以内/u],
    ["hukou-death", /一个月以内/u],
    ["hukou-move-in", /三天以内/u, /十天以内/u],
    ["hukou-ethnicity", /两年以内/u],
    ["residence-permit-apply", /半年以上/u, /15天以内/u, /最长30天/u],
    ["residence-permit-endorse", /1个月里/u, /不收钱/u],
    ["family-protection-order", /72 小时内/u, /24 小时内/u, /六个月/u],
    ["family-divorce", /先等三十天/u],
    ["mediation-confirm", /三十天内/u],
    ["legal-aid", /七天内/u, /三天内/u],
    ["legal-time-limit", /三年/u],
    ["legal-payment-order", /十五天内/u],
    ["legal-small-claims", /两个月内/u, /一半到两倍/u],
    ["legal-report-not-filed", /七天内/u],
    ["labour-arbitration-limit", /一年/u],
    ["labour-arbitration", /四十五天内/u, /十五天/u],
    ["labour-award", /十二个月/u, /十五天内/u],
    ["grassland-arbitration", /两年内/u, /六十天内/u, /三十天/u],
    ["grassland-decision-appeal", /六十天内/u],
    ["grassland-term", /三十年到五十年/u],
    ["grassland-adjust", /三分之二/u],
    ["fraud-card-lending", /一倍到十倍/u, /二十万以下/u, /最多十五天/u, /三张卡/u, /不超过五年/u],
    ["fraud-help-crime", /十天到十五天/u],
    ["fraud-stop-payment", /48小时/u, /最多止付两次/u],
    ["border-exit-convicted", /最短6个月，最长3年/u],
  ])("%s", (id, ...says) => {
    const entry = entries.find((it) => it.id === id)!;
    for (const said of says) expect(allOf(entry)).toMatch(said);
  });
});

describe("a figure that somebody changes in one entry only", () => {
  it.each([
    ["id-card-renew", "换证收20元", "换证收30元"],
    ["id-card-change-info", "换证收20元", "换证收40元"],
    ["id-card-replace", "45天以内发证", "60天以内发证"],
    ["residence-permit-agent", "15天以内给证", "20天以内给证"],
    ["grassland-contract", "仲裁两年内要申请", "仲裁三年内要申请"],
    ["family-protection-order", "最长管六个月", "最长管三个月"],
    ["labour-contractor", "一年内要申请仲裁", "两年内要申请仲裁"],
    ["legal-animal-stray", "去法院一般三年内", "去法院一般两年内"],
  ])("%s: %s → %s is noticed", (id, was, is) => {
    const changed = entries.map((entry) => {
      if (entry.id !== id) return entry;
      const sections = entry.sections.map((it) => ({ ...it, text: it.text.replace(was, is) }));
      expect(sections).not.toEqual(entry.sections);
      return { ...entry, sections };
    });
    const found = conflictsIn(changed, new Set(folder.varying));
    expect(found.some(({ entry, other }) => entry === id || other === id)).toBe(true);
  });
});

describe("the lexicon", () => {
  it("has at least 600 pairs, none of one character, none twice", () => {
    const says = folder.lexicon.flatMap(({ say }) => say);
    expect(says.length).toBeGreaterThanOrEqual(600);
    expect(says.filter((say) => [...say].length < 2)).toEqual([]);
    expect(says.filter((say, at) => says.indexOf(say) !== at)).toEqual([]);
  });

  it("leads only to words that some entry has", () => {
    const all = entries
      .map((entry) => [entry.title, ...entry.questions, allOf(entry)].join("\n"))
      .join("\n");
    const nowhere = folder.lexicon.flatMap(({ mean }) =>
      mean.split(" ").filter((word) => !all.includes(word)),
    );
    expect(nowhere).toEqual([]);
  });

  it("does not turn a word into itself", () => {
    const idle = folder.lexicon.flatMap(({ say, mean }) => say.filter((word) => word === mean));
    expect(idle).toEqual([]);
  });
});
