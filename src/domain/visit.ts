import type { Matter } from "./matter.ts";

/** What is asked of somebody for whom we are to come to the house; few, and each can be passed over. */
export type VisitAsk = "who" | "service" | "why" | "where" | "when";

/** When we come. */
export interface VisitDay {
  /** Format: YYYY-MM-DD, in the station's zone. */
  date: string;
  period: "am" | "pm" | null;
  /** Format: HH:MM. */
  time: string | null;
}

/** A visit as far as it was told: what is needed to go there, and not the person's own tale. */
export interface VisitDraft {
  /** What the person is to whoever asks. */
  who: string | null;
  service: string | null;
  why: string | null;
  where: string | null;
  /** When somebody is at home, in words; `day` where they name one. */
  when: string | null;
  day: VisitDay | null;
  /** What was put right at the end and fits nowhere else. */
  more: string | null;
  phone: string | null;
  /** Asked already, answered or not. */
  asked: VisitAsk[];
}

export type VisitState =
  | { flow: "visit"; v: 1; at: "asking"; ask: VisitAsk; draft: VisitDraft }
  | { flow: "visit"; v: 1; at: "card"; draft: VisitDraft }
  /** The day that we named does not suit them: they are to name another. */
  | { flow: "visit"; v: 1; at: "day"; matter: string; number: string };

export type VisitAction =
  /** `told`: what was said of it already. `more`: it goes with the one that is open. */
  | { act: "visit"; do: "begin"; told: string; more: boolean }
  | { act: "visit"; do: "answer"; ask: VisitAsk; value: string }
  | { act: "visit"; do: "skip"; ask: VisitAsk }
  | { act: "visit"; do: "save" | "change" | "keep" | "drop" };

/** What the villager says to the day that we named, or of the whole request. */
export interface VisitAnswer {
  act: "visit-answer";
  matter: string;
  say: "yes" | "other" | "cancel";
  day: VisitDay | null;
}

/** By one of us: we come on this day. Else as the words say; without words as they wished, where they named a day. */
export interface GoVisit {
  act: "go-visit";
  matter: string;
  day: VisitDay | null;
  words: string | null;
}

/** On this day both are reminded; null = no day is named any more. */
export interface VisitEffect {
  do: "plan-visit";
  matter: Pick<Matter, "id" | "dispute" | "danger" | "isPrivate" | "conversation">;
  day: VisitDay["date"] | null;
}

/** The entry of the knowledge base that says how people are served who cannot come. */
export const visitEntry = "id-card-home-visit";

/** In this order it is asked. */
export const visitAsks: readonly VisitAsk[] = ["who", "service", "why", "where", "when"];

export function nextVisitAsk(draft: VisitDraft): VisitAsk | null {
  return visitAsks.find((ask) => draft[ask] === null && !draft.asked.includes(ask)) ?? null;
}
