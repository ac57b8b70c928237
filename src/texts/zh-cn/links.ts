import { hotlines, type Hotline } from "../../domain/hotlines.ts";
import type { Listed, ListedKind } from "../../domain/lists.ts";
import { kindNames } from "./blacklist.ts";

/** Whose name is borrowed; null = the government's. */
const whose = (of: string | null): string => of ?? "政府机关";

/** What a villager hears of links, numbers, accounts and apps in a message. Never that something is safe. */
export const linkTexts = {
  /** A name that does not become a link again when it is sent. */
  dead: (shown: string) => shown.replaceAll(".", "．").replaceAll(":", "："),
  listed: ({ reason, source }: Pick<Listed, "reason" | "source">) =>
    `派出所名单里有它：${reason}（${source}）`,
  appealed: "名单里有它，不过有人提出异议，核实中。核实前先别碰。",
  spelling: (of: string | null, domain: string) =>
    `写得像${whose(of)}的网址，其实不是，是${domain}。`,
  name: (of: string | null, domain: string) =>
    `里头带着${whose(of)}的名字，其实是别人的网址${domain}。`,
  known: (of: string | null) =>
    of === null ? "这是政府网站的网址（结尾是gov．cn）。" : `这是${of}的网址。`,
  ownWay: "要办事，自己打开他家的软件或者打他家电话，别从短信里点。",
  open: "可是谁都能在上面发东西，里头写的不一定真。",
  shortener: "这是短网址，看不出点了会到哪儿。",
  unknown: "没查到不等于安全。拿不准就别点。",
  tricks: {
    "name-before": "@前面的字是幌子，真地址在@后面。",
    ip: "地址是一串数字，正经单位不这样发。",
    "odd-ip": "地址故意写成怪数字，不让人看懂。",
    "mixed-letters": "里头混了长得像的外国字母。",
    "foreign-letters": "是用外国字母写的，看着像别的。",
    hidden: "里头藏着看不见的字符，是躲检查的。",
    split: "点故意写成别的样子，是躲检查的。",
    encoded: "地址故意打了乱码，不让人看懂。",
    script: "这不是网址，点了会直接打开软件或运行东西。",
    installs: "点了会下载安装包，装上手机就让人控制了。",
    port: "网址后面带着少见的数字。",
  },
  cheap: (ending: string) => `．${ending}这种网址便宜、不查身份，骗子爱用。`,
  telegram: "这是叫您去境外聊天软件的，骗子爱用。",
  genuine: (hotline: Hotline) =>
    `${hotline}是真的热线：${hotlines[hotline]}。来电显示能造假，谁打来要您转钱都是骗子。`,
  signs: {
    foreign: "00或者+开头是国外打来的。国内公安、银行不会这么打。",
    virtual: "这种号段不用到营业厅就能办，骗子爱用。",
    rented: "400是租来的号，谁都能租，不能证明是哪家单位。",
  },
  missed: (kind: ListedKind) => `这个${kindNames[kind]}没查到，没查到不等于安全。`,
} as const;
