import { hotlines } from "../../domain/hotlines.ts";
import { buttons } from "./buttons.ts";

export const menuTexts = {
  welcome: (station: string) =>
    `您好，我是${station}的机器人“三务通”。户口、身份证、纠纷、防骗的事，直接打字问我，说土话也行。\n\n有危险别等我，马上打110。我不会跟您要验证码、密码，也不会让您转钱。`,
  back: "好。您还想问什么，直接打字。",
  book: (reach: string) =>
    `网上预约还没开通，先跟派出所约。${reach}\n\n要带什么、多少钱、几天办好，可以先问我，比如：换身份证带啥。`,
  /** @param numbers of the person's own matters, latest last */
  hotlines: () =>
    `常用电话：\n${Object.entries(hotlines)
      .map(([number, what]) => `${number}：${what}`)
      .join("\n")}`,
  identity: (reach: string) =>
    `记住三条：我不要验证码和密码，不让您转钱，不让您共享屏幕或装软件。谁要这些，谁就是骗子。\n\n想核实，打派出所电话问，别打对方给的号码。${reach}`,
  privacy:
    "您写的话只存在派出所的电脑里，加了密，用来答您的问题。证件号、卡号我会遮住。\n\n平常的聊天留90天。想看存了什么，发“我的数据”；想删，点下面的按钮。依法要留的报案、纠纷记录不能删。",
  notice: `您写的话只存在派出所的电脑里。想看怎么用、想删除，点“${buttons.privacy}”，或者回“隐私”。`,
  eraseAsk: "真的要删吗？聊天和问过的话都会删掉，找不回来。报给民警的事项依法要留。",
  /** @param alerts how many dangers were told, beside the matters that they became */
  erased: (matters: string[], alerts: number) => {
    const kept = [
      ...(matters.length === 0 ? [] : [`反映的事：编号${matters.join("、")}`]),
      ...(alerts === 0 ? [] : [`急事记录${alerts}条`]),
    ];
    return kept.length === 0
      ? "删好了，您的话都删了。"
      : `删好了。依法要留的还在——${kept.join("；")}，和谁办过、看过的痕迹。没办完的，民警手里的话也留到办完。其余的都删了。`;
  },
  consult: "好，您慢慢说，打几个字就行。",
  nothingSaid: "我没看到字。您想问什么，打几个字；急事马上打110。",
  tooLong: "您发的太长了，我只看了前面一段。请挑要紧的说，几句就行。急事马上打110。",
  stale: "这个按钮太旧了，咱们从头来。您想办什么？",
  brokenOff: "上回说到一半的事断了，要接着办，请从头说一遍。",
  trouble: "对不住，刚才我这边出了点毛病，您的话我记下了。请换个说法再说一次。急事马上打110。",
  tooFast: "您发得太快了，歇一分钟再说，前面的话我都收着。有危险马上打110。",
  storeDown: "系统现在出了毛病，话没存上，过一会儿再发。有危险马上打110，不急的打12345。",
  maskedHere: "您发的证件号、卡号我已经遮住，没有保存。以后别在聊天里发这些。",
  maskedTelegram: (page: string | null) =>
    page === null
      ? "证件号、卡号别发在这里，我已经遮住，没有保存。要用到号码的事，请到派出所办。"
      : `证件号、卡号别发在这里，我已经遮住，没有保存。要用到号码的事，请到派出所的网页说：${page}`,
} as const;
