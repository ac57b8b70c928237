import type { Action } from "../domain/action.ts";
import type { BookDraft, BookState } from "../domain/booking.ts";
import { atMenu } from "../domain/conversation.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import { bookTexts as texts } from "../texts/zh-cn/book.ts";
import { askOn, askService } from "./book-ask.ts";
import { noWish } from "./book-draft.ts";
import { oneBack } from "./book-papers.ts";
import { notice } from "./reply.ts";

/**
 * 返回: one question back, and nothing of what was told is lost; from the first one out. 算了 ends
 * it; 不用了 leaves out what was asked, where that may be left out.
 */
export function bookBack(
  state: BookState,
  { ends }: Extract<Action, { act: "back" }>,
  facts: Facts,
): Decision {
  if (!("draft" in state)) return kept();
  const { draft } = state;
  if (state.at === "changing") return askOn(draft, facts);
  if (ends === "asked" && state.at === "name") return askOn({ ...draft, askedName: true }, facts);
  if (ends !== undefined) return draft.moves === null ? dropped() : kept();
  switch (state.at) {
    case "card":
      return draft.moves === null
        ? askOn({ ...draft, askedName: false }, facts)
        : askTimeAgain(draft, facts);
    case "name":
      return askTimeAgain(draft, facts);
    case "slot":
    case "papers": {
      if (draft.moves !== null) return kept();
      const before = oneBack(draft, facts);
      return before
        ? askOn(before, facts)
        : askService({ ...draft, service: null, slot: null }, facts);
    }
    case "service":
      return dropped();
    default:
      return state.at satisfies never;
  }
}

/** The times of the day that was chosen, else the next ones. */
function askTimeAgain(draft: BookDraft, facts: Facts): Decision {
  const date = draft.slot?.day ?? draft.wish.date;
  return askOn({ ...draft, slot: null, soonest: false, wish: { ...noWish, date } }, facts);
}

/** What they hold stays theirs. */
export function kept(): Decision {
  return { state: atMenu, effects: [notice(texts.kept)] };
}

export function dropped(): Decision {
  return { state: atMenu, effects: [notice(texts.dropped)] };
}
