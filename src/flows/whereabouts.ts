import { atMenu, type State } from "../domain/conversation.ts";
import type { Alarm, Decision, Effect, Facts } from "../domain/flow.ts";
import type { Choice, Medium } from "../domain/message.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { emergencyTexts } from "../texts/zh-cn/emergency.ts";
import { mediaTexts } from "../texts/zh-cn/media.ts";
import { toStaff } from "./desk-reply.ts";
import { button, notice } from "./reply.ts";

/** Words after a card: where it is. They join what the officer sees. */
export function afterWhere(
  { class: name, alert }: Extract<State, { flow: "emergency"; at: "where" }>,
  words: string,
  { alarm }: Pick<Facts, "alarm">,
): Decision {
  return {
    state: atMenu,
    effects: [
      ...(alert === null
        ? [{ do: "alert" as const, class: name, words }]
        : located(words, alarm ?? { alert, matter: null, people: [] })),
      noted(),
    ],
  };
}

/** A place that is sent while it is asked for, or soon after an alarm, belongs to the alarm. */
export function afterPlace(state: State, { place }: Medium, facts: Facts): Decision | null {
  if (!place) return null;
  const words = mediaTexts.place(place);
  if (state.flow === "emergency" && state.at === "where") return afterWhere(state, words, facts);
  if (facts.alarm === null) return null;
  return { state, effects: [...located(words, facts.alarm), noted()] };
}

/** Where it is, for the record alone: whoever has it hears it in the talk. */
export function keepPlace(words: string, { alert, matter }: Alarm): Effect {
  return matter === null
    ? { do: "add-to-alert", alert, words }
    : { do: "add-to-matter", matter, words };
}

/** For the record, and for those who were called for it. */
function located(words: string, alarm: Alarm): Effect[] {
  const { alert, matter, people } = alarm;
  const take: Choice = {
    label: deskTexts.buttons.takeAlert,
    action: { act: "take-alert", alert },
  };
  const choices = matter === null ? [take] : [];
  const tell = people.map((person): Effect => ({
    do: "tell",
    to: { person },
    reply: toStaff(deskTexts.whereabouts(words), choices),
    otherwise: toStaff(deskTexts.whereaboutsBare, choices),
  }));
  return [keepPlace(words, alarm), ...tell];
}

function noted(): Effect {
  return notice(emergencyTexts.whereNoted, [button("human")], ["110"]);
}
