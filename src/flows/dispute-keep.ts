import { atMenu } from "../domain/conversation.ts";
import { levelOf, type DisputeDraft } from "../domain/dispute.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import { disputeTexts as texts } from "../texts/zh-cn/dispute.ts";
import { privateRoutes, routes } from "../texts/zh-cn/dispute-routes.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { villageIn } from "../understanding/dispute/place-and-time.ts";
import { button, notice } from "./reply.ts";

/** The matter that a draft becomes. Where force was used only the police see it. */
export function openedDispute(draft: DisputeDraft, { turn, number, station }: Facts): Effect {
  const { type, violence, danger, phone, where } = draft;
  const villages = station.villages.map(({ name }) => name);
  return {
    do: "open-matter",
    id: turn,
    number,
    kind: "dispute",
    note: texts.note(draft),
    phone,
    level: levelOf(draft),
    village: where === null ? null : villageIn(where, villages),
    dispute: type,
    isPrivate: violence || danger === true,
  };
}

/** More words about a matter that was opened because of danger. */
export function addedToDispute(matter: string, words: string): Effect {
  return { do: "add-to-matter", matter, words };
}

/** 确定: it is written down; the number, who will look, and which ways are open. */
export function saved(draft: DisputeDraft, facts: Facts): Decision {
  const { turn, number } = facts;
  const watch = `${talkTexts.watch(facts.watch)}${reachStation(facts.station)}`;
  const open = openedDispute(draft, facts);
  if (draft.violence) {
    const ways = draft.type === "family" ? privateRoutes.family : privateRoutes.others;
    return {
      state: atMenu,
      effects: [
        open,
        notice(
          [texts.savedPrivate(number, watch), numbered(ways)].join("\n\n"),
          [button("human"), button("urgent")],
          ["110", "12338"],
        ),
      ],
    };
  }
  const asksPhone = draft.phone === null && phoneMayBeGiven(facts);
  const text = [
    texts.saved(number, watch),
    numbered(routes[draft.type]),
    ...(asksPhone ? [texts.phone] : []),
  ].join("\n\n");
  return {
    state: asksPhone ? { flow: "human", v: 1, at: "phone", matter: turn, number } : atMenu,
    effects: [open, notice(text, [button("human")], callsOf[draft.type] ?? ["12348"])],
  };
}

const callsOf: Partial<Record<DisputeDraft["type"], ("122" | "12333" | "12345" | "12348")[]>> = {
  labour: ["12333", "12348"],
  traffic: ["122"],
  consumer: ["12345"],
};

/** Danger now: written down before anything else is asked, but where. */
export function savedAtOnce(draft: DisputeDraft, facts: Facts): Decision {
  const now: DisputeDraft = { ...draft, danger: true, urgent: true };
  const open = openedDispute(now, facts);
  const told = [texts.danger, talkTexts.alarmWatch(facts.watch)];
  const asks = draft.where === null;
  return {
    state: asks ? { flow: "dispute", v: 1, at: "place", matter: facts.turn } : atMenu,
    effects: [
      {
        do: "reply",
        reply: {
          kind: "safety",
          text: [...told, ...(asks ? [texts.dangerWhere] : [])].join("\n\n"),
          choices: [button("human")],
          calls: ["110", "120"],
          answers: [],
        },
      },
      open,
    ],
  };
}

/** Under the residency rule for China, Telegram carries neither phone numbers nor what a dispute is about. */
export function phoneMayBeGiven({ channel, residency }: Facts): boolean {
  return !(channel === "telegram" && residency === "cn");
}

function numbered(lines: readonly string[]): string {
  return lines.map((line, i) => `${i + 1}. ${line}`).join("\n");
}
