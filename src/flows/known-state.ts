import { atMenu, type State } from "../domain/conversation.ts";

/** A state that this version does not know goes back to the menu, and so does what waits behind it. */
export function knownState(state: State): State {
  if (state.flow === "emergency" && state.pending && knownState(state.pending) !== state.pending)
    return { ...state, pending: null };
  const known: Record<State["flow"], number> = {
    menu: 1,
    ask: 2,
    report: 1,
    human: 1,
    emergency: 2,
    desk: 1,
    dispute: 1,
    hazard: 1,
    visit: 1,
    "stop-payment": 1,
    check: 1,
    book: 1,
  };
  return known[state.flow] === state.v ? state : atMenu;
}
