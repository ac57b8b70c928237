import type { FileKind } from "../../domain/media/limits.ts";
import type { Hotline } from "../../domain/hotlines.ts";
import type { missingFacts } from "../../domain/station.ts";

export const productName = "三务通";

/** What the conversation's own page says; the browser gets these words too. */
export const chatTexts = {
  hello: (station: string) => `您好！我是${station}的机器人${productName}。`,
  promises: [
    "我不是110。有危险、刚被骗，马上打110。",
    "我从不要验证码、密码，不让您转账、共享屏幕。",
  ],
  privacyLine: "您说的话存在派出所，用来给您办事。",
  privacyLink: "隐私说明",
  doorsLead: "要办啥？点一个，或在下面打字。",
  otherDoors: "办别的",
  doors: ["问事", "办事预约", "查诈骗", "反映问题", "找民警"],
  urgent: "我有急事",
  /** The same button where there is little room: two characters a line. */
  urgentLines: ["我有", "急事"],

  logLabel: "对话",
  composerLabel: "在这里打字",
  send: "发送",
  sendPhoto: "发照片",
  sendVoice: "发语音",
  sendFile: "发照片或语音",
  sendFileButton: "发出去",
  fileShown: { photo: "照片", voice: "语音" } satisfies Record<FileKind, string>,
  fileTooBig: "这个文件太大了，没有发出去。最大5兆，请拍小一点，录短一点。有急事马上打110。",
  fileLost: "刚才的照片或语音没有发出去，手机存不下，请再选一次。有急事马上打110。",
  mine: "您说",
  bot: "机器人说",
  safety: "紧急提醒",
  again: "（重发）",
  marks: {
    waiting: "等信号，有信号自动送",
    sending: "正在送",
    sent: "✓ 已送到",
    refused: "没送出去",
  },
  takeBack: "拿回来改",
  call: (number: string) => `拨打 ${number}`,
  readAloud: "念给我听",
  stopReading: "别念了",
  spokenChoices: "可以选：",
  spokenChoice: (number: number, label: string) => `${number}，${label}。`,
  spokenCall: (number: string) => `可以拨打 ${number.split("").join(" ")}。`,

  offline: "现在连不上网。您打的字先存着，连上了自动送。有急事打110，打电话不用网。",
  offlineLink: "没网也能看的办事说明",
  refresh: "看看有没有新回复",
  tooLong: "这段话太长了，请分成几段发。有急事马上打110。",
};

/** What stands round every page. */
export const frameTexts = {
  language: "zh-CN",
  manifestDescription: "问户口、身份证，约办事，查诈骗，找民警。有危险直接打110。",
  hotlinesLabel: "急事电话",
  /** The bar that is always in sight: number and two characters. */
  hotlineBar: [
    ["110", "报警"],
    ["119", "火警"],
    ["120", "急救"],
    ["96110", "反诈"],
  ] as [Hotline, string][],
  leave: "快速离开",
  leaveHint: "“快速离开”会马上清空屏幕，换成天气网页。连按两下 Esc 键也行。",
  leaveTitle: "天气",
  leaveTo: "https://www.weather.com.cn/",
  smaller: "字小",
  larger: "字大",
  sizeLabel: "调字的大小",
  skip: "跳到正文",
  home: "回到对话",
  footerStation: (name: string) => `${name} · ${productName}`,
  footerRelease: (release: string) => `答复内容版本：${release}`,
  footerCaveat: "机器人的话供您参考，以派出所答复为准。",
  footerPhone: "派出所电话：",
  footerAddress: (address: string) => `地址：${address}`,
  footerChecked: (day: string) => `本所信息 ${day} 核对过`,
  missingLead: "派出所还没填好：",
  missing: {
    phone: "电话",
    address: "地址",
    hours: "上班时间",
    checkedOn: "核对日期",
  } satisfies Record<ReturnType<typeof missingFacts>[number], string>,
  between: "、",
  links: [
    ["/hotlines", "电话本"],
    ["/seats", "我的预约"],
    ["/offline", "没网也能看"],
    ["/privacy", "隐私说明"],
  ] as [string, string][],
  hours: (days: string, from: string, to: string) => `上班时间：${days} ${from}—${to}`,
  fromTo: (first: string, last: string) => `${first}至${last}`,
  days: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
};

/** What is said when something does not work. Each names the number that always does. */
export const problemTexts = {
  storeDown: "这句话还没存上，过一会儿会自动再送。有急事别等，马上打110。",
  storeDownForm: "这句话没存上，请过一会儿再发。有急事别等，马上打110。",
  tooFast: "发得太快了，歇一会儿会自动再送。有急事马上打110。",
  tooFastForm: "发得太快了，请歇一会儿再发。有急事马上打110。",
  tooLong: chatTexts.tooLong,
  broken: "这条消息坏了，没看懂，请再发一次。有急事马上打110。",
  empty: "您还没打字呢。有急事马上打110。",
  noSession: "页面放得太久了，请刷新一下再发。有急事马上打110。",
  noCookies:
    "这个浏览器不让网页记东西（Cookie关了），只能问一句答一句，我记不住前面的话。有急事打110。",
  otherSite: "这条消息不是从我们的网页发来的，没收。请打开三务通再发。有急事打110。",
  busy: "这会儿人太多了，请过一会儿再试。有急事打110。",
  historyGone: "以前的对话这会儿读不出来，请过几分钟再看。有急事打110。",
  emergencyOnly: "机器人正在修，现在只能看电话。有急事打110，办事打12345。",
  /** By the status of the answer. */
  titles: {
    403: "没有权限",
    404: "没有这一页",
    410: "链接用过了",
    413: "太长了",
    500: "机器出毛病了",
  },
  otherSiteTitle: "没有收",
  notFound: "您要的这一页没有找到。",
  failed: "机器出了点毛病，请过一会儿再试。有急事打110，办事打12345。",
};

/** The pages beside the conversation. */
export const pageTexts = {
  hotlines: {
    title: "电话本",
    lead: "点一下就能拨。有危险先打110。",
    station: "派出所电话",
    smsAlarm: "不方便说话，发短信报警。写清在哪、出了啥事。",
    sms: (number: string) => `发短信到 ${number}`,
  },
  offline: {
    title: "没网也能看",
    lead: "这一页存在您手机里，没网也能看。有急事打110，打电话不用网。",
    entries: "大家常问的",
    none: "这里还没有存下办事说明。",
  },
  entry: {
    sources: "依据",
    verify: "下面这些以派出所答复为准",
    reviewed: (day: string, by: string) => `${day} 由${by}核对过`,
    notInForce: "这一条正在更新，先别照着办，请问派出所。",
    related: "还可以看",
    ownStation: "本所",
    source: (title: string, number: string | null, article: string | null) =>
      `《${title}》${number ? `（${number}）` : ""}${article ?? ""}`,
    inForceFrom: (day: string) => `，${day}起施行`,
    full: "看全文，可以打印",
    print: "这一页可以打印，也可以请村干部帮您打印。",
  },
  privacy: {
    title: "隐私说明",
    parts: [
      {
        title: "存什么",
        lines: [
          "您打的字、点的按钮、机器人的回复，存在派出所的电脑里。",
          "身份证号、银行卡号会先遮住再存。别在这里发密码、验证码。",
          "网页在您手机里放一个小记号（Cookie），好认出这是同一个对话。不看您的通讯录、位置、照片。",
        ],
      },
      {
        title: "做什么用",
        lines: [
          "回答您的问题，帮您约办事，让民警处理您反映的事。",
          "说的事有危险，会转给值班民警看。机器人不能代替报警。",
          "不卖，不给不相干的人，不拿来做广告。",
        ],
      },
      {
        title: "您能做什么",
        lines: [
          "想删，就在对话里发“删除我的信息”。法律要求留的办案材料不能删，会告诉您是哪些。",
          "不想让别人在这部手机上看到对话，点下面的按钮。",
        ],
      },
    ],
    keeper: (station: string) => `保管这些话的是${station}，有事可以问他们。`,
    long: "存多久",
    kept: (days: number) => `对话最多存${days}天，到时自动删。法律要求留的办案材料除外。`,
    keptUnknown: "存多久由派出所按规定定，可以问派出所。",
    forget: "在这部手机上清掉对话",
    forgetHint: "点了以后，这部手机上就看不到以前的对话了。派出所那边还留着。",
  },
};

/** The questions whose answers are kept for the time without a network, most asked first. */
export const mostAsked = [
  "身份证丢了怎么补",
  "身份证到期怎么换",
  "孩子第一次办身份证",
  "急用身份证办临时身份证",
  "身份证能在外地办吗",
  "给孩子上户口",
  "户口迁移怎么办",
  "老人去世注销户口",
  "户口本丢了补办",
  "改名字怎么办",
  "分户怎么办",
  "钱转给骗子了怎么办",
  "刷单是不是诈骗",
  "冒充公检法让我转账",
  "96110打来电话接不接",
  "老板拖欠工资怎么办",
  "草场纠纷怎么办",
  "邻居占我家地",
  "被家里人打了怎么办",
  "别人借钱不还怎么办",
  "怎么申请法律援助",
  "派出所几点上班",
  "居住证怎么办",
  "边境通行证怎么办",
];
