import { hoursText } from "./station.ts";

/** How facts of the station stand in an answer. */
const station = {
  nameless: "本派出所",
  noPhone: "派出所电话（本所还没填，可打 12345 转接）",
  noAddress: "派出所地址（本所还没填，可打 12345 问）",
  noHours: "开门时间（本所还没填，去之前先打 12345 问一声）",
  hours: hoursText,
};

/** Why a content file cannot be used, each with what to do. */
const problems = {
  tooBig: (most: number) => `文件太大，超过 ${most} KB。一个条目只写一件事，请拆开。`,
  notText: () => "这不是文本文件。请用 UTF-8 另存为 .md 文本。",
  unreadable: () => "文件打不开。请检查文件权限。",
  noFrontMatter: () => "开头缺少信息栏。第一行要写 ---，照着别的条目补上。",
  frontMatterOpen: () => "信息栏没有结束。在正文前面单独写一行 ---。",
  badYaml: (detail: string) => `这一行的格式不对，检查缩进、冒号和引号（${detail}）。`,
  missing: (key: string) => `缺少 ${key}，请补上。`,
  wrongKind: (key: string, expected: string) =>
    `${key} 的写法不对，这里要写${kindNames[expected] ?? expected}。`,
  tooFew: (key: string, least: number) => `${key} 不能空着，至少写 ${least} 个。`,
  tooLong: (key: string, most: number) => `${key} 太大或太长，最多 ${most}。`,
  notOneOf: (key: string, choices: string[]) =>
    `${key} 只能写这些里的一个：${choices.join("、")}。`,
  badFormat: (key: string, example: string) => `${key} 的写法不对，要像这样：${example}。`,
  shortTooLong: (length: number, most: number) =>
    `short 有 ${length} 个字，最多 ${most} 个字，请写短些。`,
  unknownKey: (key: string) => `不认识 ${key} 这一项，看看是不是写错了；不需要就删掉。`,
  textBeforeHeading: () => "正文要写在小标题（## 材料 这样的行）下面，请在前面加小标题。",
  unknownHeading: (heading: string, headings: string[]) =>
    `小标题“${heading}”不在规定里，只能用：${headings.join("、")}。`,
  twiceHeading: (heading: string) => `小标题“${heading}”写了两次，请合成一段。`,
  emptySection: (heading: string) => `小标题“${heading}”下面没有字，请补上或删掉小标题。`,
  noSections: () => "没有正文。至少写一个小标题和一段话。",
  unknownTemplate: (name: string, names: string[]) =>
    `不认识 {{${name}}}，只能用：${names.map((known) => `{{${known}}}`).join("、")}。`,
  doubleId: (id: string, other: string) =>
    `编号 ${id} 和 ${other} 重了，请换一个，换之前先用那一条。`,
  noStationFile: () => "缺少 station.yaml，本所的名字、电话、地址都没法告诉群众，请补上。",
  badHeading: (line: string) => `“${line}”不是条目编号，要像 [id-card-replace] 这样写。`,
  noHeading: () => "这句问法前面没有写是哪一条的，请先写一行 [条目编号]。",
  listedTwice: (host: string) => `${host} 写了两次，请删掉一处。`,
  notListable: (value: string) =>
    `“${value}”和 kind 对不上：网址要像 abc.top，电话只写数字，账号至少五位，软件名至少两个字。`,
};

const kindNames: Record<string, string> = {
  string: "文字（数字和日期请加引号）",
  number: "数字",
  int: "整数",
  array: "一个列表，每行前面加“- ”",
  object: "带名字的几项",
  boolean: "true 或 false",
};

/** What a check of the whole folder finds. */
const check = {
  tooFewQuestions: (count: number, least: number) =>
    `只有 ${count} 种问法，至少写 ${least} 种：书面的、口头的、土话的、最短的都要有。`,
  tooFewGolden: (count: number, least: number) =>
    `golden.match 只有 ${count} 句，至少 ${least} 句（不能和 questions 里的一样）。`,
  tooFewNot: (count: number, least: number) => `golden.not 只有 ${count} 句，至少 ${least} 句。`,
  wrongFolder: (folder: string, topic: string) =>
    `文件放在 ${folder} 里，topic 却写 ${topic}，请改成一样。`,
  reviewDue: (day: string) => `该在 ${day} 以前复核，已经过期。请核对后改 reviewed。`,
  reviewSoon: (day: string, left: number) => `还有 ${left} 天（${day}）就该复核了，请早点核对。`,
  expiresSoon: (day: string, left: number) =>
    `还有 ${left} 天（${day}）就失效，到时候会自动下架。请准备新的内容。`,
  expired: (day: string) =>
    `${day} 已经失效，条目已自动下架：群众问到只会听到“正在更新”。要么改日期，要么删掉。`,
  strangeNumber: (number: string) =>
    `号码 ${number} 不在核对过的热线里。本所电话请写 {{station.phone}}。`,
  strangeNumberIn: (heading: string, number: string) =>
    `“${heading}”里的号码 ${number} 不在核对过的热线里。本所电话请写 {{station.phone}}。`,
  relatedMissing: (id: string) => `related 里的 ${id} 没有这一条，请改编号或删掉。`,
  superseded: (title: string, before: string | null, articles: string[] | null) => {
    if (before === null) return `《${title}》已经废止，条目已自动下架。请换成现行的法。`;
    const cited =
      articles === null
        ? ""
        : articles.length === 0
          ? "新文本的条文还没核对，article 写 null"
          : `新文本目前只能引 ${articles.join("、")}`;
    return `《${title}》${before} 起换了新文本，条目已自动下架。in_force_from 要写新文本的日子${cited === "" ? "" : `；${cited}`}。`;
  },
  noSuchArticle: (title: string, article: string) =>
    `法条库里的《${title}》没有${article}，请核对条号。`,
  unknownEntry: (id: string) => `没有编号是 ${id} 的条目，请核对编号，或者删掉这些问法。`,
  questionTwice: (question: string, owner: string) =>
    `问法“${question}”在 ${owner} 里已经有了，删掉一处。`,
  goldenAmongQuestions: (question: string, owner: string) =>
    `“${question}”在 ${owner} 的 questions 里也有，golden 里的要留着考试用，换一句。`,
  goldenMissed: (question: string, found: string | null) =>
    found === null
      ? `问“${question}”什么也没找到，请给这一条多写几种问法。`
      : `问“${question}”先找到的是 ${found}，请给这一条多写几种问法。`,
  serviceEntryMissing: (what: string, id: string) =>
    `“${what}”写着出自 ${id}，没有这一条，村民就听不到这一句。请改 from，或者删掉。`,
  serviceCaseUnknown: (when: string, cases: string[]) =>
    cases.length === 0
      ? `when 写“${when}”，可这个业务没有 asks，没有哪一句问得出来。请加一问，或者删掉 when。`
      : `when 写“${when}”，asks 里没有这一样。能写的有：${cases.join("、")}。请改成一字不差。`,
  serviceAsksMuch: (count: number, most: number) =>
    `asks 最多会接着问 ${count} 句，村民嫌烦，最多 ${most} 句。请删几问，或者加 when。`,
  officialListed: (host: string) =>
    `${host} 是官方网址（known-hosts.yaml 里有），不能列进黑名单，请删掉。`,
  redFlagBroken: (id: string) =>
    `风险信号 ${id} 的 pattern 写得不对，用不了。请看看括号、{词类}，别用 * 和 +。`,
  redFlagSilent: (id: string, line: string) =>
    `风险信号 ${id} 该认出“${line}”，没认出。请改 pattern，或者换一句。`,
  redFlagFires: (id: string, line: string) =>
    `风险信号 ${id} 不该碰“${line}”，碰上了。请改 pattern，或者换一句。`,
  goldenWrong: (question: string) => `问“${question}”不该先找到这一条，请改问法。`,
  figuresDiffer: (clause: string, other: string, theirs: string, about: string) =>
    `这里写“${clause}”，${other} 写“${theirs}”，数不一样。核对后改成一样；本来就该不一样的，在 figures.yaml 里记上 about: ${about}。`,
  figuresInside: (clause: string, theirs: string, about: string) =>
    `一处写“${clause}”，一处写“${theirs}”，数不一样。核对后改成一样；本来就该不一样的，在 figures.yaml 里记上 about: ${about}。`,
};

/** Why a file may not be imported. */
const imports = {
  secret: () => "文件上有密级标志，不能导入。涉密文件不得上网。",
  hiddenText: () => "这一行有看不见的字符，不能导入。请重新打一遍这一行。",
};

/** What the knowledge base says of itself: to villagers for facts not filled in, to the admin for files to mend. */
export const knowledgeWording = { station, problems, check, imports };

/** What `npm run kb` prints. */
export const kbTexts = {
  usage: [
    "知识库命令：",
    "  npm run kb -- check [--laws 法条库文件或文件夹]   检查所有条目",
    '  npm run kb -- search "问题"                      看看群众这么问会找到哪条',
    "  npm run kb -- import 文件夹 [--write] [--replace] 导入条目或法律文本；不加 --write 只看不写",
    "  npm run kb -- unanswered                         看哪些问题没答上",
    "  npm run kb -- flags candidates                   看骗术判断里被说错的、查明了的",
    "  npm run kb -- blacklist                          本所的黑名单（网址、电话、账号、软件）",
  ],
  problem: (file: string, line: number, reason: string) => `${file}:${line}: ${reason}`,
  warning: (file: string, line: number, reason: string) => `提醒 ${file}:${line}: ${reason}`,
  checked: (entries: number, problems: number) =>
    problems === 0 ? `${entries} 条，没有问题。` : `${entries} 条，${problems} 处要改。`,
  golden: (asked: number, first: number) =>
    `考题 ${asked} 句，${first} 句头一条就找对（${asked === 0 ? "0" : ((100 * first) / asked).toFixed(1)}%）。`,
  notCompared: (titles: string[]) =>
    `法条库里没有这些文件，条号没法核对：${titles.map((title) => `《${title}》`).join("")}`,
  noSuchPath: (path: string) => `没有 ${path}，看看路径写对没有。`,
  needsQuestion: '要查什么？例如：npm run kb -- search "身份证丢了咋整"',
  needsPath: "要导入哪里？例如：npm run kb -- import 新条目文件夹",
  needsLaws: "--laws 后面要写法条库的文件或文件夹。",
  unknownOption: (option: string) => `不认识 ${option}。`,
  nothingFound: "一条也没找到。",
  result: (place: number, confidence: number, id: string, title: string) =>
    `${place}. ${Math.round(confidence * 100)}%  ${id}  ${title}`,
  withdrawn: "   已下架：群众问到这条，会听到“正在更新”和找民警。",
  why: (question: string) => `   最像的问法：${question}`,
  means: (terms: string[]) => `按词表又找了：${terms.join("、")}`,
  planned: {
    add: (from: string, to: string) => `新增  ${from} → ${to}`,
    replace: (from: string, to: string) => `替换  ${from} → ${to}`,
    taken: (from: string, to: string) => `不动  ${from}：${to} 已经有了，要替换请加 --replace`,
  },
  law: (title: string, articles: number) => `法律  《${title}》${articles} 条`,
  lawsOnly: "法律文本只留着核对条号（check --laws）用，现在还不会显示给群众，也不会当作答复。",
  imported: (entries: number, laws: number) => `已导入 ${entries} 个条目、${laws} 部法律。`,
  wouldImport: (entries: number, laws: number) =>
    `可以导入 ${entries} 个条目、${laws} 部法律。现在什么也没写；确定要导入，请再加 --write。`,
  nothingToImport: "这里没有条目，也没有法律文本。",
  skipped: (count: number) => `有 ${count} 处不能导入，原因见上。`,
};
