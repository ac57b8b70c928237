import type { Action } from "../domain/action.ts";
import type { Desk } from "../domain/desk.ts";
import type { Matter } from "../domain/matter.ts";
import { may, mayShowAfter } from "../domain/rights.ts";
import type { WarningAction } from "../domain/warning.ts";
import type { MediatorAction } from "./desk-mediator.ts";

/** Buttons and commands about one matter, those about its mediator and its warning left out. */
export type OnMatter = Exclude<Extract<Action, { matter: string }>, MediatorAction | WarningAction>;

/** Whether this role may take such a step with this matter. */
export function mayDo(act: OnMatter["act"], matter: Matter, { me }: Desk): boolean {
  if (matter.isPrivate && !may(me.role, "see-private")) return false;
  switch (act) {
    case "take":
      return may(me.role, act) && (matter.kind !== "fraud-alert" || may(me.role, "see-warnings"));
    case "go-visit":
      // The counter's work, done at somebody's home.
      return may(me.role, "run-seats");
    case "close":
    case "reopen":
    case "mediate":
    case "pass-on":
    case "unmask":
      return may(me.role, act);
    case "pick":
    case "phoned":
    case "send-entry":
      return may(me.role, "reply");
    case "show-after":
      return mayShowAfter(me, matter);
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
    case "visit-answer":
      return false;
    default:
      return act satisfies never;
  }
}
