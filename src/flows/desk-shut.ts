import { atMenu } from "../domain/conversation.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import { sessionTexts } from "../texts/zh-cn/desk-door.ts";
import { notice } from "./reply.ts";

/**
 * Words in a browser whose desk is shut may be meant for a villager: they go nowhere, and that is
 * said. Null: nothing is shut, or the words tell of danger, which is everybody's to tell.
 */
export function atShutDesk(event: Event, { shut }: Facts): Decision | null {
  if (shut !== true) return null;
  const isWords = event.on === "sent" || (event.on === "said" && !event.reading.emergency);
  if (!isWords) return null;
  return { state: atMenu, effects: [notice(sessionTexts.notSent, [], ["110"])] };
}
