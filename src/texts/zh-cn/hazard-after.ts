import type { FileStage } from "../../domain/kept-file.ts";

/** Pictures of a hazard, as it was found and after it was dealt with. */
export const afterTexts = {
  button: "发处理后的照片",
  ask: (number: string) => `把编号${number}处理后的照片发来，我存在这件事里，也给反映的人看。`,
  /** Where one picture is waited for and words came. */
  waits: (number: string) =>
    `这会儿等的是编号${number}处理后的照片，字没有发给群众。要说话，点“回这个人”。`,
  kept: (number: string) => `编号${number}处理后的照片存好了，也发给反映的人了。`,
  keptNameless: (number: string) => `编号${number}处理后的照片存好了。反映的人没留名，没法告诉他。`,
  notKept: "这个存不了。请发一张照片，五兆以内。",
  shown: (number: string) => `您反映的事（编号${number}）处理过了，这是处理后的照片。`,
  shownBare: (number: string) =>
    `您反映的事（编号${number}）处理过了，处理后的照片存在派出所，来了可以看。`,
  colleague: (name: string, number: string) =>
    `${name}给编号${number}补了处理后的照片，在网页工作台上看。`,
  picture: (stage: FileStage, number: string) =>
    stage === "before" ? `编号${number}反映时的照片` : `编号${number}处理后的照片`,
  gone: (number: string) => `编号${number}有照片，这会儿取不来，请到网页工作台上看。`,
  title: "照片",
  stages: { before: "反映时", after: "处理后" } satisfies Record<FileStage, string>,
  none: { before: "没有照片。", after: "还没有处理后的照片。" } satisfies Record<FileStage, string>,
  coming: "照片正在取，过一会儿刷新再看。",
  /** 11月24日 10:05 */
  on: (at: number) => {
    const local = new Date(at + 8 * 3_600_000);
    const time = local.toISOString().slice(11, 16);
    return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${time}`;
  },
  /** Words under a picture that is sent from the matter's page. */
  caption: (number: string) => `处理后${number}`,
  choose: "选一张处理后的照片",
  send: "存上",
} as const;
