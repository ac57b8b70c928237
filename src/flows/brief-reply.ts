import type { Brief } from "../domain/brief.ts";
import type { Reply } from "../domain/message.ts";
import { briefTexts as texts } from "../texts/zh-cn/brief.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { toStaff } from "./desk-reply.ts";

/** The morning's brief. `bare`: this channel must not carry lists. */
export function briefReply(brief: Brief, bare: boolean): Reply {
  if (bare) return toStaff(texts.bare(brief));
  const { waiting, mine } = deskTexts.buttons;
  return toStaff(texts.brief(brief), [
    ...(brief.waiting.length === 0
      ? []
      : [{ label: waiting, action: { act: "waiting" as const } }]),
    ...(brief.mine.length === 0 ? [] : [{ label: mine, action: { act: "mine" as const } }]),
  ]);
}

/** Asked at the end of a shift. */
export function handOverReply(inHand: number): Reply {
  return toStaff(texts.askHandOver(inHand), [
    { label: texts.handOver, action: { act: "hand-over" } },
  ]);
}
