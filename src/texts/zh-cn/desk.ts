import type { Alert, Alike, Shown } from "../../domain/desk.ts";
import type { Level, Matter, Refusal, Status } from "../../domain/matter.ts";
import type { Role } from "../../domain/people.ts";
import type { MatterKind } from "../../domain/sets.ts";
import { emergencyTexts } from "./emergency.ts";

export const levelNames: Record<Level, string> = {
  alarm: "急事",
  urgent: "紧急",
  high: "高危",
  normal: "普通",
};

export const kindNames: Record<MatterKind, string> = {
  dispute: "纠纷",
  "fraud-alert": "诈骗警示",
  hazard: "隐患",
  tip: "线索",
  visit: "上门",
  callback: "找民警",
  other: "反映问题",
};

export const statusNames: Record<Status, string> = {
  open: "等人接",
  assigned: "已通知，等人接",
  taken: "有人在办",
  mediating: "正在调解",
  agreed: "调解成了",
  failed: "没调成",
  referred: "已转别的部门",
  closed: "已办结",
};

export const roleNames: Record<Role, string> = {
  officer: "民警",
  chief: "所长",
  admin: "管理员",
  cadre: "村干部",
  mediator: "调解员",
  "safety-rep": "村民安全代表",
  "grid-worker": "网格员",
  auditor: "督察",
};

/** `isBare`: the words stay at the station. */
interface Bare {
  isBare?: boolean;
}

/** How long ago, in words. Unit: ms. */
export function sinceText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return "刚才";
  if (minutes < 60) return `${minutes}分钟前`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours}小时前` : `${Math.floor(hours / 24)}天前`;
}

/** 151****2345 */
export function covered(phone: string): string {
  return phone.length < 8 ? "****" : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** One line that names a matter. */
function line({ number, kind, level, village, status }: Matter): string {
  const where = village === null ? "" : `，${village}`;
  return `${number}（${levelNames[level]}，${kindNames[kind]}${where}）${statusNames[status]}`;
}

export const deskTexts = {
  levelNames,
  line,
  buttons: {
    take: "我来接",
    takeAlert: "我来处理",
    pick: "回这个人",
    note: "记一笔",
    unmask: "看电话",
    passOn: "转给别人",
    anyone: "谁在班谁接",
    mediate: "开始调解",
    agree: "调成了",
    fail: "没调成",
    refer: "转别的部门",
    close: "办结",
    reopen: "重新办",
    mine: "我的事项",
    waiting: "等人接的",
    roster: "值班",
  },
  joined: (name: string, role: Role) =>
    `${name}，您以${roleNames[role]}的身份加入了。有事会推到这里，网页上的工作台在 /desk。\n\n打“值班”看谁在班，打“我的事项”看手里的事，打“等人接的”看还没人接的，打“交接”把手里的事交给当班的人，打“工作台”要一个在电脑上打开的网址。${role === "officer" || role === "chief" ? "打“预警”看防骗预警。" : ""}`,
  deskLink: (name: string, page: string | null, path: string) =>
    page === null
      ? `${name}，在电脑上打开三务通的网页，网址后面加上这一段：\n${path}\n\n十分钟内有效，只能用一次，别转给别人。`
      : `${name}，在电脑上打开这个网址，点“进工作台”：\n${page}${path}\n\n十分钟内有效，只能用一次，别转给别人。`,
  signedOut:
    "退出了，这个浏览器不能再办事。要再进来，在 Telegram 上打“工作台”要新网址，或者请管理员重发邀请。",
  noSignOut: "“退出”只管网页。Telegram 上要停用，请找管理员。",
  badInvite: "这个邀请用不了：用过了、过期了，或者不对。请管理员重发一个。",
  call: ({ it, words }: Shown<Matter>, now: number) =>
    [
      `【${levelNames[it.level]}】${kindNames[it.kind]}，编号${it.number}${it.village === null ? "" : `，${it.village}`}，${sinceText(now - it.openedAt)}`,
      ...(words === "" ? [] : [`群众说：${words}`]),
    ].join("\n"),
  callBare: (it: Matter) =>
    `【${levelNames[it.level]}】${kindNames[it.kind]}，编号${it.number}${it.village === null ? "" : `，${it.village}`}。内容请到网页上看。`,
  alarm: ({ it, words }: Shown<Alert>, now: number) =>
    [
      `【急事】${emergencyTexts.classNames[it.danger]}${it.village === null ? "" : `，${it.village}`}，${sinceText(now - it.at)}。已提醒群众打110。`,
      `群众说：${words}`,
    ].join("\n"),
  alarmBare: (it: Alert) =>
    `【急事】${emergencyTexts.classNames[it.danger]}${it.village === null ? "" : `，${it.village}`}。已提醒群众打110。内容请到网页上看。`,
  alike: ({ inVillage, ofPerson }: Alike) => [
    ...(inVillage === 0 ? [] : [`这个村90天内有${inVillage}件同类的，看看是不是一回事。`]),
    ...(ofPerson === 0 ? [] : [`这位群众90天内还有${ofPerson}件，看看是不是一回事。`]),
  ],
  taken: ({ it, words, phone, alike, isBare = false }: Shown<Matter> & Bare): string =>
    [
      it.kind === "fraud-alert" && it.conversation === null
        ? `您接了编号${it.number}。`
        : `您接了编号${it.number}。从现在起您打的话会发给这位群众，机器人不插话。`,
      ...(isBare ? ["群众说了什么，请到网页上看。"] : words === "" ? [] : [`群众说：${words}`]),
      ...(phone === null ? [] : [`留了电话：${covered(phone)}，要看全号点“看电话”。`]),
      ...(alike === undefined ? [] : deskTexts.alike(alike)),
    ].join("\n"),
  picked: ({ it, words, isBare = false }: Shown<Matter> & Bare) =>
    `现在您打的话发给编号${it.number}。${isBare ? "\n群众说了什么，请到网页上看。" : words === "" ? "" : `\n群众当初说：${words}`}`,
  heard: ({ number }: Matter, words: string) => `编号${number}的群众：${words}`,
  heardBare: ({ number }: Matter) => `编号${number}的群众说了话。内容请到网页上看。`,
  heardMedia: ({ number }: Matter, what: string) =>
    `编号${number}的群众发来${what}，这里还转不过来，请打电话问，或者当面看。`,
  sentMedia: ({ number }: Matter, what: string) => `编号${number}的群众发来${what}。`,
  heardContact: ({ number }: Matter) =>
    `编号${number}的群众发来一张名片。名片上有电话，没有转过来，要的话请打字问。`,
  mediaNotSent: (number: string, what: string) =>
    `${what}没有发出去：编号${number}那边收不到，请打字说。`,
  notOnTelegram: (number: string) =>
    `编号${number}的群众用的是 Telegram，按规定办事的话不能从那里走，没有发出去。请打电话说，打“待回电”看名单。`,
  contactNotSent: "名片上有电话，没有发给群众。要说的话请打字。",
  /** An edit of something that went to nobody, or to somebody else than the one at hand. */
  editedLate: "这是改以前的话，没有再发给群众。要更正，请打一句新的。",
  whereabouts: (words: string) => `【急事】群众又说：${words}`,
  whereaboutsBare: "【急事】群众又说了在哪里。内容请到网页上看。",
  unseen: (number: string, phone: string | null) =>
    `编号${number}的群众十分钟没开网页了，您的话还没看到，请打电话。${phone === null ? "" : `留了电话：${covered(phone)}，要看全号点“看电话”。`}`,
  sent: (number: string) => `已发给编号${number}。`,
  sentEntry: (number: string, title: string) => `已把“${title}”发给编号${number}，带着依据。`,
  noEntry: "没有这样的条目，没有发出去。打“#”加几个字可以找，比如“#身份证丢了”。",
  whichEntry: (number: string) => `哪一条发给编号${number}？点了才发，带着依据。`,
  whichStep: (number: string) => `这句没有发给群众。编号${number}要走哪一步，点下面。`,
  help: [
    "您在这里可以打：",
    "今天、我的事项、等人接的、待回电、值班、交接、工作台。",
    "带编号的：接123456、回123456、记123456、转123456、电话123456、打过了123456、合并123456到654321、办结123456、重办123456、上门123456 12月3号上午。",
    "防骗预警：预警、导入预警、结果123456 见面 劝阻成功 挽回3万、单123456。办结了也能补记结果。",
    "窗口：预约、明天预约、到3、办完3、没来3、加号 换身份证 张三、关 明天下午、开 明天下午。",
    "正在跟群众说话时，打“#”加几个字，找一条知识带着依据发给他。",
    "其余的话：在对话里发给群众，不在对话里当成问我。",
  ].join("\n"),
  aloneOnDuty: "现在在班的只有您，没有别人接，先不交。要给某个人，打“转”加编号。",
  whom: "您手里不止一位群众，这句话发给谁？点一个再发。",
  askNote: (number: string) => `编号${number}，记什么？打一句，只有自己人看得到。`,
  noted: "记下了，群众看不到。",
  askReason: (number: string) => `为什么看编号${number}的电话？看了会留痕。`,
  reasons: { "call-back": "要回电话", verify: "核实身份", danger: "人有危险" },
  phone: (number: string, phone: string | null) =>
    phone === null ? `编号${number}没有留电话。` : `编号${number}的电话：${phone}。已留痕。`,
  phoneOnDesk: (number: string, page: string | null) =>
    `编号${number}的电话这里不显示，请在工作台上看：${page ?? "网页"}${page === null ? "的 " : ""}/desk/${number}/phone`,
  askPassOn: (number: string) => `编号${number}转给谁？`,
  passedOn: (number: string, to: string | null) =>
    to === null ? `编号${number}放回去了，当班的人会接到通知。` : `编号${number}转给${to}了。`,
  passedToYou: ({ it, words }: Shown<Matter>, by: string) =>
    `${by}把编号${it.number}转给您。${words === "" ? "" : `\n群众说：${words}`}`,
  handedOver: (count: number) =>
    count === 0 ? "您手里没有没办完的事。" : `${count}件事交出去了，当班的人会接到通知。`,
  step: {
    mediate: (number: string) => `编号${number}：开始调解。成了点“调成了”，不成点“没调成”。`,
    agree: (number: string) =>
      `编号${number}：调解成了。提醒双方：三十天内可以一起到法院申请司法确认。`,
    fail: (number: string) => `编号${number}：没调成。可以转别的部门，或者告诉他去法院起诉。`,
    refer: (number: string) => `编号${number}：已转别的部门。`,
    close: (number: string) => `编号${number}：办结了，已告诉群众。`,
    reopen: (number: string) => `编号${number}：重新办，当班的人会接到通知。`,
  },
  refused: (why: Refusal, number: string, owner: string | null) =>
    ({
      "taken-by-other": `编号${number}已经由${owner ?? "别人"}接了。`,
      "not-yours": `编号${number}不在您手里${owner === null ? "" : `，在${owner}手里`}。`,
      closed: `编号${number}已经办结了。`,
      "not-alike": `编号${number}跟那一件不是一类事，合不到一起。`,
      "nobody-there": `编号${number}是匿名的，回不了话。`,
      "not-now": `编号${number}现在走不了这一步。`,
    })[why],
  alertTaken: (owner: string | null) => `这件急事已经由${owner ?? "别人"}接了。`,
  gone: "这件事找不到了，可能已经删了。",
  mayNot: "您没有做这一步的权限。",
  mine: (matters: Matter[]) =>
    matters.length === 0
      ? "您手里没有事。"
      : `您手里有${matters.length}件：\n${matters.map(line).join("\n")}`,
  noAlert: "没有等人接的急事。打“等人接的”看别的。",
  waiting: (matters: Matter[]) =>
    matters.length === 0
      ? "没有等人接的事。"
      : `等人接的有${matters.length}件：\n${matters.map(line).join("\n")}`,
  roster: (names: string[]) =>
    names.length === 0 ? "现在没有人在班。" : `现在在班：${names.join("、")}。`,
  rested: (number: string) =>
    `编号${number}两小时没人说话，机器人接着答他了。要再说，点“回这个人”。`,
  forgotten: (number: string) => `编号${number}一个多月没有动静，自动办结了，已告诉群众。`,
  released: (number: string) => `编号${number}的群众说了话，两小时没人回，已请别的同志来接。`,
  notReached: (number: string) =>
    `编号${number}的群众收不到刚才的话：他停用了机器人，或者账号没了。请打电话，或者上门。`,
  left: (number: string) => `编号${number}的群众说先不聊了。`,
  unsettled: (number: string) => `编号${number}的群众说还没办好，重新等人接。`,
} as const;
