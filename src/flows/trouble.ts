import type { Reply } from "../domain/message.ts";
import type { FileKind } from "../domain/media/limits.ts";
import { mediaTexts } from "../texts/zh-cn/media.ts";
import { menuTexts } from "../texts/zh-cn/menu.ts";
import { button } from "./reply.ts";

function sentence(text: string): Reply {
  return {
    kind: "notice",
    text,
    choices: [button("urgent"), button("human")],
    calls: ["110"],
    answers: [],
  };
}

/** Said when a message could not be answered because of a fault of ours. */
export function trouble(): Reply {
  return sentence(menuTexts.trouble);
}

/** Said when somebody writes faster than anybody can read. */
export function tooFast(): Reply {
  return { ...sentence(menuTexts.tooFast), choices: [] };
}

/** Said when what somebody wrote could not be kept. */
export function storeDown(): Reply {
  return { ...sentence(menuTexts.storeDown), choices: [] };
}

/** Said to whoever sent a picture or a voice that could not be fetched for the other side. */
export function notCome(kind: FileKind): Reply {
  return { ...sentence(mediaTexts.notCome(mediaTexts.kinds[kind])), choices: [] };
}
