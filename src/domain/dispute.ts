import type { Level } from "./matter.ts";
import type { DisputeType } from "./sets.ts";

/** What can be asked about a dispute. `detail` is another question for each type. */
export type DisputeAsk = "danger" | "what" | "who" | "detail" | "where" | "since" | "wants";

/** What a person wants done about it. Where force was used nobody is offered mediation. */
export const disputeWants = ["advice", "mediation", "lawsuit", "police"] as const;
export type DisputeWant = (typeof disputeWants)[number];

/** A dispute as far as it was told. Of the other party only the relation is kept, never a name. */
export interface DisputeDraft {
  type: DisputeType;
  violence: boolean;
  /** It is going on now. */
  urgent: boolean;
  /** In the person's own words, masked, in the order told. */
  told: string[];
  who: string | null;
  detail: string | null;
  where: string | null;
  since: string | null;
  wants: DisputeWant | null;
  /** Somebody is in danger now; null = not asked yet. */
  danger: boolean | null;
  /** For a call back, if they gave one. */
  phone: string | null;
  /** Asked already, answered or not. */
  asked: DisputeAsk[];
}

export type DisputeState =
  | { flow: "dispute"; v: 1; at: "asking"; ask: DisputeAsk; draft: DisputeDraft }
  /** What will be written is on the screen. */
  | { flow: "dispute"; v: 1; at: "card"; draft: DisputeDraft }
  /** The person wants something on the card put right. */
  | { flow: "dispute"; v: 1; at: "changing"; draft: DisputeDraft }
  /** Written down at once because of danger; the only question is where. */
  | { flow: "dispute"; v: 1; at: "place"; matter: string };

export type DisputeAction =
  | { act: "dispute"; do: "begin"; told: string }
  | { act: "dispute"; do: "answer"; ask: DisputeAsk; value: string }
  | { act: "dispute"; do: "skip"; ask: DisputeAsk }
  | { act: "dispute"; do: "danger" | "save" | "change" | "drop" };

/** No more questions than this about one dispute. */
const mostAsks = 6;
/** A tale of fewer characters only names the matter. Unit: UTF-16 code units. */
const barely = 5;

export function draftOf(
  dispute: { type: DisputeType; violence: boolean; urgency: "urgent" | "normal" },
  told: string[],
  phone: string | null,
): DisputeDraft {
  const { type, violence, urgency } = dispute;
  const unknown = { who: null, detail: null, where: null, since: null, wants: null };
  const urgent = urgency === "urgent";
  return { type, violence, urgent, told, ...unknown, danger: null, phone, asked: [] };
}

/** What to ask next: never what was told or asked already; null when enough is known. */
export function nextAsk(draft: DisputeDraft): DisputeAsk | null {
  if (draft.asked.length >= mostAsks) return null;
  return order(draft).find((ask) => !draft.asked.includes(ask) && !isKnown(draft, ask)) ?? null;
}

function order({ violence, urgent, type }: DisputeDraft): DisputeAsk[] {
  if (violence)
    return ["danger", "where", "who", ...(type === "family" ? ["detail" as const] : []), "wants"];
  if (urgent) return ["what", "where", "who", "detail"];
  return ["what", "who", "detail", "where", "since", "wants"];
}

function isKnown(draft: DisputeDraft, ask: DisputeAsk): boolean {
  if (ask === "what") return draft.told.join("").length >= barely;
  return draft[ask] !== null;
}

/** How soon somebody must see it. */
export function levelOf({ danger, violence, urgent }: DisputeDraft): Level {
  if (danger === true) return "alarm";
  if (urgent) return "urgent";
  return violence ? "high" : "normal";
}
