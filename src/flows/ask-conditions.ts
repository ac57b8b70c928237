import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Found } from "../domain/ports.ts";
import type { Facet } from "../domain/sets.ts";
import { conditionTexts as texts } from "../texts/zh-cn/ask-conditions.ts";
import { asksNumber } from "../understanding/facet.ts";
import { isBareCardWish, type Conditions } from "../understanding/conditions.ts";
import { cardForSpan, validityLaw, type CardReason } from "./card-calculator.ts";

/** Entries on the life of an identity card, by what happened to it. */
const cardEntries = {
  first: "id-card-first",
  expired: "id-card-renew",
  lost: "id-card-replace",
  damaged: "id-card-damaged",
} as const;
const reasonOf: Partial<Record<string, CardReason>> = {
  [cardEntries.first]: "first",
  [cardEntries.expired]: "renew",
  [cardEntries.lost]: "replace",
  [cardEntries.damaged]: "damaged",
};
const childCard = "id-card-under16";
/** Stands for a wish of which the kind is not told yet. */
export const anyCard = "id-card-validity";
const lifeOfCard = new Set<string>([...Object.values(cardEntries), childCard, "id-card-validity"]);
/** Entries whose answer holds for children alone. */
const ofChildren = new Set<string>([childCard, "id-card-child-travel"]);
/** A talk about these is about somebody's card as well. */
const besidesCard = new Set(["id-card-offsite", "id-card-loss-report", "id-card-child-travel"]);
/** Entries whose answer is another one for a person of another age. */
const adultOnly = new Set<string>([cardEntries.first]);

/** A change of name, before and from eighteen on (《户口登记条例》第十八条). */
const names = { minor: "hukou-name-minor", adult: "hukou-name-adult" };

/** The entry that answers instead of the one at hand under these conditions; null if none is known. */
export function entryUnder(
  atHand: string,
  { fate, bedridden, urgent, otherProvince, age }: Conditions,
): string | null {
  if (lifeOfCard.has(atHand) || sidesOfCard.has(atHand) || besidesCard.has(atHand)) {
    if (bedridden) return "id-card-home-visit";
    if (urgent) return "id-card-temporary";
    if (fate !== null) return cardEntries[fate];
    if (otherProvince) return "id-card-offsite";
    if (age !== null && age.to < 16 && adultOnly.has(atHand)) return childCard;
    if (age !== null && age.from >= 16 && ofChildren.has(atHand)) return cardEntries.first;
  }
  if (age !== null && atHand === names.minor && age.from >= 18) return names.adult;
  if (age !== null && atHand === names.adult && age.to < 18) return names.minor;
  if (atHand.startsWith("residence-permit-") && fate !== null && fate !== "first")
    return fate === "expired" ? "residence-permit-missed" : "residence-permit-lost";
  if (otherProvince && /^hukou-move-(?!papers|between)/.test(atHand))
    return "hukou-move-between-provinces";
  return null;
}

/** How sure an entry is, at least, to which a condition points among others of its folder. */
const settled = 0.5;

/** First what the person's case points to, where the search puts it lower. */
export function promoted(results: Found[], { age, bedridden, otherProvince }: Conditions): Found[] {
  const [best] = results;
  if (!best || !(bedridden || age || otherProvince)) return results;
  const told = { age, bedridden, otherProvince, fate: null, urgent: false };
  const id = entryUnder(best.entry.id, told);
  const meant = results.find(({ entry }) => entry.id === id);
  if (!meant) return results;
  // What is doubtful among its like is settled by the condition.
  const alike = results.slice(0, 3).every(({ entry }) => entry.topic === best.entry.topic);
  const confidence = Math.max(meant.confidence, best.confidence, alike ? settled : 0);
  return [{ ...meant, confidence }, ...results.filter((it) => it !== meant)];
}

/** Sides of every card matter that have entries of their own: the matter at hand stays what it was. */
const sidesOfCard = new Set<string>([
  "id-card-validity",
  "id-card-time",
  "id-card-fees",
  "id-card-fee-waiver",
  "id-card-where",
  "id-card-online",
  "id-card-collect",
  "id-card-photo",
  "id-card-old-return",
  "id-card-household-book",
]);

/** Whether an entry only tells more about the one at hand. */
export function isSideOf(entry: string, atHand: string): boolean {
  return sidesOfCard.has(entry) && atHand.startsWith("id-card-") && !sidesOfCard.has(atHand);
}

/** Entries that tell of one side for a whole folder: where the matter at hand is silent, they speak. */
const sideEntries: [string, Partial<Record<Facet, string>>][] = [
  [
    "id-card-",
    { 费用: "id-card-fees", 时限: "id-card-time", 地点: "id-card-where", 网上办: "id-card-online" },
  ],
  ["hukou-", { 网上办: "hukou-online" }],
  [
    "residence-permit-",
    {
      材料: "residence-permit-papers",
      时限: "residence-permit-time",
      费用: "residence-permit-fee",
      谁去: "residence-permit-agent",
    },
  ],
  ["station-", { 地点: "station-address" }],
];

/** The entry on one side of all matters of this folder; null if there is none. */
export function sideEntryFor(
  atHand: string,
  [facet]: readonly Facet[],
  said: string,
): string | null {
  if (atHand.startsWith("station-") && asksNumber(said)) return "station-phone";
  if (facet === undefined) return null;
  const sides = sideEntries.find(([folder]) => atHand.startsWith(folder))?.[1];
  const entry = sides?.[facet] ?? null;
  return entry === atHand ? null : entry;
}

/** Matters whose answer begins with what the age means. */
const byAge = new Set<string>([
  ...lifeOfCard,
  "id-card-long-term",
  "id-card-offsite",
  "id-card-old-return",
]);

/** Whether the answer is another one for another age. */
export function turnsOnAge(entry: string): boolean {
  return byAge.has(entry);
}

/** An entry whose very subject is what an age means. */
export function isOnAge({ id }: KnowledgeEntry): boolean {
  return id === "id-card-validity";
}

/** What the age means for this matter, in one sentence, and the law; null if nothing. */
export function leadFor(
  entry: KnowledgeEntry,
  age: [number, number] | null,
): { text: string; law: typeof validityLaw } | null {
  if (age === null || !byAge.has(entry.id)) return null;
  const card = cardForSpan(age, reasonOf[entry.id] ?? null);
  const text = card === null ? texts.openAge(age) : texts.card(age, card);
  return { text, law: validityLaw };
}

/** The kinds of one wish, where the wish alone leaves open which entry answers. */
interface Way {
  entry: string;
  label: string;
}

const cardWays: Way[] = [
  { entry: cardEntries.first, label: texts.cardWays.first },
  { entry: cardEntries.expired, label: texts.cardWays.expired },
  { entry: cardEntries.lost, label: texts.cardWays.lost },
  { entry: cardEntries.damaged, label: texts.cardWays.damaged },
];

/** The ways to go on from a wish that leaves too much open; null for any other words. */
export function forkIn(said: string): Way[] | null {
  return isBareCardWish(said) ? cardWays : null;
}
