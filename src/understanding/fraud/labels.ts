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

/** Is it a scam at all: one column. */
export const scamGroups = [1] as const;
/** Of a scam: who speaks, its category, its level. */
export const kindGroups = [
  voiceOutcomes.length,
  categoryOutcomes.length,
  levelOutcomes.length,
] as const;
export const categoryColumn = voiceOutcomes.length;
export const levelColumn = voiceOutcomes.length + categoryOutcomes.length;
