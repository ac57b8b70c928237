import type { FraudFinding, GenuineThing } from "../../domain/fraud.ts";
import type { FraudCategory, FraudLevel } from "../../domain/sets.ts";

/** What the police call a class, in words that say what it is. */
const categoryNames: Partial<Record<FraudCategory, string>> = {
  网黑案件: "木马链接、裸聊敲诈类",
};

const genuine: Record<GenuineThing, string> = {
  "bank-code": "这像是银行、软件发的验证码。码谁要都别给；不是您自己在操作，打卡背面的电话问。",
  "bank-notice": "这像是银行的动账、还款提醒。要核对，打卡背面的电话，别打短信里的号码。",
  courier: "这像是快递、外卖的取件通知。取件不用交钱，也不用点链接。",
  "96110": "96110打来的，是真的，接。那是公安的反诈电话，是来劝您别上当的。",
  "12381": "12381是工信部的防诈提醒，里头没有链接，也不留别的电话。拿不准打110、96110。",
  notice: "这像是单位、学校、村里的通知。要交钱的，找认识的人当面问一句。",
  refund: "这像是原路退款的通知：钱自己回来，不用您转钱，也不用给验证码。",
};

const steps: Record<FraudLevel, readonly string[]> = {
  紧急: ["马上停，别再转。", "现在就打110。", "聊天、转账记录别删。"],
  高危: [
    "现在就停手：别转钱，别再给验证码，别再听他的。",
    "卡号、验证码给过他的，马上打银行电话冻卡、改密码。",
    "装过他软件的，先断网，别删，留着给民警看。",
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
  own: "（这是我自己看的，不是公安预警。）",
  flag: (words: string, reason: string) => `“${words}”——${reason}`,
  /** A link, a number, an account or an app, with what is known of it. */
  named: (shown: string, reasons: string) => `${shown}：${reasons}`,
  why: "我看见的：",
  now: "现在这样做：",
  steps: (level: FraudLevel) => steps[level],
  paidBefore,
  nearMiss,
  category: (category: FraudCategory) => `这一种叫：${categoryNames[category] ?? category}。`,
  genuine: (thing: GenuineThing) => genuine[thing],
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
