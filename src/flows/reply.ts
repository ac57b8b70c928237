import type { Action } from "../domain/action.ts";
import type { Effect } from "../domain/flow.ts";
import type { Choice, Reply } from "../domain/message.ts";
import { buttons } from "../texts/zh-cn/buttons.ts";

/** A reply that gives nothing of the knowledge base. */
export function notice(text: string, choices: Choice[] = [], calls: Reply["calls"] = []): Effect {
  return { do: "reply", reply: { kind: "notice", text, choices, calls, answers: [] } };
}

const plain = {
  human: { act: "human" },
  urgent: { act: "urgent" },
  consult: { act: "consult" },
  hotlines: { act: "hotlines" },
  identity: { act: "identity" },
  privacy: { act: "privacy" },
  erase: { act: "erase" },
  eraseYes: { act: "erase-confirmed" },
  back: { act: "back" },
  none: { act: "none-of-these" },
  skipPhone: { act: "skip-phone" },
  falseAlarm: { act: "false-alarm" },
  inDanger: { act: "in-danger" },
  wantToTalk: { act: "want-to-talk" },
  amSafe: { act: "am-safe" },
} satisfies Partial<Record<keyof typeof buttons, Action>>;

/** The button of this name. */
export function button(name: keyof typeof plain): Choice {
  return { label: buttons[name], action: plain[name] };
}
