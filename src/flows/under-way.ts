import type { Resumable, State } from "../domain/conversation.ts";
import type { EmergencyClass } from "../domain/sets.ts";

/** What goes on once a danger is dealt with; null = nothing was under way. */
export function underWay(state: State): Resumable | null {
  switch (state.flow) {
    case "dispute":
    case "hazard":
    case "visit":
    case "report":
      return state;
    case "book":
      return "draft" in state ? state : null;
    case "human":
      return state.at === "phone" ? state : null;
    case "ask":
      return state.at === "choosing" ? state : null;
    case "emergency":
      return state.at === "where" && state.class === "violence"
        ? asPrivate(state.pending)
        : state.pending;
    case "stop-payment":
      return state.at === "whole" ? null : state;
    case "menu":
    case "check":
    case "desk":
      return null;
    default:
      return state satisfies never;
  }
}

/** What waits behind a sheet: the sheet itself is begun or gone on with. */
export function behindSheet(pending: Resumable | null): Resumable | null {
  return pending?.flow === "stop-payment" ? pending.pending : pending;
}

/** The words of the danger belong to the tale that they interrupt, where those who read it may read them. */
export function withDanger(
  pending: Resumable | null,
  danger: EmergencyClass,
  words: string,
): Resumable | null {
  if (pending === null || danger === "self_harm") return pending;
  if (pending.flow === "dispute" && pending.at !== "place")
    return { ...pending, draft: { ...pending.draft, told: [...pending.draft.told, words] } };
  if (pending.flow === "hazard" && danger !== "violence")
    return { ...pending, draft: { ...pending.draft, told: [...pending.draft.told, words] } };
  return pending;
}

/** A number for a call back that stands among words of danger is a number all the same. */
export function withPhone(state: State, phone: string | undefined): State {
  if (phone === undefined) return state;
  if (state.flow === "dispute" && state.at !== "place")
    return { ...state, draft: { ...state.draft, phone } };
  if (state.flow === "hazard") return { ...state, draft: { ...state.draft, phone } };
  if (state.flow === "visit" && state.at !== "day")
    return { ...state, draft: { ...state.draft, phone } };
  return state;
}

/** Force was used: only the police see it, nobody is asked to meet halfway, and the card has asked about danger. */
function asPrivate(pending: Resumable | null): Resumable | null {
  if (pending === null || pending.flow !== "dispute" || pending.at === "place") return pending;
  const { draft } = pending;
  const asked = draft.asked.includes("danger") ? draft.asked : [...draft.asked, "danger" as const];
  const wants = draft.wants === "mediation" ? null : draft.wants;
  return { ...pending, draft: { ...draft, violence: true, wants, asked } };
}

/** A button of what a danger interrupted goes on with it. */
export function openIn(state: State): State {
  return state.flow === "emergency" ? (underWay(state) ?? state) : state;
}
