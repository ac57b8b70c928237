import type { Action } from "../domain/action.ts";
import { atMenu, type State } from "../domain/conversation.ts";
import type { CardShown, Decision, Effect, Facts } from "../domain/flow.ts";
import type { Hotline } from "../domain/hotlines.ts";
import type { Choice, Reply } from "../domain/message.ts";
import type { EmergencyReading } from "../domain/reading.ts";
import { emergencyClasses, type EmergencyClass } from "../domain/sets.ts";
import { cards, emergencyTexts as texts } from "../texts/zh-cn/emergency.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { button, notice } from "./reply.ts";
import { goOn } from "./resume.ts";
import { behindSheet, underWay, withDanger } from "./under-way.ts";
import { toldAgain } from "./whereabouts.ts";

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

/** Said before anything else, in any state of any flow. What was under way goes on afterwards. */
export function emergency(
  state: State,
  reading: EmergencyReading,
  words: string,
  shown: CardShown,
  { turn, watch, raised }: Pick<Facts, "turn" | "watch" | "raised">,
): Decision {
  if (reading.strength === "unclear") {
    const card: Effect[] = shown === "no" ? [{ do: "reply", reply: safetyCard(reading) }] : [];
    return {
      state: { flow: "emergency", v: 2, at: "which", pending: underWay(state) },
      effects: card,
    };
  }
  const pending = withDanger(underWay(state), reading.class, words);
  const alerted = reading.strength === "alert";
  const where = asksWhere[reading.class];
  const after = [
    ...(alerted ? [talkTexts.alarmWatch(watch)] : []),
    ...(where ? [texts.where] : []),
  ];
  const effects: Effect[] = [];
  if (shown === "no") effects.push({ do: "reply", reply: safetyCard(reading, after) });
  else if (shown === "card" && after.length > 0) effects.push(notice(after.join("\n\n")));
  if (alerted && raised !== null) effects.push(...toldAgain(words, raised));
  else if (alerted) effects.push({ do: "alert", class: reading.class, words });
  const alert = raised?.alert ?? (alerted ? turn : null);
  return {
    state: where
      ? { flow: "emergency", v: 2, at: "where", class: reading.class, alert, pending }
      : (pending ?? atMenu),
    effects,
  };
}

/** Danger in words that are not the villager's own: the card is shown, and nobody is asked or called. */
export function cardAlone(reading: EmergencyReading, shown: CardShown): Effect[] {
  return shown === "no" ? [{ do: "reply", reply: safetyCard(reading) }] : [];
}

export function afterUrgentButton(state: State): Decision {
  const choices = emergencyClasses.map((name): Choice => ({
    label: texts.classNames[name],
    action: { act: "emergency", class: name },
  }));
  return {
    state: { flow: "emergency", v: 2, at: "which", pending: underWay(state) },
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

export function afterEmergencyButton(state: State, action: EmergencyAct, facts: Facts): Decision {
  switch (action.act) {
    case "emergency":
      return emergency(
        state,
        { class: action.class, hotlines: numbersOf[action.class], strength: "alert" },
        texts.classNames[action.class],
        "no",
        facts,
      );
    case "in-danger":
      return afterUrgentButton(state);
    case "want-to-talk":
      return {
        state: underWay(state) ?? atMenu,
        effects: [
          { do: "alert", class: "self_harm", words: texts.classNames.self_harm },
          notice(texts.talk, [button("inDanger"), button("human")], ["110", "12356"]),
        ],
      };
    case "am-safe":
      return goOn(underWay(state), [notice(texts.safe)], facts);
    case "false-alarm":
      // No force was used after all: the draft stays what it was.
      return goOn(
        state.flow === "emergency" ? state.pending : behindSheet(underWay(state)),
        [notice(texts.falseAlarm)],
        facts,
      );
    default:
      return action satisfies never;
  }
}
