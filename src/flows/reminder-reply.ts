import type { Matter } from "../domain/matter.ts";
import type { Choice, Reply } from "../domain/message.ts";
import { isUrgent, rules, type Reminder } from "../domain/reminders.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { reminderTexts as texts } from "../texts/zh-cn/reminders.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { toStaff } from "./desk-reply.ts";
import { buttons } from "./stop-payment-ask.ts";

/** A reminder as it is sent. `bare`: this channel must not carry what a dispute is about. */
export function reminderReply(reminder: Reminder, matter: Matter, bare: boolean): Reply {
  const { kind, to } = reminder;
  const law = rules.find((rule) => rule.kind === kind && rule.to === to)?.law ?? null;
  const text = bare && law !== null ? texts.bare(matter) : texts.say(reminder, matter, law);
  return toStaff(text, choicesUnder(reminder, matter));
}

function choicesUnder({ kind, to }: Reminder, { id, status, owner }: Matter): Choice[] {
  const matter = id;
  if (to === "owner")
    return status === "closed" || owner === null
      ? []
      : [
          { label: deskTexts.buttons.pick, action: { act: "pick", matter } },
          ...(kind === "unclosed"
            ? [{ label: deskTexts.buttons.close, action: { act: "close" as const, matter } }]
            : []),
        ];
  if (kind === "follow-up-7" || kind === "follow-up-30" || kind === "unclosed")
    return [
      { label: texts.settled, action: { act: "settled", matter } },
      { label: talkTexts.notSettled, action: { act: "not-settled", matter } },
    ];
  if (isUrgent(kind)) return [buttons.reported, buttons.show];
  return [];
}
