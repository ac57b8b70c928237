import type { Desk, Shown } from "../domain/desk.ts";
import type { Action } from "../domain/action.ts";
import type { Matter } from "../domain/matter.ts";
import type { Choice, Reply } from "../domain/message.ts";
import { may } from "../domain/rights.ts";
import type { Act } from "../domain/rights.ts";
import { deskTexts as texts } from "../texts/zh-cn/desk.ts";
import { mediatorTexts } from "../texts/zh-cn/mediator.ts";

const { buttons } = texts;

/** A message to one of us. */
export function toStaff(text: string, choices: Choice[] = []): Reply {
  return { kind: "notice", text, choices, calls: [], answers: [] };
}

/** What may be done next with a matter in one's hands. */
export function nextSteps(matter: Matter, { me }: Pick<Desk, "me">): Choice[] {
  const { id, status } = matter;
  const can = (act: Act, label: string, action: Action): Choice[] =>
    may(me.role, act) ? [{ label, action }] : [];
  const step = (act: "mediate" | "agree" | "fail" | "refer" | "close"): Action => ({
    act,
    matter: id,
  });
  return [
    ...can("reply", buttons.pick, { act: "pick", matter: id }),
    ...(status === "taken" && matter.kind === "dispute" && !matter.isPrivate
      ? can("mediate", buttons.mediate, step("mediate"))
      : []),
    ...(status === "mediating"
      ? [
          ...can("mediate", buttons.agree, step("agree")),
          ...can("mediate", buttons.fail, step("fail")),
          ...can("mediate", mediatorTexts.buttons.ask, { act: "ask-mediator", matter: id }),
        ]
      : []),
    ...can("note", buttons.note, { act: "write-note", matter: id }),
    ...can("unmask", buttons.unmask, { act: "unmask", matter: id, reason: null }),
    ...can("pass-on", buttons.passOn, { act: "pass-on", matter: id }),
    ...can("close", buttons.close, step("close")),
  ];
}

/** The card with which somebody is called for a matter. */
export function callCard(shown: Shown<Matter>, now: number, bare: boolean): Reply {
  const text = bare ? texts.callBare(shown.it) : texts.call(shown, now);
  return toStaff(text, [{ label: buttons.take, action: { act: "take", matter: shown.it.id } }]);
}

/** The card with which somebody is called for an alert. */
export function alarmCard(shown: NonNullable<Desk["alert"]>, now: number, bare: boolean): Reply {
  const text = bare ? texts.alarmBare(shown.it) : texts.alarm(shown, now);
  const action: Action = { act: "take-alert", alert: shown.it.id };
  return toStaff(text, [{ label: buttons.takeAlert, action }]);
}
