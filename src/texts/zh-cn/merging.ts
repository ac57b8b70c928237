import type { Matter, Status } from "../../domain/matter.ts";
import { deskTexts, statusNames } from "./desk.ts";

/** What is said where several people told of one event. */
export const mergeTexts = {
  merge: "合并",
  button: (number: string) => `合并到${number}`,
  ask: ({ number }: Matter, likely: readonly Matter[]): string =>
    likely.length === 0
      ? `没有看着跟编号${number}是一回事的。知道编号的话，打“合并${number}到”，后面写那个编号。`
      : `编号${number}跟哪一件是一回事？合并后这一件就结了，报的人会知道，往后听那一件的进展。\n${likely.map(deskTexts.line).join("\n")}`,
  merged: (number: string, into: string) =>
    `编号${number}并入编号${into}了，已告诉报的人。弄错了，一天内点“重新办”。`,
  toVillager: (number: string, into: string) =>
    `您的事（编号${number}）跟编号${into}是一回事，并在一起办了。那边有进展，我告诉您。`,
  notTheSame: "不是一回事",
  news: (own: string, number: string, status: Status) =>
    `您的事（编号${own}，并入编号${number}）：${statusNames[status]}。`,
  /** What the histories of both say. */
  acts: {
    merge: (number) => `并入编号${number}`,
    "merged-in": (number) => `编号${number}并进来了`,
    parted: (number) => `编号${number}又分出去单办`,
  } as Record<string, (number: string) => string>,
} as const;
