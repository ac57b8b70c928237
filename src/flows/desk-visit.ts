import { isWorkday, type Calendar } from "../domain/calendar.ts";
import type { State } from "../domain/conversation.ts";
import type { Desk } from "../domain/desk.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import { isWaiting } from "../domain/matter.ts";
import type { Choice } from "../domain/message.ts";
import { weekdayOf } from "../domain/openings.ts";
import { may } from "../domain/rights.ts";
import { dateOf, day as oneDay } from "../domain/station-time.ts";
import type { GoVisit } from "../domain/visit.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { visitTexts as texts } from "../texts/zh-cn/home-visit.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { goingIn, visitDayIn } from "../understanding/home-visit.ts";
import { showable } from "./bare.ts";
import { nextSteps } from "./desk-reply.ts";
import { heard, leaving, step, talking, toVillager } from "./desk-step.ts";
import { going, wishedDay } from "./visit-buttons.ts";

/** So many days are offered on buttons, of so many looked at. */
const offeredDays = 3;
const lookedAt = 12;

/** 行 12月3号上午, typed to whoever asked for a visit: the day on which we come. Null: words like any other. */
export function goingWords(state: State, event: Event, facts: Facts, desk: Desk): Decision | null {
  const { about } = desk;
  if (event.on !== "said" || about?.it.kind !== "visit" || event.edited) return null;
  const words = goingIn(event.text);
  const day = words === null ? null : visitDayIn(words, facts.now, facts.calendar);
  if (day === null || !may(desk.me.role, "run-seats")) return null;
  return goVisit(state, about, { day, words: null }, facts, desk);
}

/** One of us says on which day we come: the villager hears it, and both are reminded. */
export function goVisit(
  state: State,
  about: NonNullable<Desk["about"]>,
  { day: named, words }: Pick<GoVisit, "day" | "words">,
  facts: Facts,
  desk: Desk,
): Decision {
  const { it: matter } = about;
  const { number } = matter;
  if (matter.kind !== "visit") return { state, effects: [heard(texts.desk.notVisit(number))] };
  const told =
    words === null
      ? wishedDay(about.words, facts.now)
      : visitDayIn(words, facts.now, facts.calendar);
  const day = named ?? told;
  if (day === null) return askDay(state, about, facts);
  if (day.date < dateOf(facts.now)) return askDay(state, about, facts, [texts.desk.past]);
  const isNew = isWaiting(matter);
  const stepped = step(matter, { do: isNew ? "take" : "speak", by: desk.me }, facts, desk);
  if (!stepped.ok) return { state, effects: [stepped.told] };
  const { id } = matter;
  const choices: Choice[] = [
    { label: texts.yes, action: { act: "visit-answer", matter: id, say: "yes", day } },
    { label: texts.other, action: { act: "visit-answer", matter: id, say: "other", day } },
    { label: texts.cancel, action: { act: "visit-answer", matter: id, say: "cancel", day } },
  ];
  const said = [
    ...(isNew ? [talkTexts.taken(desk.me.name, number)] : []),
    texts.dayNamed(desk.me.name, number, day),
  ];
  const text = [
    ...(isNew ? [deskTexts.taken(showable(about, facts))] : []),
    texts.desk.named(number, day),
  ];
  return {
    state: talking(matter, facts),
    effects: [
      stepped.save,
      { do: "keep-note", matter: id, person: desk.me.id, text: texts.desk.kept(day) },
      { do: "plan-visit", matter, day: day.date },
      heard(text.join("\n"), nextSteps(stepped.save.matter, desk)),
      ...toVillager(matter, said.join("\n\n"), [...choices, ...(isNew ? leaving : [])]),
    ],
  };
}

function askDay(
  state: State,
  { it: matter, words }: NonNullable<Desk["about"]>,
  { now, calendar }: Facts,
  before: string[] = [],
): Decision {
  const wished = wishedDay(words, now);
  const others = nextDays(now, calendar)
    .filter((date) => date !== wished?.date)
    .map((date) => ({ date, period: "am" as const, time: null }));
  const days = [...(wished === null ? [] : [wished]), ...others].map((each) => going(matter, each));
  return { state, effects: [heard([...before, texts.desk.ask(matter.number)].join("\n"), days)] };
}

/** The next days on which the station works, as far as known. */
function nextDays(now: number, calendar: Calendar): string[] {
  const days = Array.from({ length: lookedAt }, (_, i) => dateOf(now + (i + 1) * oneDay));
  return days
    .filter((date) => isWorkday(date, calendar) ?? weekdayOf(date) <= 5)
    .slice(0, offeredDays);
}
