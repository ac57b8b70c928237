import type { State } from "../domain/conversation.ts";
import type { Decision } from "../domain/flow.ts";
import { covered } from "../understanding/warning/cover.ts";

/** A villager calls the verdict wrong: their words, as they were judged, are put by for the admin. */
export function calledWrong(state: State, decision: Decision): Decision {
  if (state.flow !== "check" || state.at !== "judged") return decision;
  const { words, finding } = state;
  return {
    ...decision,
    effects: [
      ...decision.effects,
      { do: "keep-candidate", text: covered(words), outcome: "villager-wrong", ...finding },
    ],
  };
}
