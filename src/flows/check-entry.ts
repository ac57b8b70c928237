import type { FraudFinding } from "../domain/fraud.ts";
import type { FraudCategory } from "../domain/sets.ts";
import { fittingCategory } from "../understanding/fraud/fitting.ts";
import { linksIn } from "../understanding/fraud/link.ts";
import { saidIn } from "../understanding/fraud/said.ts";

/** What is at the heart of a trick, whatever story it comes with; the entry that speaks of it. */
const hearts: [RegExp, string][] = [
  [
    /(?:追回|挽回|追损|要回来)[^。!?]{0,14}(?:钱|款|损失|手续费|律师费|费)|帮[^。!?]{0,6}追(?:回|款|损)/u,
    "fraud-second-scam",
  ],
  [/共享屏幕|屏幕共享|开屏|会议号|远程控制/u, "fraud-screen-share"],
  [/跑分|收款码[^。!?]{0,8}(?:借|过|走|用)|(?:借|用)[^。!?]{0,6}收款码/u, "fraud-qr-laundering"],
  [
    /(?:借|租|卖|收购?|买)[^。!?,]{0,4}(?:银行卡|电话卡|手机卡|对公账户)|过个?账|走流水|帮[^。!?,]{0,6}取(?:钱|现)/u,
    "fraud-card-lending",
  ],
  [
    /缅甸|柬埔寨|缅北|(?:境外|国外|出国)[^。!?]{0,8}(?:打工|高薪|干活|上班|挣)/u,
    "fraud-overseas-job",
  ],
  [/(?:要|报|给|发|索)[^。!?,]{0,8}(?:验证码|密码)/u, "fraud-verify-code"],
];

/** Within a kind the entries that are about one story of it; the last stands for all others. Null: none fits all. */
const within: Record<FraudCategory, { of: [RegExp, string][]; else: string | null }> = {
  刷单返利类: { of: [], else: "fraud-brushing-orders" },
  虚假网络投资理财类: { of: [], else: "fraud-investment" },
  "虚假购物、服务类": {
    of: [
      [/鸡蛋|扫码(?:送|领)|填表领/u, "fraud-scan-eggs"],
      [/保健品|神药|讲课|听课|专家|养生/u, "fraud-elder-health"],
      [
        /草料|草捆|苜蓿|种子|化肥|农药|兽药|饲料|羊|牛|牲口|马匹|药材|黄芪|防风/u,
        "fraud-farm-goods",
      ],
    ],
    else: "fraud-shopping",
  },
  冒充电商物流客服类: {
    of: [[/百万保障|会员|自动(?:扣|续)|不关[^。!?]{0,6}扣|免密/u, "fraud-auto-deduct"]],
    else: "fraud-fake-service",
  },
  虚假征信类: { of: [], else: "fraud-credit-record" },
  "贷款、代办信用卡类": { of: [], else: "fraud-loan" },
  冒充公检法及政府机关类: {
    of: [
      [/补贴|粮补|养老金|补助/u, "fraud-fake-subsidy"],
      [/公安|警|检察|法院|涉案|案子|案件|通缉|洗钱|逮捕|安全账户|拘/u, "fraud-fake-police"],
      [/链接|网址|https?|www|\.[a-z]{2,4}|点击/u, "fraud-unknown-link"],
      [/验证码|密码/u, "fraud-verify-code"],
    ],
    else: null,
  },
  "冒充领导、熟人类": {
    of: [[/换脸|视频[^。!?]{0,10}(?:像|一样|脸)|声音[^。!?]{0,6}(?:像|一样)|ai/u, "fraud-ai-face"]],
    else: "fraud-fake-leader",
  },
  网络游戏产品虚假交易类: { of: [], else: "fraud-game" },
  "网络婚恋、交友类": { of: [], else: "fraud-romance" },
  冒充军警购物类: { of: [], else: "fraud-fake-army" },
  网黑案件: {
    of: [
      [
        /裸|脱|(?:视频|照片|录)[^。!?]{0,14}(?:通讯录|群发|发给)|通讯录[^。!?]{0,10}(?:发|挨个)|敲诈|p图/u,
        "fraud-trojan-blackmail",
      ],
    ],
    else: "fraud-unknown-link",
  },
};

/** The entry that speaks of what was found; null = none does without contradicting it. */
export function entryOn(
  { category, flags }: FraudFinding,
  text: string,
  hasLink: boolean,
): string | null {
  const said = saidIn(text);
  if (flags.length > 0) {
    const [, heart] = hearts.find(([words]) => words.test(said)) ?? [];
    if (heart !== undefined) return heart;
  }
  if (flags.length > 0 && category !== null) {
    const { of, else: other } = within[category];
    return of.find(([words]) => words.test(said))?.[1] ?? other;
  }
  const isOnLink = hasLink || (flags.length > 0 && /链接|网址|点(?:开|进)/u.test(said));
  return isOnLink ? "fraud-unknown-link" : null;
}

/** The same of a finding that was not judged yet. */
export function entryOnKind(fraud: FraudFinding, text: string): string | null {
  const category = fittingCategory(fraud, saidIn(text));
  return entryOn({ ...fraud, category }, text, linksIn(text).length > 0);
}

/** What a verdict without an entry of its own leads on to. */
export const howToTell = "fraud-how-to-tell";
