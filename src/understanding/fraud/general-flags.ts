import type { FraudCategory } from "../../domain/sets.ts";

/** The red flag that stands for a whole category: named where only the learnt model speaks. Ids of knowledge/red-flags.yaml. */
export function generalFlagOf(category: FraudCategory | null): string {
  switch (category) {
    case "刷单返利类":
      return "brush-job";
    case "虚假网络投资理财类":
      return "sure-profit";
    case "虚假购物、服务类":
      return "farm-deposit";
    case "冒充电商物流客服类":
      return "fake-desk";
    case "虚假征信类":
      return "credit-clear";
    case "贷款、代办信用卡类":
      return "easy-loan";
    case "冒充公检法及政府机关类":
      return "forged-officials-call";
    case "冒充领导、熟人类":
      return "friend-borrow";
    case "网络游戏产品虚假交易类":
      return "game-trade";
    case "网络婚恋、交友类":
      return "online-love";
    case "冒充军警购物类":
      return "army-order";
    case "网黑案件":
      return "malware";
    case null:
      return "unknown-origin";
    default:
      return category satisfies never;
  }
}
