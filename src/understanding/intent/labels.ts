import { intents, type Intent } from "../../domain/sets.ts";

/** Small talk is answered by its kind. */
export const chats = ["greeting", "thanks", "bye", "chat"] as const;
export type Chat = (typeof chats)[number];

/** What is not for the station to answer, by why. */
export const asides = [
  "other_people_data",
  "illegal_request",
  "insult",
  "opinion",
  "medicine",
  "crops",
  "other_domain",
  "reprogram",
] as const;
export type Aside = (typeof asides)[number];

/**
 * What the model tells apart: an intent or, where an intent is wide, a kind of it. Questions about
 * the station or a hotline have an answer, but no intent of their own; vague words have neither.
 */
export type Label = Intent | `smalltalk/${Chat}` | `unknown/${Aside | "station" | "vague"}`;

/** In the order of the model's rows. */
export const labels: readonly Label[] = [
  ...intents.filter((it) => it !== "smalltalk" && it !== "unknown" && it !== "emergency"),
  ...chats.map((it) => `smalltalk/${it}` as const),
  ...asides.map((it) => `unknown/${it}` as const),
  "unknown/station",
  "unknown/vague",
];

export function intentOf(label: Label): Intent {
  return label.split("/")[0] as Intent;
}
