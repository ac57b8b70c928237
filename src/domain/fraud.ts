import type { FraudCategory, FraudLevel } from "./sets.ts";

/** Who speaks: a scam's own words pasted, a tale of one, a question, one who did not fall for it, one who did. */
export const fraudVoices = ["text", "tale", "question", "near-miss", "victim"] as const;
export type FraudVoice = (typeof fraudVoices)[number];

/**
 * Messages and calls that are what they say they are: a bank's code that asks for nothing, a courier
 * or a medical or school notice without a link or a payment, the police's 96110 calling, the ministry's
 * 12381 warning, money that comes back by the way that it went, the traffic police's and the railway's
 * own notices, a station that asks somebody to come in.
 */
export const genuineThings = [
  "bank-code",
  "bank-notice",
  "courier",
  "96110",
  "12381",
  "notice",
  "refund",
  "12123",
  "12306",
  "police-call",
] as const;
export type GenuineThing = (typeof genuineThings)[number];

/** A sign of fraud in a message: what it is called, the words that show it, why it is one. */
export interface FoundFlag {
  /** Short Chinese name. */
  name: string;
  /** As they stand in the normalised message. */
  words: string;
  /** One plain sentence. */
  reason: string;
  /** No pattern was found: the learnt model speaks, and the words are those that weigh most with it. */
  guessed?: boolean;
}

/**
 * What was found in a message that was checked for fraud. A verdict of fraud or suspicious has at
 * least one flag and a level; none has neither.
 */
export interface FraudFinding {
  verdict: "fraud" | "suspicious" | "none";
  level: FraudLevel | null;
  category: FraudCategory | null;
  voice: FraudVoice | "none";
  flags: FoundFlag[];
  genuine: GenuineThing | null;
}

/** A red flag as the station's file has it, with its pattern ready to be looked for. */
export interface RedFlag {
  id: string;
  name: string;
  /** 3: hardly ever seen outside a fraud; 2: likely one; 1: only together with others. */
  weight: 1 | 2 | 3;
  /** Null: any. */
  category: FraudCategory | null;
  reason: string;
  pattern: string;
}
