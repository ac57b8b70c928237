import kept from "../../../knowledge/models/dispute.json" with { type: "json" };
import type { Reading } from "../../domain/reading.ts";
import type { DisputeType } from "../../domain/sets.ts";
import { outcomes, urgentColumn, violenceColumn } from "./labels.ts";
import { modelFrom } from "./model.ts";

const chancesIn = modelFrom(kept);

/**
 * From this chance on a message is taken to tell of a quarrel: by its words alone, also while the law
 * is asked; where its intent says so too, which was learnt from other lines; where its intent says
 * something else. Set on lines that were not learnt from.
 */
const told = { alone: 0.4, agreed: 0.28, otherwise: 0.5 };
/** So sure must the intent be. */
const sureIntent = 0.6;
/** The same for force or a threat, and for what cannot wait. */
const violent = 0.5;
/** A crash hurts people too: nobody hit them. */
const violentOnTheRoad = 0.65;
const urgent = 0.5;

/** Words of a marriage, or of one who hits again and again with nobody else named. */
const marriage = /前夫|前妻|抚养费|彩礼|婆婆|公公|婆家|儿媳|女婿|姑爷|两口子/u;
const hitsAgain = /(?:他|她)(?:又|老|总|天天|一喝(?:酒|多)就?)(?:打|揍|踹|掐)(?:我|孩子)/u;
const outsider = /邻居|隔壁|对门|[东西前后]院|同村|同学|老板/u;

function ofFamily(text: string): boolean {
  return !outsider.test(text) && (marriage.test(text) || hitsAgain.test(text));
}

/** How likely a message tells of a dispute of one's own (0 … 1), which one, and how. */
export interface DisputeChances {
  any: number;
  type: DisputeType;
  violence: number;
  urgency: number;
}

export function disputeChances(text: string): DisputeChances {
  const chances = chancesIn(text);
  let type: DisputeType = "neighbour";
  for (const [at, outcome] of outcomes.entries())
    if (outcome !== null && chances[at]! > chances[outcomes.indexOf(type)]!) type = outcome;
  return {
    any: 1 - chances[0]!,
    type: type === "neighbour" && ofFamily(text) ? "family" : type,
    violence: chances[violenceColumn]!,
    urgency: chances[urgentColumn]!,
  };
}

/**
 * The dispute of a person's own that a message tells of, also while advice is asked or danger told;
 * null for the law in general, papers, hearsay, what is settled. Pure; never throws.
 * @param wish what was read of the same words, if it was
 */
export function readDispute(
  text: string,
  wish?: Pick<Reading, "intent" | "confidence">,
): Reading["dispute"] {
  const dispute = disputeChances(text);
  return dispute.any < enoughFor(wish) ? null : plain(dispute);
}

/** What kind of dispute it is, where it is known from elsewhere that it is one. */
export function likeliestDispute(text: string): NonNullable<Reading["dispute"]> {
  return plain(disputeChances(text));
}

function enoughFor(wish: Pick<Reading, "intent" | "confidence"> | undefined): number {
  if (wish === undefined || wish.intent === "ask_legal") return told.alone;
  const agreed = wish.intent === "dispute" && wish.confidence >= sureIntent;
  return agreed ? told.agreed : told.otherwise;
}

function plain({ type, violence, urgency }: DisputeChances): NonNullable<Reading["dispute"]> {
  return {
    type,
    violence: violence >= (type === "traffic" ? violentOnTheRoad : violent),
    urgency: urgency >= urgent ? "urgent" : "normal",
  };
}
