import { intentOf, labels } from "./labels.ts";
import { learn, type Example } from "./learn.ts";
import { keep, modelFrom } from "./model.ts";

const folds = 5;
const tried = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.7, 2];

/**
 * How sharp a model's chances must be made to say how often it is right, found on examples that it
 * has not learnt from, and the share of those that it reads rightly.
 */
export function sharpnessFor(
  examples: readonly Example[],
  besides: readonly Example[],
): { sharpness: number; right: number } {
  const losses = tried.map(() => 0);
  let right = 0;
  for (let fold = 0; fold < folds; fold++) {
    const learnt = learn([...examples.filter((_it, i) => i % folds !== fold), ...besides]);
    const models = tried.map((sharpness) => modelFrom(keep(learnt, sharpness)));
    for (const { text, label } of examples.filter((_it, i) => i % folds === fold)) {
      const truth = intentOf(label);
      for (const [at, model] of models.entries()) {
        const chances = intentChances(model(text));
        losses[at]! -= Math.log(Math.max(1e-6, chances.get(truth) ?? 0));
        if (tried[at] === 1 && Math.max(...chances.values()) === chances.get(truth)) right++;
      }
    }
  }
  const sharpness = tried[losses.indexOf(Math.min(...losses))] ?? 1;
  return { sharpness, right: right / examples.length };
}

function intentChances(chances: Float64Array): Map<string, number> {
  const byIntent = new Map<string, number>();
  for (const [row, label] of labels.entries())
    byIntent.set(intentOf(label), (byIntent.get(intentOf(label)) ?? 0) + chances[row]!);
  return byIntent;
}
