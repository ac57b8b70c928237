import type { Desk, Shown } from "../domain/desk.ts";
import type { Action } from "../domain/action.ts";
import type { Matter } from "../domain/matter.ts";
import type { Choice, Reply } from "../domain/message.ts";
import { may } from "../domain/rights.ts";
import { mayShowAfter, type Act } from "../domain/rights.ts";
import { afterTexts } from "../texts/zh-cn/hazard-after.ts";
import { deskTexts as texts } from "../texts/zh-cn/desk.ts";
import { mergeTexts } from "../texts/zh-cn/merging.ts";
import { mediatorTexts } from "../texts/zh-cn/mediator.ts";
import { warningTexts } from "../texts/zh-cn/warnings.ts";
import { going, naming, wishedDay } from "./visit-buttons.ts";

const { buttons } = texts;

/** A message to one of us. */
export function toStaff(text: string, choices: Choice[] = []): Reply {
  return { kind: "notice", text, choices, calls: [], answers: [] };
}

/** What may be done next with a matter in one's hands. */
export function nextSteps(matter: Matter, { me, likely }: Pick<Desk, "me" | "likely">): Choice[] {
  const { id, status } = matter;
  const can = (act: Act, label: string, action: Action): Choice[] =>
    may(me.role, act) ? [{ label, action }] : [];
  const step = (act: "mediate" | "agree" | "fail" | "refer" | "close"): Action => ({
    act,
    matter: id,
  });
  return [
    ...(matter.kind === "fraud-alert" && matter.conversation === null
      ? []
      : can("reply", buttons.pick, { act: "pick", matter: id })),
    ...(matter.kind === "fraud-alert"
      ? can("see-warnings", warningTexts.buttons.result, { act: "ask-result", matter: id })
      : []),
    ...(matter.danger === "fraud_in_progress"
      ? can("see-warnings", warningTexts.buttons.sheet, { act: "show-sheet", matter: id })
      : []),
    ...(matter.kind === "visit" && may(me.role, "run-seats") ? [naming(matter)] : []),
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
    ...(mayShowAfter(me, matter)
      ? [{ label: afterTexts.button, action: { act: "show-after" as const, matter: id } }]
      : []),
    ...can("note", buttons.note, { act: "write-note", matter: id }),
    ...can("unmask", buttons.unmask, { act: "unmask", matter: id, reason: null }),
    ...can("pass-on", buttons.passOn, { act: "pass-on", matter: id }),
    ...(likely.some((one) => one.id !== id)
      ? can("close", mergeTexts.merge, { act: "merge", matter: id, into: null })
      : []),
    ...can("close", buttons.close, step("close")),
  ];
}

const steps = new Set<string>([
  ...[buttons.note, buttons.unmask, buttons.passOn, buttons.mediate, buttons.agree, buttons.fail],
  ...[buttons.refer, buttons.close, buttons.reopen, buttons.take, mergeTexts.merge],
  mediatorTexts.buttons.ask,
]);

/** Whether words are nothing but the name of a step, with no number behind it. */
export function isStepName(text: string): boolean {
  return steps.has(text.trim());
}

/** The card with which somebody is called for a matter. */
export function callCard(shown: Shown<Matter>, now: number, bare: boolean): Reply {
  const text = bare ? texts.callBare(shown.it) : texts.call(shown, now);
  const go =
    shown.it.kind === "visit" ? [going(shown.it, bare ? null : wishedDay(shown.words, now))] : [];
  const take: Choice = { label: buttons.take, action: { act: "take", matter: shown.it.id } };
  return toStaff(text, [take, ...go]);
}

/** The card with which somebody is called for an alert. */
export function alarmCard(shown: NonNullable<Desk["alert"]>, now: number, bare: boolean): Reply {
  const text = bare ? texts.alarmBare(shown.it) : texts.alarm(shown, now);
  const action: Action = { act: "take-alert", alert: shown.it.id };
  return toStaff(text, [{ label: buttons.takeAlert, action }]);
}
