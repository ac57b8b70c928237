import type { HazardAsk, HazardDraft, HazardKind } from "../../domain/hazard.ts";

export const hazardKindNames: Record<HazardKind, string> = {
  road: "道路、桥、电线",
  fire: "火险",
  livestock: "牲口、狗、野物",
  "herb-digging": "有人挖草原",
  "stolen-produce": "偷牲口、偷粮",
  "suspicious-people": "可疑的人和事",
  "camera-wish": "想装监控",
  other: "别的事",
};

const asks: Record<HazardAsk, string> = {
  what: "您说说是啥事，几句就行。",
  where: "在哪个村、什么地方？旁边有啥？",
  since: "啥时候看见的，或者从啥时候开始的？",
};

export const hazardTexts = {
  ask: (ask: HazardAsk) => asks[ask],
  begin: (tip: boolean) =>
    tip
      ? "谢谢您告诉我，我记下来给派出所看，不想留名也行。别上前、别去拦，离远点记人、记车牌。正在发生的马上打110。"
      : "谢谢您告诉我，我记下来给派出所看。先站到安全的地方。有人受伤、着火、快出事的，马上打110、119。",
  sinceChoices: ["刚看见", "今天", "这几天", "好久了"],
  skip: "不说，下一个",
  card: (draft: HazardDraft, tip: boolean) =>
    [
      "我要这样写下来，您看对不对：",
      ...rows(draft),
      tip ? "不想让人知道是您，点“不留名”。" : "不留名也行，点“不留名”。",
    ].join("\n"),
  note: (draft: HazardDraft) =>
    [...(draft.anonymous ? ["（不留名）"] : []), ...rows(draft)].join("\n"),
  photoKept: (count: number) =>
    `照片收到了${count > 1 ? `，一共${count}张` : ""}，跟这件事一起交给派出所。照片里记的位置、时间都去掉了。`,
  photo: "知道您有照片了。照片您先自己留好，民警要看的时候再发。",
  save: "确定",
  nameless: "不留名",
  edit: "改一下",
  drop: "算了",
  change: "哪儿不对，直接说对的就行。",
  dropped: "好，不记了，这件事没有留给派出所。以后想说，随时再来。",
  saved: (number: string, watch: string) => `记下了，编号${number}。${watch}`,
  savedNameless: (number: string, watch: string) =>
    `记下了，编号${number}，没写您的名字和电话。${watch}`,
  /** What happens to it: only what the station says of itself. */
  next: "派出所和村里去看，再定咋办。多少天给答复，以派出所答复为准。",
  nextTip: "民警会看。咋处理、能不能告诉您结果，以派出所答复为准。",
} as const;

function rows(draft: HazardDraft): string[] {
  const { kind, told, where, since, photos, pictures = [] } = draft;
  const row = (name: string, value: string | null): string[] =>
    value === null || value === "" ? [] : [`${name}：${value}`];
  return [
    ...row("哪类事", hazardKindNames[kind]),
    ...row("说的事", told.join("；")),
    ...row("地方", where),
    ...row("啥时候", since),
    ...row("照片", pictures.length > 0 ? `${pictures.length}张` : photos ? "有" : null),
  ];
}
