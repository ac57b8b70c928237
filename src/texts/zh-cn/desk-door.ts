import type { Look } from "../../domain/desk-door.ts";

/** Words of the second factor: a code from one's own phone, beside the link. */
export const secondTexts = {
  title: "动态码",
  hello: (name: string) => `${name}，`,
  why: "动态码是手机上的六位数，半分钟换一次。开了以后，光有网址进不了工作台，看电话、导出也要再输一次。",
  must: "这个所要求先开动态码，开了才能进工作台。",
  steps: [
    "手机上装一个动态码软件（像“腾讯身份验证器”、“Google 身份验证器”）。",
    "用它扫下面的码。",
    "把它显示的六位数填在下面。",
  ],
  qr: "给动态码软件扫的码",
  byHand: "扫不了，就在软件里选“手动输入”，打这一串：",
  keep: "这个码和这串字别拍照，别给别人。",
  code: "六位动态码",
  turnOn: "开动态码",
  codesTitle: "动态码开好了",
  codesLead:
    "下面十个备用码，手机丢了用。每个只能用一次。只显示这一回：抄下来，或者打印出来，锁在抽屉里。",
  codesDone: "抄好了，进工作台",
  ask: "请打开手机上的动态码软件，把六位数填进来。手机不在身边，就填一个备用码（十二位）。",
  askAgain: "这一步要再输一次动态码。",
  codeOrRecovery: "动态码或备用码",
  go: "确定",
  wrong: "码不对，或者用过了。等软件换出下一个码，再填一次。手机的时间要准。",
  locked: "错的次数太多了，十五分钟以后再试。有急事打110。",
  lost: "手机和备用码都没有了，请管理员在所里的电脑上运行：npm run staff -- reset-second 您的名字",
  isOn: (left: number) => `动态码开着。备用码还剩${left}个。`,
  fewLeft: "备用码快用完了，请管理员重置，再开一次，就有新的。",
  link: "动态码",
} as const;

/** Words round a session that ends by itself. */
export const sessionTexts = {
  endedTitle: "工作台到时间了",
  ended:
    "这个浏览器的工作台到时间了：半小时没有人用，或者开了十二个小时。要接着办事，在 Telegram 上打“工作台”要个新网址，或者请管理员重发邀请。有急事打110。",
  notSent: "刚才的话没有发出去。",
  station: "这是所里的电脑：警铃一直开着，半小时没人动也不退出",
  stationHint: "只在锁了门的值班室里勾。满十二个小时要再进一次。",
} as const;

/** Words round a villager's number. */
export const phoneTexts = {
  title: (number: string) => `看编号${number}的电话`,
  lead: "为什么看？看了会留痕，所长每天早上看得到。",
  legend: "原因",
  reasons: {
    "call-back": "要回电话",
    verify: "核实身份",
    danger: "人有危险",
    other: "别的原因",
  } satisfies Record<Look["reason"], string>,
  words: "写一句（选“别的原因”必须写）",
  button: "看电话",
  needsReason: "请选一个原因。选“别的原因”，要写一句。",
  phone: (number: string) => `编号${number}的电话`,
  call: "打电话",
  traced: "已留痕。看完把这一页关了。",
  none: "没有留电话，或者打不开。没有留痕。",
  backToMatter: "回这件事",
  noted: (words: string) => `看电话的原因：${words}`,
  has: "留了电话，看了会留痕。",
  hasNotYours: "留了电话，谁接了这件事谁能看。",
} as const;
