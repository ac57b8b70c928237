import { writeFileSync } from "node:fs";
import { outcomes, urgentColumn, violenceColumn } from "../src/understanding/dispute/labels.ts";
import { learn, type Example } from "../src/understanding/dispute/learn.ts";
import { modelFrom } from "../src/understanding/dispute/model.ts";
import { keep } from "../src/understanding/learning/model.ts";
import { disputeExamples } from "./dispute-lines.ts";

/** Learns to read disputes from knowledge/examples: `npm run train:dispute`. */
const target = "knowledge/models/dispute.json";
const folds = 4;
const tried = [0.7, 0.85, 1, 1.2, 1.4, 1.7, 2, 2.4];

const examples = disputeExamples();
const { sharpness, told } = sharpnessFor(examples);
writeFileSync(target, `${JSON.stringify(keep(learn(examples), sharpness))}\n`);
console.log(`${target}: ${examples.length} examples, sharpness ${sharpness}, held out: ${told}`);

/** Found on examples that a model has not learnt from: how sharp its chances must be to be honest. */
function sharpnessFor(all: Example[]): { sharpness: number; told: string } {
  const losses = tried.map(() => 0);
  const right = { type: 0, any: 0, violence: 0, urgent: 0 };
  let many = 0;
  let disputes = 0;
  for (let fold = 0; fold < folds; fold++) {
    const learnt = learn(all.filter((_it, i) => i % folds !== fold));
    const models = tried.map((each) => modelFrom(keep(learnt, each)));
    for (const { text, type, violence = false, urgent = false, weight } of all.filter(
      (_it, i) => i % folds === fold,
    )) {
      if (weight !== undefined || type === undefined || type === "some") continue;
      many += 1;
      for (const [at, model] of models.entries()) {
        const chances = model(text);
        losses[at]! -= Math.log(Math.max(1e-6, chances[outcomes.indexOf(type)]!));
        if (tried[at] !== 1) continue;
        const best = bestOf(chances);
        if (best === type) right.type += 1;
        if ((best === null) === (type === null)) right.any += 1;
        if (type === null) continue;
        disputes += 1;
        if (chances[violenceColumn]! > 0.5 === violence) right.violence += 1;
        if (chances[urgentColumn]! > 0.5 === urgent) right.urgent += 1;
      }
    }
  }
  const share = (some: number, of: number): string => `${((100 * some) / of).toFixed(1)} %`;
  return {
    sharpness: tried[losses.indexOf(Math.min(...losses))] ?? 1,
    told: `type ${share(right.type, many)}, dispute or none ${share(right.any, many)}, violence ${share(right.violence, disputes)}, urgency ${share(right.urgent, disputes)}`,
  };
}

function bestOf(chances: Float64Array): (typeof outcomes)[number] {
  let best = 0;
  for (let i = 1; i < outcomes.length; i++) if (chances[i]! > chances[best]!) best = i;
  return outcomes[best]!;
}
