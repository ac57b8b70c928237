import type { State } from "../domain/conversation.ts";
import type { Desk } from "../domain/desk.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import { emptySheet, withTransfer, type StopPaymentDraft } from "../domain/stop-payment.ts";
import { may } from "../domain/rights.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { stopPaymentTexts } from "../texts/zh-cn/stop-payment.ts";
import { warningTexts as texts } from "../texts/zh-cn/warnings.ts";
import { heard } from "./desk-step.ts";
import { keepSheet, toldIn, type Words } from "./stop-payment-draft.ts";

/** The sheet of a transfer, to whoever has its matter; each look is on the trail. */
export function showSheet(state: State, facts: Facts, desk: Desk): Decision {
  const refused = whyNot(facts, desk);
  if (refused !== null) return { state, effects: [heard(refused)] };
  const { sheet } = desk.warned;
  const { id, number } = desk.about!.it;
  if (!sheet) return { state, effects: [heard(texts.noSheet(number))] };
  return {
    state,
    effects: [
      { do: "note-look", matter: id, person: desk.me.id, reason: "sheet" },
      heard(shown(sheet, facts, desk)),
    ],
  };
}

/** 单100001 五千 三点二十 工行: what is told goes on the sheet, and is read back with all of it. */
export function fillSheet(
  state: State,
  words: Words,
  number: string,
  facts: Facts,
  desk: Desk,
): Decision {
  if (words.text === "") return showSheet(state, facts, desk);
  const refused = whyNot(facts, desk);
  if (refused !== null) return { state, effects: [heard(refused)] };
  const { id, kind, conversation } = desk.about!.it;
  // A sheet belongs to the talk with whoever lost the money.
  if (kind !== "fraud-alert" || conversation === null)
    return { state, effects: [heard(texts.noSheet(number))] };
  const told = toldIn(words, null, facts);
  if (Object.keys(told).length === 0)
    return { state, effects: [heard(texts.sheetNotRead(number))] };
  const known = desk.warned.sheet ?? {
    ...{ matter: id, number, sheet: emptySheet, asked: [], reported: false },
  };
  const next = { ...known, sheet: withTransfer(known.sheet, told) };
  return {
    state,
    effects: [
      keepSheet(next),
      { do: "note-look", matter: id, person: desk.me.id, reason: "sheet" },
      heard(
        [
          texts.sheetKept,
          shown(next, facts, desk),
          ...(next.sheet.loose ? [texts.sheetWhose(number)] : []),
        ].join("\n"),
      ),
    ],
  };
}

function whyNot({ channel, residency }: Facts, { me, about }: Desk): string | null {
  if (!about) return deskTexts.gone;
  const { owner, number } = about.it;
  if (!may(me.role, "unmask")) return deskTexts.mayNot;
  if (owner !== me.id) return deskTexts.refused("not-yours", number, about.owner);
  return channel === "telegram" && residency === "cn" ? texts.sheetNotHere : null;
}

/** Whole on the desk and in the terminal; elsewhere only how an account ends. */
function shown(draft: StopPaymentDraft, facts: Facts, { mustStepUp }: Desk): string {
  if (facts.channel !== "telegram" && !mustStepUp) return stopPaymentTexts.whole(draft, facts.now);
  const { ownAccount, otherAccount, loose } = draft.sheet;
  const sheet = {
    ...draft.sheet,
    ownAccount: ending(ownAccount),
    otherAccount: ending(otherAccount),
    ...(loose ? { loose: { ...loose, account: ending(loose.account) } } : {}),
  };
  const lines = [stopPaymentTexts.whole({ ...draft, sheet }, facts.now)];
  if (ownAccount !== null || otherAccount !== null || (loose?.account ?? null) !== null)
    lines.push(texts.numbersOnDesk(facts.pageUrl, draft.number));
  return lines.join("\n");
}

function ending(account: string | null): string | null {
  return account === null || account.startsWith("尾号") ? account : `尾号${account.slice(-4)}`;
}
