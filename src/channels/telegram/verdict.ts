import type { Sent } from "../../domain/message.ts";
import type { TelegramFault } from "./fault.ts";

/** Wordings of 400 that mean: nobody is there any more. Source: answers of the Bot API. */
const nobody =
  /chat not found|user not found|deactivated|kicked|PEER_ID_INVALID|USER_IS_BLOCKED|not enough rights to send|have no rights to send|CHAT_WRITE_FORBIDDEN/i;

/** What a failed sending means for the message. */
export function verdict({ code, description, retryAfter }: TelegramFault): Sent {
  if (code === 429) return { ok: false, why: "later", after: retryAfter };
  // 401, 404, 409: our connection is at fault, not the message.
  if (code === null || code >= 500 || code === 401 || code === 404 || code === 409)
    return { ok: false, why: "later", after: null };
  if (code === 403 || nobody.test(description))
    return { ok: false, why: "gone", detail: description };
  return { ok: false, why: "refused", detail: description };
}
