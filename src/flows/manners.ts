import type { Facts, Masked } from "../domain/flow.ts";
import type { Reply } from "../domain/message.ts";
import { menuTexts } from "../texts/zh-cn/menu.ts";
import { button } from "./reply.ts";

/** What a turn was like, beside what was said. */
export interface Circumstances {
  masked: Masked | null;
  /** The text was longer than is read. */
  cut: boolean;
  /** The person knows what happens to their words. */
  noticed: boolean;
  /** The talk stood at a place that this version does not know. */
  lost: boolean;
}

/**
 * What stands after the answer, whatever the flow: that a talk was broken off, that a long text was
 * cut, that private numbers were covered, and, once a person on Telegram, what happens to their
 * words (the page shows that all the time).
 */
export function manners({ masked, cut, noticed, lost }: Circumstances, facts: Facts): Reply[] {
  const after: Reply[] = [];
  if (lost) after.push(plain(menuTexts.brokenOff));
  if (cut) after.push(plain(menuTexts.tooLong));
  if (masked !== null && masked.idNumbers + masked.accounts > 0) {
    const onTelegram = facts.channel === "telegram";
    after.push(plain(onTelegram ? menuTexts.maskedTelegram(facts.pageUrl) : menuTexts.maskedHere));
  }
  if (facts.channel === "telegram" && !noticed && !facts.group)
    after.push({ ...plain(menuTexts.notice), choices: [button("privacy")] });
  return after;
}

function plain(text: string): Reply {
  return { kind: "notice", text, choices: [], calls: [], answers: [] };
}
