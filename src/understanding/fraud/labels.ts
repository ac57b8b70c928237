import { fraudVoices } from "../../domain/fraud.ts";
import { fraudCategories, type FraudLevel } from "../../domain/sets.ts";

export const voiceOutcomes = fraudVoices;
/** Null: none that fits. */
export const categoryOutcomes = [null, ...fraudCategories] as const;
export const levelOutcomes = [
  "低危",
  "中危",
  "高危",
  "紧急",
] as const satisfies readonly FraudLevel[];

/** Is it a scam at all: as all examples say, and as those say that were written for this. */
export const scamColumns = 2;
/** Of a scam: who speaks, its category. */
export const categoryColumn = voiceOutcomes.length;
export const kindColumns = categoryColumn + categoryOutcomes.length;
/** Of a scam: its level, one of them. */
export const levelGroups = [levelOutcomes.length];
