import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Found } from "../domain/ports.ts";
import { conditionTexts as texts } from "../texts/zh-cn/ask-conditions.ts";
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
const lifeOfCard = new Set<string>([...Object.values(cardEntries), childCard, "id-card-validity"]);
/** Entries whose answer is another one for a person of another age. */
const adultOnly = new Set<string>([cardEntries.first]);

/** The entry that answers instead of the one at hand under these conditions; null if none is known. */
export function entryUnder(
  atHand: string,
  { fate, bedridden, otherProvince, age }: Conditions,
): string | null {
  if (lifeOfCard.has(atHand) || atHand === "id-card-offsite") {
    if (bedridden) return "id-card-home-visit";
    if (fate !== null) return cardEntries[fate];
    if (otherProvince) return "id-card-offsite";
    if (age !== null && age.to < 16 && adultOnly.has(atHand)) return childCard;
    if (age !== null && age.from >= 16 && atHand === childCard) return cardEntries.first;
  }
  if (otherProvince && /^hukou-move-(?!papers|between)/.test(atHand))
    return "hukou-move-between-provinces";
  return null;
}

/** First what the person's case points to, where the search puts it lower. */
export function promoted(results: Found[], { age, bedridden }: Conditions): Found[] {
  const [best] = results;
  if (!best || !(bedridden || age)) return results;
  const id = entryUnder(best.entry.id, { age, bedridden, fate: null, otherProvince: false });
  const meant = results.find(({ entry }) => entry.id === id);
  if (!meant) return results;
  const confidence = Math.max(meant.confidence, best.confidence);
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

/** Matters whose answer begins with what the age means. */
const byAge = new Set<string>([
  ...lifeOfCard,
  "id-card-long-term",
  "id-card-offsite",
  "id-card-old-return",
]);

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
