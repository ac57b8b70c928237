import type { Action } from "../domain/action.ts";
import { atMenu } from "../domain/conversation.ts";
import type { CardShown, Decision, Effect, Facts } from "../domain/flow.ts";
import type { Hotline } from "../domain/hotlines.ts";
import type { Choice, Reply } from "../domain/message.ts";
import type { EmergencyReading } from "../domain/reading.ts";
import { emergencyClasses, type EmergencyClass } from "../domain/sets.ts";
import { cards, emergencyTexts as texts } from "../texts/zh-cn/emergency.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { button, notice } from "./reply.ts";

/** Numbers of a class when a person chose it from the card and no words told more. */
const numbersOf: Record<EmergencyClass, [Hotline, ...Hotline[]]> = {
  fraud_in_progress: ["110", "96110"],
  violence: ["110", "120"],
  self_harm: ["110", "120", "12356"],
  missing_person: ["110"],
  fire_accident: ["119", "120", "122"],
  crime_in_progress: ["110"],
  border_security: ["110"],
  disaster: ["119", "110"],
};

/**
 * The safety card: needs nothing but the reading, so it can be said when all else is broken.
 * @param after what is true once it is stored: that somebody was told, and the one question
 */
export function safetyCard(reading: EmergencyReading, after: string[] = []): Reply {
  if (reading.strength === "unclear") {
    const choices = [button("inDanger"), button("wantToTalk"), button("amSafe")];
    return { kind: "safety", text: texts.unclear, choices, calls: reading.hotlines, answers: [] };
  }
  const { first, steps } = cards[reading.class];
  return {
    kind: "safety",
    text: [numbered(lead(reading.hotlines, first), steps), ...after].join("\n\n"),
    choices: [button("falseAlarm")],
    calls: reading.hotlines,
    answers: [],
  };
}

function numbered(first: string, steps: string[]): string {
  return [first, ...steps.map((step, i) => `${i + 1}. ${step}`)].join("\n");
}

/** The number that matters most stands first, whatever the class's usual first line begins with. */
function lead([number]: EmergencyReading["hotlines"], first: string): string {
  const named = /\d{3,5}/.exec(first)?.[0];
  return named === number ? first : texts.callFirst(number, first);
}

/** Dangers in which the only question is where. */
const asksWhere: Record<EmergencyClass, boolean> = {
  violence: true,
  missing_person: true,
  fire_accident: true,
  crime_in_progress: true,
  border_security: true,
  disaster: true,
  fraud_in_progress: false,
  self_harm: false,
};

/** Said before anything else, in any state of any flow. */
export function emergency(
  reading: EmergencyReading,
  words: string,
  shown: CardShown,
  { turn, watch }: Pick<Facts, "turn" | "watch">,
): Decision {
  if (reading.strength === "unclear") {
    const card: Effect[] = shown === "no" ? [{ do: "reply", reply: safetyCard(reading) }] : [];
    return { state: { flow: "emergency", v: 1, at: "which" }, effects: card };
  }
  const alerted = reading.strength === "alert";
  const where = asksWhere[reading.class];
  const after = [
    ...(alerted ? [talkTexts.alarmWatch(watch)] : []),
    ...(where ? [texts.where] : []),
  ];
  const effects: Effect[] = [];
  if (shown === "no") effects.push({ do: "reply", reply: safetyCard(reading, after) });
  else if (shown === "card" && after.length > 0) effects.push(notice(after.join("\n\n")));
  if (alerted) effects.push({ do: "alert", class: reading.class, words });
  return {
    state: where
      ? { flow: "emergency", v: 1, at: "where", class: reading.class, alert: alerted ? turn : null }
      : atMenu,
    effects,
  };
}

/** Danger in words that are not the villager's own: the card is shown, and nobody is asked or called. */
export function cardAlone(reading: EmergencyReading, shown: CardShown): Effect[] {
  return shown === "no" ? [{ do: "reply", reply: safetyCard(reading) }] : [];
}

export function afterUrgentButton(): Decision {
  const choices = emergencyClasses.map((name): Choice => ({
    label: texts.classNames[name],
    action: { act: "emergency", class: name },
  }));
  return {
    state: { flow: "emergency", v: 1, at: "which" },
    effects: [
      {
        do: "reply",
        reply: {
          kind: "safety",
          text: texts.urgent,
          choices: [...choices, button("falseAlarm")],
          calls: ["110", "119", "120"],
          answers: [],
        },
      },
    ],
  };
}

type EmergencyAct = Extract<
  Action,
  { act: "emergency" | "in-danger" | "want-to-talk" | "am-safe" | "false-alarm" }
>;

export function afterEmergencyButton(
  action: EmergencyAct,
  facts: Pick<Facts, "turn" | "watch">,
): Decision {
  switch (action.act) {
    case "emergency":
      return emergency(
        { class: action.class, hotlines: numbersOf[action.class], strength: "alert" },
        texts.classNames[action.class],
        "no",
        facts,
      );
    case "in-danger":
      return afterUrgentButton();
    case "want-to-talk":
      return {
        state: atMenu,
        effects: [
          { do: "alert", class: "self_harm", words: texts.classNames.self_harm },
          notice(texts.talk, [button("inDanger"), button("human")], ["110", "12356"]),
        ],
      };
    case "am-safe":
      return { state: atMenu, effects: [notice(texts.safe)] };
    case "false-alarm":
      return { state: atMenu, effects: [notice(texts.falseAlarm)] };
    default:
      return action satisfies never;
  }
}
