import type { Matter } from "../domain/matter.ts";
import type { Reply } from "../domain/message.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { toStaff } from "./desk-reply.ts";
import { button } from "./reply.ts";

/** The truth while nobody has taken an alarm. */
export function stillNobody(): Reply {
  return {
    kind: "safety",
    text: talkTexts.stillNobody,
    choices: [button("falseAlarm")],
    calls: ["110"],
    answers: [],
  };
}

/** What both sides hear when a talk has been silent for long. */
export function restedReplies({ id, number }: Matter): { toVillager: Reply; toOwner: Reply } {
  const { pick, close } = deskTexts.buttons;
  return {
    toVillager: toStaff(talkTexts.rested, [button("human")]),
    toOwner: toStaff(deskTexts.rested(number), [
      { label: pick, action: { act: "pick", matter: id } },
      { label: close, action: { act: "close", matter: id } },
    ]),
  };
}

/** What both hear when a matter goes on to somebody else because nobody answered in it. */
export function releasedReplies(number: string): { toVillager: Reply; toOwner: Reply } {
  return {
    toVillager: toStaff(talkTexts.passedOn(number)),
    toOwner: toStaff(deskTexts.released(number)),
  };
}

/** What both hear when the clock closes what nobody came back to. */
export function forgottenReplies({ id, number }: Matter): { toVillager: Reply; toOwner: Reply } {
  return {
    toVillager: toStaff(talkTexts.closed(number), [
      { label: talkTexts.notSettled, action: { act: "not-settled", matter: id } },
    ]),
    toOwner: toStaff(deskTexts.forgotten(number)),
  };
}

/** What one of us hears whose words a villager could not be given. */
export function unreachedReply(number: string): Reply {
  return toStaff(deskTexts.notReached(number));
}

/** The villager's page was not open for what its owner wrote: a call reaches them. */
export function unseenReply(
  { id, number }: Pick<Matter, "id" | "number">,
  phone: string | null,
): Reply {
  const { pick, unmask } = deskTexts.buttons;
  return toStaff(deskTexts.unseen(number, phone), [
    { label: unmask, action: { act: "unmask", matter: id, reason: null } },
    { label: pick, action: { act: "pick", matter: id } },
  ]);
}
