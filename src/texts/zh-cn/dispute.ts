import type { DisputeAsk, DisputeDraft, DisputeWant } from "../../domain/dispute.ts";
import type { DisputeType } from "../../domain/sets.ts";

export const disputeTypeNames: Record<DisputeType, string> = {
  neighbour: "邻里",
  family: "家里",
  labour: "工钱、干活",
  grassland: "草场、承包地",
  debt: "欠账",
  property_damage: "东西、庄稼、牲口被弄坏",
  traffic: "撞车、刮碰",
  consumer: "买卖",
};

export const wantNames: Record<DisputeWant, string> = {
  advice: "先问问咋办",
  mediation: "请人调解",
  lawsuit: "想打官司",
  police: "要报案",
};

/** The relation to the other one, to choose from; anything else may be typed. */
export const roleChoices: Record<DisputeType, string[]> = {
  neighbour: ["邻居", "同村的人", "亲戚", "村里、嘎查"],
  family: ["爱人、对象", "父母长辈", "儿女", "兄弟姐妹", "姻亲"],
  labour: ["老板、雇人的", "公司、工地", "亲戚、熟人"],
  grassland: ["邻居", "租户", "亲戚", "村里、嘎查", "外来的人"],
  debt: ["亲戚", "朋友、熟人", "同村的人", "生意上的"],
  property_damage: ["邻居", "同村的人", "亲戚", "不知道是谁"],
  traffic: ["认识的人", "不认识的人", "对方跑了"],
  consumer: ["镇上的店", "网上的店", "走街串巷的", "个人"],
};

/** The one question that matters most for a type, and ready answers. */
export const details: Record<DisputeType, { ask: string; choices: string[] }> = {
  labour: {
    ask: "一共欠多少？有合同、欠条、记工本或者微信记录吗？",
    choices: ["有合同", "有欠条或记录", "啥都没有"],
  },
  grassland: {
    ask: "是哪块草场（地）？承包证是谁家的？",
    choices: ["证是我家的", "证是对方的", "两家都有证", "没有证"],
  },
  debt: {
    ask: "有借条、转账记录或者证人吗？说好啥时候还？",
    choices: ["有借条", "有转账记录", "有证人", "都没有"],
  },
  property_damage: {
    ask: "坏了啥，大概值多少钱？拍照了吗？",
    choices: ["拍照了", "没拍照"],
  },
  traffic: {
    ask: "有人受伤吗？打122了吗？",
    choices: ["有人受伤", "没人伤，打了122", "没人伤，没打122"],
  },
  consumer: {
    ask: "有小票、付款记录或者包装吗？花了多少钱？",
    choices: ["有小票或付款记录", "只有东西在", "啥都没有"],
  },
  neighbour: {
    ask: "具体是为啥：地界、走道、水、吵闹、牲口，还是吵骂？",
    choices: ["地界、院墙", "走道", "水", "吵闹、气味", "牲口、狗", "吵骂"],
  },
  family: {
    ask: "有孩子或者老人牵扯在里头吗？",
    choices: ["有孩子", "有老人", "都有", "没有"],
  },
};

const asks: Record<Exclude<DisputeAsk, "detail">, string> = {
  danger: "现在方便打字吗？对方在旁边吗？",
  what: "您说说是啥事，几句就行。",
  who: "对方是您什么人？只说关系，不用说名字。",
  where: "在哪个村、什么地方？",
  since: "啥时候开始的？",
  wants: "您想咋办？",
};

export const disputeTexts = {
  ask: (ask: DisputeAsk, type: DisputeType) => (ask === "detail" ? details[type].ask : asks[ask]),
  sinceChoices: ["今天", "这几天", "一两个月", "半年以上"],
  skip: "不说，下一个",
  offer: "让派出所记下这事",
  begin: "我问几句，记下来给派出所看。不想答的点“不说”，想停就说“算了”。",
  beginUrgent: "我先记下来。别动手、别硬拦，拍照留着。要打起来、有人要走，马上打110。",
  /** Where force was used: few words, and none that tell somebody looking on what it is about. */
  beginPrivate: "收到了。有危险马上打110；不方便出声，发短信到12110。您不用急着都说。",
  alone: "方便，旁边没人",
  notAlone: "他在旁边",
  inDanger: "我有危险",
  danger: "现在就打110！不方便出声，发短信到12110，写清在哪。能躲就先躲开。有人受伤打120。",
  dangerWhere: "打完告诉我在哪个村、什么地方，一句就行。",
  placeNoted: "地方记下了。110打了吗？没打现在就打，别等我。",
  hurt: "有人受伤先打120，再打122，别动现场。",
  corrected: "好，改过来了。",
  again: "嗯。",
  why: "问这几句，是为了民警一看就明白，不用再让您从头说。对方的名字、证件号都不用写。",
  secret: "我不会给对方发任何消息。写下来的，只有管这事的人看得到。",
  change: "哪儿不对，直接说对的就行，比如：不是邻居，是我哥。",
  dropped: "好，不记了，您说的这件事没有留给派出所。以后想说，随时再来。",
  save: "确定",
  edit: "改一下",
  drop: "算了",
  onPage: (page: string | null) =>
    page === null
      ? "这种事别在这里细说，请到派出所或者打电话说。"
      : `这种事别在这里细说，请到派出所的网页说：${page}`,
  card: (draft: DisputeDraft) =>
    [
      "我要这样写下来，您看对不对：",
      ...rows(draft, onCard),
      "对方只写关系，不用写名字。点“确定”才会交给派出所。",
    ].join("\n"),
  /** What whoever takes the matter reads. */
  note: (draft: DisputeDraft) => rows(draft).join("\n"),
  saved: (number: string, watch: string) => `记下了，编号${number}。${watch}`,
  savedPrivate: (number: string, watch: string) =>
    `记下了，编号${number}，只有派出所的人看得到。我不会主动给您发消息。${watch}`,
  phone: "想让民警回电话，把手机号打给我；不想留就不用管。",
} as const;

/** So much of a long tale stands on the card; all of it is kept. Unit: UTF-16 code units. */
const onCard = 160;

function rows(draft: DisputeDraft, most = Infinity): string[] {
  const { type, told, who, detail, where, since, wants } = draft;
  const whole = told.join("；");
  const story = whole.length > most ? `${whole.slice(0, most)}……` : whole;
  const row = (name: string, value: string | null): string[] =>
    value === null || value === "" ? [] : [`${name}：${value}`];
  return [
    ...row("哪类事", disputeTypeNames[type]),
    ...row("说的事", story),
    ...row("对方", who),
    ...row("地方", where),
    ...row("啥时候", since),
    ...row("情况", detail !== null && story.includes(detail) ? null : detail),
    ...row("想要", wants === null ? null : wantNames[wants]),
  ];
}
