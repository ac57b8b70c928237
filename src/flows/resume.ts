import { atMenu, type Resumable } from "../domain/conversation.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import { emergencyTexts } from "../texts/zh-cn/emergency.ts";
import { humanTexts } from "../texts/zh-cn/human.ts";
import { read } from "../understanding/read.ts";
import { ask } from "./ask.ts";
import { askOn } from "./book-ask.ts";
import { backToIntake } from "./intake.ts";
import { button, notice } from "./reply.ts";
import { sheetOn } from "./stop-payment-ask.ts";

/** A danger is dealt with: what was under way before it comes back at the same place. */
export function goOn(pending: Resumable | null, effects: Effect[], facts: Facts): Decision {
  if (pending === null) return { state: atMenu, effects };
  const { goOn: line } = emergencyTexts;
  switch (pending.flow) {
    case "dispute":
    case "hazard":
    case "visit":
      return backToIntake(pending, effects, facts, [line]);
    case "book": {
      const again = askOn(pending.draft, facts, [line]);
      return { state: again.state, effects: [...effects, ...again.effects] };
    }
    case "report":
      return put(pending, effects, notice(`${line}\n\n${humanTexts.report}`, [button("back")]));
    case "human":
      return put(
        pending,
        effects,
        notice(`${line}\n\n${humanTexts.askPhone}`, [button("skipPhone")], ["110"]),
      );
    case "ask": {
      // Its buttons come back with what is found for it.
      const again = ask(atMenu, pending.question, read(pending.question), facts);
      return { state: again.state, effects: [...effects, notice(line), ...again.effects] };
    }
    case "stop-payment":
      return sheetOn(pending, effects, facts, [line]);
    default:
      return pending satisfies never;
  }
}

function put(state: Resumable, effects: Effect[], question: Effect): Decision {
  return { state, effects: [...effects, question] };
}
