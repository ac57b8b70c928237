import type { MediaKind, Place } from "../../domain/message.ts";

const seen: Record<MediaKind, string> = {
  photo: "照片收到了，可我还看不懂照片。",
  voice: "语音收到了，可我还听不懂语音。",
  video: "视频收到了，可我还看不懂视频。",
  sticker: "收到您的表情了。",
  location: "位置收到了。",
  contact: "名片收到了，我不会打过去。",
  file: "文件收到了，可我还打不开文件。",
  other: "收到了，可我看不懂这个。",
};

const kinds: Record<MediaKind, string> = {
  photo: "照片",
  voice: "语音",
  video: "视频",
  sticker: "表情",
  location: "位置",
  contact: "名片",
  file: "文件",
  other: "一样东西",
};

/** 北纬41.70000度，东经110.43000度: five places are about a metre. */
function placeText({ latitude, longitude }: Place): string {
  const north = `${latitude < 0 ? "南" : "北"}纬${Math.abs(latitude).toFixed(5)}度`;
  return `位置在${north}，${longitude < 0 ? "西" : "东"}经${Math.abs(longitude).toFixed(5)}度`;
}

export const mediaTexts = {
  kinds,
  place: placeText,
  received: (media: MediaKind) =>
    `${seen[media]}有急事马上打110。\n\n是急事还是平常问问？点一个，或者打几个字。`,
  forwarded: "这是别人发给您的话。里头要您转钱、给验证码的，先别照做，打96110问一声。",
} as const;
