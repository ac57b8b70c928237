import type { Brief, Look } from "../domain/brief.ts";
import type { Reply } from "../domain/message.ts";
import { briefTexts as texts } from "../texts/zh-cn/brief.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { deskSeatTexts } from "../texts/zh-cn/desk-seats.ts";
import { listButton } from "./desk-calls.ts";
import { toStaff } from "./desk-reply.ts";

/** The morning's brief. `bare`: this channel must not carry lists. */
export function briefReply(brief: Brief, bare: boolean): Reply {
  if (bare) return toStaff(texts.bare(brief));
  const { waiting, mine } = deskTexts.buttons;
  return toStaff(texts.brief(brief), [
    ...(brief.waiting.length === 0
      ? []
      : [{ label: waiting, action: { act: "waiting" as const } }]),
    ...(brief.toCall === 0 ? [] : [listButton()]),
    ...(brief.seats === 0
      ? []
      : [{ label: deskSeatTexts.buttons.today, action: { act: "seats", on: "today" } as const }]),
    ...(brief.mine.length === 0 ? [] : [{ label: mine, action: { act: "mine" as const } }]),
  ]);
}

/** For those who oversee the station and are off duty today. */
export function looksReply(looks: readonly Look[], bare: boolean): Reply {
  return toStaff(bare ? texts.looksBare(looks) : texts.looks(looks));
}

/** Asked at the end of a shift. */
export function handOverReply(inHand: number): Reply {
  return toStaff(texts.askHandOver(inHand), [
    { label: texts.handOver, action: { act: "hand-over" } },
  ]);
}
