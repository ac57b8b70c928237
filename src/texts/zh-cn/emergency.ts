import type { EmergencyClass } from "../../domain/sets.ts";

/** One safety card: the first line names the number and fits 60 characters; then at most three short steps. */
export interface Card {
  first: string;
  steps: string[];
}

const noRobot = "我是机器人，不能代替报警。";
const cannotSpeak = "不方便说话，发短信到12110。";

export const cards: Record<EmergencyClass, Card> = {
  fraud_in_progress: {
    first: "先别转钱，马上挂断！钱已经转了，立刻打110。",
    steps: [
      "关掉屏幕共享，别再按对方说的做。",
      "聊天、短信、转账记录都留着，别删。",
      "拿不准打96110问。",
    ],
  },
  violence: {
    first: "马上打110！先躲到安全的地方。",
    steps: [cannotSpeak, "有人受伤打120。", noRobot],
  },
  self_harm: {
    first: "请现在就打110，有人受伤或喝了药先打120。",
    steps: [
      "您现在安全吗？身边有人吗？叫一个人过来陪着。",
      "想说说话，也可以打12356心理热线。",
      "别一个人扛着，有人愿意听您说。",
    ],
  },
  missing_person: {
    first: "马上打110报警，走失不用等24小时。",
    steps: ["说清人的年龄、穿啥、几点从哪走的。", "留一个人在家等，别都出去找。", noRobot],
  },
  fire_accident: {
    first: "着火打119，人受伤打120，撞车打122。现在就打！",
    steps: ["人先离开，别回去拿东西。", "说清在哪个村、什么地方。", noRobot],
  },
  crime_in_progress: {
    first: "马上打110！别追，别硬拦，先保自己安全。",
    steps: [cannotSpeak, "记住人的样子、车牌、往哪去了。", noRobot],
  },
  border_security: {
    first: "马上打110！别靠近，别自己去拦。",
    steps: ["记住几个人、什么车、往哪个方向。", cannotSpeak, noRobot],
  },
  disaster: {
    first: "人先往安全地方走，马上打119或110。",
    steps: ["有人受伤打120。", "说清在哪个村、几个人。", noRobot],
  },
};

export const emergencyTexts = {
  callFirst: (number: string, first: string) => `马上打${number}！${first}`,
  /** Under the card: the only question. */
  where: "您在哪里？打完电话，把村名和地方打给我。",
  unclear: "有危险马上打110。心里难受，打12356有人听您说。\n\n您现在是哪一种？点一个。",
  urgent:
    "有危险马上打110！着火119，受伤120，被骗钱110。\n\n不方便说话，发短信到12110。是哪一种急事？点一个。",
  /** Before what was under way when the danger was told. */
  goOn: "我们从这里接着来。",
  whereNoted: "地方记下了。110打了吗？没打现在就打，别等我。",
  talk: "难受的时候，有人陪着说说话会好一些。打12356，有人听；也可以叫一个信得过的人过来。要是有伤自己的念头，马上打110。",
  safe: "没事就好。要是有变化，马上打110。您还想问什么，直接打字。",
  falseAlarm: "好，没有急事就好。这条记录会留给民警看。真有事马上打110。",
  classNames: {
    fraud_in_progress: "正在被骗钱",
    violence: "有人打人",
    self_harm: "有人想不开",
    missing_person: "人走丢了",
    fire_accident: "着火、受伤、撞车",
    crime_in_progress: "偷抢、坏人",
    border_security: "边境有生人",
    disaster: "洪水、塌房、雪灾",
  } satisfies Record<EmergencyClass, string>,
} as const;
