import { atMenu, type State } from "../domain/conversation.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import { advance, type Matter } from "../domain/matter.ts";
import type { Choice } from "../domain/message.ts";
import type { VisitAnswer, VisitState } from "../domain/visit.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { visitTexts as texts } from "../texts/zh-cn/home-visit.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { isAside, stopsIn } from "../understanding/dispute/manner.ts";
import { dayAnswerIn, visitDayIn } from "../understanding/home-visit.ts";
import { toStaff } from "./desk-reply.ts";
import type { Said } from "./dispute.ts";
import { button, notice } from "./reply.ts";
import { going, naming } from "./visit-buttons.ts";

/** The visit that this person asked for and that is not over. */
export function openVisit({ visits = [] }: Facts): Matter | undefined {
  return visits[0];
}

/** A button under the day that we named, or under the request. */
export function visitAnswer(state: State, action: VisitAnswer, facts: Facts): Decision {
  const own = facts.visits?.find(({ id }) => id === action.matter);
  if (!own) return { state, effects: [notice(talkTexts.notYours)] };
  return answeredDay(state, own, action, facts);
}

/** 行 · 换一天 · 不用来了, typed while nothing else is under way; null: none of them. */
export function visitSaid(state: State, text: string, facts: Facts): Decision | null {
  const own = openVisit(facts);
  if (!own || (state.flow !== "menu" && state.flow !== "ask")) return null;
  const say = dayAnswerIn(text);
  // Before somebody has it no day was named, and 行 is said to something else.
  if (say === null || (own.owner === null && say !== "cancel")) return null;
  return answeredDay(state, own, { say, day: null }, facts);
}

/** What the talk's own words mean for the visit; the one they talk with reads them all the same. */
export function visitInTalk(text: string, { matter }: NonNullable<Facts["talk"]>): Effect[] {
  if (matter.kind !== "visit") return [];
  const say = dayAnswerIn(text);
  if (say === "yes") return [added(matter, texts.noted.yes(null))];
  if (say !== "other" && say !== "cancel") return [];
  const words = say === "other" ? texts.noted.other(null) : texts.noted.cancel;
  return [added(matter, words), { do: "plan-visit", matter, day: null }];
}

function answeredDay(
  state: State,
  own: Matter,
  { say, day }: Pick<VisitAnswer, "say" | "day">,
  facts: Facts,
): Decision {
  const { number } = own;
  const noDay: Effect = { do: "plan-visit", matter: own, day: null };
  switch (say) {
    case "yes":
      return {
        state,
        effects: [
          added(own, texts.noted.yes(day)),
          ...tellOwner(own, texts.desk.yes(number, day)),
          notice(texts.agreed(number, day)),
        ],
      };
    case "other": {
      // In a talk what they say next goes to the one they talk with.
      const isTalk = facts.talk?.matter.id === own.id;
      return {
        state: isTalk ? state : { flow: "visit", v: 1, at: "day", matter: own.id, number },
        effects: [
          added(own, texts.noted.other(day)),
          noDay,
          ...tellOwner(own, texts.desk.other(number, day), undefined, [naming(own)]),
          notice(texts.askOther, isTalk ? [] : [button("back")]),
        ],
      };
    }
    case "cancel": {
      const advanced = advance(own, { do: "withdraw" }, facts.now);
      if (!advanced.ok) return { state, effects: [notice(talkTexts.notYours)] };
      return {
        state: atMenu,
        effects: [
          added(own, texts.noted.cancel),
          noDay,
          { do: "save-matter", matter: advanced.matter, act: "withdraw", actor: "villager" },
          ...tellOwner(own, texts.desk.cancelled(number)),
          notice(texts.cancelled(number)),
        ],
      };
    }
    default:
      return say satisfies never;
  }
}

/** When somebody is at home instead; null: something else is asked, and this waits. */
export function otherDay(
  { matter, number }: Extract<VisitState, { at: "day" }>,
  { text, reading }: Said,
  facts: Facts,
): Decision | null {
  const own = facts.visits?.find(({ id }) => id === matter);
  if (!own) return { state: atMenu, effects: [notice(talkTexts.notYours)] };
  if (dayAnswerIn(text) === "cancel")
    return answeredDay(atMenu, own, { say: "cancel", day: null }, facts);
  if (stopsIn(text)) return { state: atMenu, effects: [notice(texts.otherLater(number))] };
  const day = visitDayIn(text, facts.now, facts.calendar);
  if (day === null && isAside(text, reading)) return null;
  const words = texts.noted.when(text.slice(0, longestWords), day);
  return {
    state: atMenu,
    effects: [
      added(own, words),
      ...tellOwner(own, texts.desk.when(number, text), texts.desk.whenBare(number), [
        going(own, day),
        naming(own),
      ]),
      notice(texts.otherNoted(number)),
    ],
  };
}

/** Unit: UTF-16 code units. */
const longestWords = 60;

const added = ({ id }: Matter, words: string): Effect => ({
  do: "add-to-matter",
  matter: id,
  words,
});

/** Whoever has it hears it; where nobody has, it stands in the request. `bare`: where Telegram must not carry the words. */
export function tellOwner(
  { id, owner }: Matter,
  text: string,
  bare = text,
  choices: Choice[] = [],
): Effect[] {
  if (owner === null) return [];
  const all: Choice[] = [
    ...choices,
    { label: deskTexts.buttons.pick, action: { act: "pick", matter: id } },
  ];
  return [
    { do: "tell", to: { person: owner }, reply: toStaff(text, all), bare: toStaff(bare, all) },
  ];
}
