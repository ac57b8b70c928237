import { atMenu, type State } from "../domain/conversation.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import { humanTexts as texts } from "../texts/zh-cn/human.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { tellsWhenToCall } from "../understanding/call-wish.ts";
import { button, notice } from "./reply.ts";

/** 找民警: the wish is written down with a number; how to reach somebody now is said plainly. */
export function askForOfficer(about: string, facts: Facts): Decision {
  const { turn, number } = facts;
  const noted = texts.noted(number, talkTexts.watch(facts.watch), reachStation(facts.station));
  const open: Effect = {
    do: "open-matter",
    id: turn,
    number,
    kind: "callback",
    note: about,
    phone: null,
  };
  if (phoneMayBeGiven(facts))
    return {
      state: { flow: "human", v: 1, at: "phone", matter: turn, number },
      effects: [open, notice(`${noted}\n\n${texts.askPhone}`, [button("skipPhone")], ["110"])],
    };
  const elsewhere = texts.phoneOnPage(facts.pageUrl);
  return {
    state: atMenu,
    effects: [open, notice([noted, elsewhere].filter(Boolean).join("\n\n"), [], ["110"])],
  };
}

/** Under the residency rule for China, Telegram carries no phone numbers. */
function phoneMayBeGiven({ channel, residency }: Facts): boolean {
  return !(channel === "telegram" && residency === "cn");
}

export function phoneFor(matter: string, phone: string | undefined): Effect[] {
  return phone === undefined ? [] : [{ do: "add-phone", matter, phone }];
}

type Human = Extract<State, { flow: "human" }>;

/** The number for a call back, or when to call, in the person's own words; null: something else. */
export function aboutCall(
  { matter, number, at }: Human,
  { text, masked }: Pick<Extract<Event, { on: "said" }>, "text" | "masked">,
): Decision | null {
  const [phone] = masked.phones;
  const isWish = tellsWhenToCall(text, true);
  if (phone === undefined && !isWish) return null;
  const asksStill = phone === undefined && at === "phone";
  return {
    state: { flow: "human", v: 1, at: asksStill ? "phone" : "given", matter, number },
    effects: [
      ...phoneFor(matter, phone),
      ...(isWish ? [{ do: "add-to-matter" as const, matter, words: text }] : []),
      notice(
        [
          ...(phone === undefined ? [] : [texts.phoneNoted(number)]),
          ...(isWish ? [texts.whenNoted(number)] : []),
          ...(asksStill ? [texts.askPhone] : []),
        ].join("\n\n"),
        asksStill ? [button("skipPhone")] : [],
      ),
    ],
  };
}

export function withoutPhone(): Decision {
  return { state: atMenu, effects: [notice(texts.noPhone)] };
}

export function beginReport(): Decision {
  return {
    state: { flow: "report", v: 1, at: "telling" },
    effects: [notice(texts.report, [button("back")], ["110", "119"])],
  };
}
