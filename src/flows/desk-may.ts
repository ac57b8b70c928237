import type { Action } from "../domain/action.ts";
import type { Desk } from "../domain/desk.ts";
import type { Matter } from "../domain/matter.ts";
import { may } from "../domain/rights.ts";
import type { MediatorAction } from "./desk-mediator.ts";

/** Buttons and commands about one matter, those about its mediator left out. */
export type OnMatter = Exclude<Extract<Action, { matter: string }>, MediatorAction>;

/** Whether this role may take such a step with this matter. */
export function mayDo(act: OnMatter["act"], matter: Matter, { me }: Desk): boolean {
  if (matter.isPrivate && !may(me.role, "see-private")) return false;
  switch (act) {
    case "take":
    case "close":
    case "reopen":
    case "mediate":
    case "pass-on":
    case "unmask":
      return may(me.role, act);
    case "pick":
      return may(me.role, "reply");
    case "write-note":
      return may(me.role, "note");
    case "give":
      return may(me.role, "pass-on");
    case "agree":
    case "fail":
      return may(me.role, "mediate");
    case "refer":
      return may(me.role, "close");
    case "not-settled":
    case "settled":
      return false;
    default:
      return act satisfies never;
  }
}
