import type { Action } from "../domain/action.ts";
import { atMenu } from "../domain/conversation.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import type { Choice } from "../domain/message.ts";
import { askTexts } from "../texts/zh-cn/ask.ts";
import { buttons } from "../texts/zh-cn/buttons.ts";
import { checkTexts } from "../texts/zh-cn/check.ts";
import { menuTexts as texts } from "../texts/zh-cn/menu.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { beginReport } from "./human.ts";
import { button, notice } from "./reply.ts";

const doors: Choice[] = [
  { label: buttons.ask, action: { act: "door", door: "ask" } },
  { label: buttons.book, action: { act: "door", door: "book" } },
  { label: buttons.check, action: { act: "door", door: "check" } },
  { label: buttons.report, action: { act: "door", door: "report" } },
  button("human"),
  button("urgent"),
];

export function welcome(facts: Facts): Decision {
  return say(
    notice(texts.welcome(facts.station.name), [...doors, button("identity"), button("privacy")]),
  );
}

export function back(): Decision {
  return say(notice(texts.back, doors));
}

export function stale(): Decision {
  return say(notice(texts.stale, doors));
}

type Page = Extract<
  Action,
  { act: "door" | "hotlines" | "identity" | "privacy" | "erase" | "erase-confirmed" | "consult" }
>;

/** The parts of the menu that only tell something, or lead on. */
export function menuPage(action: Page, facts: Facts): Decision {
  const reach = reachStation(facts.station);
  switch (action.act) {
    case "door":
      return door(action.door, reach);
    case "hotlines":
      return say(
        notice(
          texts.hotlines(),
          [button("urgent"), button("human")],
          ["110", "119", "120", "96110"],
        ),
      );
    case "identity":
      return say(notice(texts.identity(reach), [], ["96110"]));
    case "privacy":
      return say(notice(texts.privacy, [button("erase"), button("back")]));
    case "erase":
      return say(notice(texts.eraseAsk, [button("eraseYes"), button("back")]));
    case "erase-confirmed":
      return say(
        { do: "erase-me" },
        notice(
          texts.erased(
            facts.matters.map(({ number }) => number),
            facts.own?.alerts.length ?? 0,
          ),
        ),
      );
    case "consult":
      return say(notice(texts.consult));
    default:
      return action satisfies never;
  }
}

function door(name: Extract<Action, { act: "door" }>["door"], reach: string): Decision {
  switch (name) {
    case "ask":
      return say(notice(askTexts.ask));
    case "book":
      return say(notice(texts.book(reach)));
    case "check":
      return {
        state: { flow: "check", v: 1, at: "telling" },
        effects: [notice(checkTexts.tell, [button("human"), button("back")], ["110", "96110"])],
      };
    case "report":
      return beginReport();
    default:
      return name satisfies never;
  }
}

function say(...effects: Effect[]): Decision {
  return { state: atMenu, effects };
}
