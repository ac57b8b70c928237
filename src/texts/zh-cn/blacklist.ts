import type { KeptListing, ListedKind, ListingFault } from "../../domain/lists.ts";

export const kindNames: Record<ListedKind, string> = {
  host: "网址",
  phone: "电话",
  account: "账号",
  app: "软件",
};

const faults: Record<ListingFault, string> = {
  quotes: "引号没有收尾。一条写在一行里，引号要成对。",
  kind: "种类只能写：网址、电话、账号、软件。",
  value: "值和种类对不上：网址要像 abc.top，电话只写数字，账号至少五位，软件名至少两个字。",
  formula: "这一格是公式。请把公式换成文字再导。",
  rounded: "号码被表格软件改成了 1.38E+10 这样。请把这一列设成“文本”，重新填号码。",
  reason: "原因空着。群众会问为啥，写一句话。",
  "too-long": "原因、来源最多 60 个字，请写短些。",
  source: "来源空着。谁说的、哪份通报，写上。",
  day: "有效期看不懂，要像 2027-01-31 这样；一直有效就空着。",
  over: "有效期已经过了。",
  official: "这是官方网址，不能列进黑名单。",
  shortener: "这是短网址的公用网站，请写全，像 t.cn/A6xYz 这样。",
  hotline: "这是官方热线，不能列进黑名单。",
};

/** What `npm run kb -- blacklist` prints. */
export const blacklistTexts = {
  usage: [
    "黑名单命令：",
    "  npm run kb -- blacklist import 文件.csv [--by 名字]  导入，列名：种类,值,原因,来源,有效期",
    "  npm run kb -- blacklist list                        看名单",
    "  npm run kb -- blacklist remove 值                   删掉一条",
    '  npm run kb -- blacklist appeal 值 "为啥"             有人提出异议，先记下，核实前不算数',
    "  npm run kb -- blacklist uphold 值                   核实过了，照旧算数",
  ],
  unknownOption: (option: string) => `不认识 ${option}。`,
  noSuchFile: (path: string) => `打不开 ${path}，看看路径写对没有。`,
  tooBig: (most: number) => `文件太大，超过 ${most} MB，请分成几个。`,
  notText: "这不是 CSV 文本。是 Excel 表的话，在 Excel 里“另存为”CSV，再导。",
  /** For the reason, where a file has no such column. */
  unwritten: "未写",
  noHead: "第一行要写列名：种类,值,原因,来源,有效期。种类和值不能少。",
  badLine: (line: number, why: ListingFault) => `第 ${line} 行没导入：${faults[why]}`,
  imported: (added: number, changed: number, same: number, bad: number) =>
    `新加 ${added} 条，改了 ${changed} 条，本来就有 ${same} 条${bad === 0 ? "。" : `，${bad} 行没导入，原因见上。`}`,
  empty: "名单是空的。",
  listing: ({ kind, value, reason, source, until, addedBy, appeal }: KeptListing, over: boolean) =>
    [
      `${kindNames[kind]} ${value}  ${reason}`,
      `（来源：${source}；${addedBy} 加的；${until === null ? "一直有效" : over ? `${until} 已到期，不算数` : `到 ${until}`}）`,
      appeal === null ? "" : ` 有人提出异议：${appeal}`,
    ].join(""),
  notThere: (value: string) => `名单里没有“${value}”。`,
  removed: (count: number) => `删掉了 ${count} 条。`,
  appealed: (count: number) =>
    `记下了，${count} 条。核实以前，群众查到只会听到“有人提出异议，核实中”。核实后请 remove 或 uphold。`,
  upheld: (count: number) => `${count} 条照旧算数。`,
  console: "管理员",
} as const;
