import type { FileKind, FileProblem } from "../../domain/media/limits.ts";
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

const problems: Record<FileProblem | "too-many", string> = {
  empty: "这个文件是空的，没有发出去。请再选一次。",
  "too-big": "这个文件太大了，没有发出去。最大5兆，请拍小一点，录短一点。",
  unknown: "这个文件发不了。照片要JPG、PNG、WebP的，语音要手机录的。",
  broken: "这个文件打不开，可能没传完。请再选一次，或者重新拍一张。",
  "too-large": "这张照片太大了，没有发出去。请拍小一点再发。",
  "too-many": "发得太多了，没有发出去。请过一个小时再发，急事打110。",
};

export const mediaTexts = {
  kinds,
  problem: (why: FileProblem | "too-many") => problems[why],
  /** To whoever sent it. */
  notCome: (what: string) =>
    `${what}没传过去，对方没看到。请再发一次，或者打几个字说。有急事马上打110。`,
  /** On a page where it stood in the talk and is not kept. */
  notHere: (what: string) => `（${what}，没有存在这里）`,
  alt: { photo: "发来的照片", voice: "发来的语音" } satisfies Record<FileKind, string>,
  place: placeText,
  received: (media: MediaKind) =>
    `${seen[media]}有急事马上打110。\n\n是急事还是平常问问？点一个，或者打几个字。`,
} as const;
