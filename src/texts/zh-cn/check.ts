import type { FraudFinding, GenuineThing } from "../../domain/fraud.ts";
import type { FraudCategory, FraudLevel } from "../../domain/sets.ts";

/** What the police call a class, in words that say what it is. */
const categoryNames: Partial<Record<FraudCategory, string>> = {
  网黑案件: "木马链接、裸聊敲诈类",
};

const genuine: Record<Exclude<GenuineThing, "police-call">, string> = {
  "bank-code":
    "这像是银行、软件发的验证码通知。验证码谁要都不给；不是您自己在操作，打卡背面的电话问。拿不准打96110。",
  "bank-notice":
    "这像是银行的动账、还款通知。不是您自己花的，或者要核对，打卡背面的电话，别打短信里的号码。拿不准打96110。",
  courier: "这像是快递、外卖的取件通知。取件不用交钱，也不用点链接。拿不准打96110。",
  "96110": "96110打来的，是真的，接。那是公安的反诈电话，是来劝您别上当的。",
  "12381": "12381是工信部的防诈提醒，里头没有链接，也不留别的电话。拿不准打110、96110。",
  notice: "这像是单位、学校、村里的通知。要交钱的，找认识的人当面问一句。拿不准打96110。",
  refund: "这像是原路退款的通知：钱自己回来，不用您转钱，也不用给验证码。拿不准打96110。",
  "12123":
    "这像是交管12123的通知。要查，自己打开“交管12123”软件看，别点短信里的链接，别按短信交钱。拿不准打96110。",
  "12306":
    "这像是铁路12306的通知。改签、退票自己打开12306软件办，或者打12306问，别打短信里别的号码。拿不准打96110。",
};

const steps: Record<FraudLevel, readonly string[]> = {
  紧急: ["马上停，别再转。", "现在就打110。", "聊天、转账记录别删。"],
  高危: [
    "现在就停手：别转钱，别再给验证码，别再听他的。",
    "卡号、验证码给过他的，马上打银行电话冻卡、改密码。",
    "装过他软件的，先断网，别删，留着给民警看。钱动了马上打110，拿不准打96110。",
  ],
  中危: ["别回他，别点链接，别转钱，别给验证码。", "他再找您，挂断、拉黑。", "拿不准，打96110问。"],
  低危: [
    "先别转钱，身份证、银行卡别给人登记。",
    "跟家里人、村干部商量一句。",
    "拿不准，打96110问。",
  ],
};

/** Money that left longer ago. */
const paidBefore: readonly string[] = [
  "打110报案，或者带身份证到派出所。",
  "聊天、转账记录都留着，别删。",
  "谁说交钱能帮您追款，那又是骗子。",
];

const nearMiss: readonly string[] = [
  "您做得对，没理他就对了。",
  "他再找您，接着不理，拉黑。",
  "号码、链接留着，打96110告诉一声，能少坑别人。",
];

/** A check of what a villager was sent or told: the verdict, why, what to do. Never that something is safe. */
export const checkTexts = {
  verdicts: {
    fraud: "像骗子！",
    suspicious: "小心，有点像骗子。",
    none: "没看出问题，但拿不准就别转钱。",
  } satisfies Record<FraudFinding["verdict"], string>,
  cannotTell: "光凭这几句，没看出常见的骗法，可我也拿不准。先别转钱。",
  own: "（这是我自己看的，不是公安预警。）",
  /** What somebody says that they did, where no words of the swindler's are told. */
  deeds: {
    gave: { name: "给出信息或装了软件", reason: "给出去的号、装上的软件，他拿着就能动您的钱。" },
    lost: { name: "钱给出去了", reason: "钱让人骗走了就报案，越早越好查。" },
  },
  /** How tricks work, said of the words that show it. */
  mechanisms: {
    "pay-first": { name: "先要钱", reason: "事没办成先要钱的，多半是骗。" },
    papers: { name: "要证件和卡", reason: "证件、卡、码、脸给了生人，他就能动您的钱、拿去贷款。" },
    install: { name: "叫人装软件、点授权", reason: "生人叫您装的、点的、进的，别照做。" },
    "new-number": { name: "说换了号", reason: "说换了号、丢了手机的，先打他老号问。" },
    hush: { name: "不让说出去", reason: "不让您跟别人说的，是怕人拦着您。" },
    gain: { name: "许好处", reason: "白给的好处、太高的价钱，后头就是要钱。" },
    "borrowed-name": { name: "报名头", reason: "名头谁都能报，自己打公开的电话核对。" },
    stranger: { name: "生人找来", reason: "没见过面、不知底细的人，别跟他谈钱。" },
    hurry: { name: "催着办", reason: "催您马上办的，是怕您问人。" },
    "on-the-way": { name: "正要给出去", reason: "还没出手的钱和卡，现在停还来得及。" },
    led: { name: "叫人照着做", reason: "生人叫您一步步照他说的做，先停手问清楚。" },
  },
  /** Nothing of that shows, and yet it is very much like what swindlers send. */
  alike: { name: "话像骗子的", reason: "骗子常这么说。拿不准就先别照做。" },
  flag: (words: string, reason: string) => `“${words}”——${reason}`,
  /** A link, a number, an account or an app, with what is known of it. */
  named: (shown: string, reasons: string) => `${shown}：${reasons}`,
  why: "我看见的：",
  now: "现在这样做：",
  steps: (level: FraudLevel) => steps[level],
  paidBefore,
  nearMiss,
  category: (category: FraudCategory) => `这一种叫：${categoryNames[category] ?? category}。`,
  genuine: (thing: GenuineThing, reach: string) =>
    thing === "police-call"
      ? `派出所有时真会打电话，叫您本人到所里来，来了当面说，不收钱。不放心，先打派出所的电话核对，别打他留的号。${reach}\n\n电话里要转钱、要验证码、要开屏幕、叫您别告诉家里人的，是骗子。`
      : genuine[thing],
  tail: (last: string, kind: "phone" | "account") =>
    `尾号${last}的${kind === "phone" ? "号码" : "账号"}`,
  accountNotHere: "账号我遮住了，在这里查不了。没查到不等于安全，别往里转钱，打96110问。",
  /** Left alone, and not said what it was. */
  brushedOff: "没理他就对了。他是咋说的？短信、号码、链接发给我看看，或者讲给我听。",
  brushedOffAgain:
    "您做得对，没理他就对了。他再找您，接着不理，拉黑。号码、链接留着，打96110告诉一声。",
  turnedOut: "问清楚了就好。往后也这样：先打他原来的号问一句，再说钱的事。",
  turnedOutNoted: (number: string) => `编号${number}那件事，我也告诉民警了。`,
  gaveAway: [
    "没转钱就好，往后也别转。给过他的号，当心他拿去办卡、贷款：",
    "1. 给的是卡号、验证码、密码，马上打银行电话冻卡、改密码。\n2. 给的是身份证号，谁再说您“涉案”“贷了款”要转钱，就是骗子。\n3. 拿不准打96110问；钱动了，打110。",
    "他是咋说的？短信、号码、链接发给我看看。",
  ].join("\n\n"),
  unsure: "要是他让您转钱、给验证码、共享屏幕、装软件，就别理，打96110问。",
  /** What is spoken of after a verdict. */
  context: "诈骗",
  moved: "您转钱了吗？",
  opened: (number: string) => `这事我也记给民警了，编号${number}。`,
  buttons: {
    more: "这种骗法细说",
    wrong: "您理解错了",
  },
  tell: "把对方说的话、发的短信、链接、软件名打给我，或者讲给我听。\n\n先别转钱。钱已经转了，马上打110。",
} as const;
