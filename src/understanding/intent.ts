import type { Intent } from "../domain/sets.ts";
import kept from "../../knowledge/models/intent.json" with { type: "json" };
import { asides, chats, intentOf, labels, type Aside, type Chat } from "./intent/labels.ts";
import { modelFrom } from "./intent/model.ts";

const chancesIn = modelFrom(kept);

/** The chance of each intent (0 … 1); together they are 1. */
export function intentChances(text: string): ReadonlyMap<Intent, number> {
  const chances = chancesIn(text);
  const byIntent = new Map<Intent, number>();
  for (const [row, label] of labels.entries()) {
    const intent = intentOf(label);
    byIntent.set(intent, (byIntent.get(intent) ?? 0) + chances[row]!);
  }
  return byIntent;
}

/**
 * What a person wants, and how sure that is (0 … 1): about so often the intent is right. Never
 * `emergency`: that is triage's to say. Pure; never throws.
 */
export function readIntent(text: string): { intent: Intent; confidence: number } {
  const byIntent = intentChances(text);
  let best: { intent: Intent; confidence: number } = { intent: "unknown", confidence: 0 };
  for (const [intent, confidence] of byIntent)
    if (confidence > best.confidence) best = { intent, confidence };
  return best;
}

/** Why a message is not for the station to answer, or what kind of small talk it is. */
export interface OutOfScope {
  kind: Aside | Chat;
  /** How sure it is that the message is small talk or out of scope at all (0 … 1). */
  confidence: number;
}

/** The likeliest kind of small talk or of what is out of scope; null if the message is neither. */
export function readOutOfScope(text: string): OutOfScope | null {
  const chances = chancesIn(text);
  const chance = (label: (typeof labels)[number]): number => chances[labels.indexOf(label)] ?? 0;
  const kinds: [Aside | Chat, number][] = [
    ...chats.map((kind): [Chat, number] => [kind, chance(`smalltalk/${kind}`)]),
    ...asides.map((kind): [Aside, number] => [kind, chance(`unknown/${kind}`)]),
  ];
  const confidence = kinds.reduce((sum, [, each]) => sum + each, 0);
  const [first] = kinds.sort(([, a], [, b]) => b - a);
  return first && confidence > 0.5 ? { kind: first[0], confidence } : null;
}
