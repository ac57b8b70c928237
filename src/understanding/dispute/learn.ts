import type { DisputeType } from "../../domain/sets.ts";
import { learn as learnGroups, type Learnt, type Target } from "../learning/learn.ts";
import { featuresOf } from "./features.ts";
import { groups, outcomes } from "./labels.ts";

export interface Example {
  text: string;
  /** Null: none; "some": one or another; undefined: not known, so that only the rest is learnt from it. */
  type: DisputeType | null | "some" | undefined;
  /** Undefined: not known. */
  violence?: boolean;
  urgent?: boolean;
  /** How much it counts; default 1. */
  weight?: number;
}

/** The same examples give the same numbers. */
export function learn(examples: readonly Example[]): Learnt {
  return learnGroups(
    examples.map((example) => ({
      features: featuresOf(example.text),
      targets: targetsOf(example),
      weight: example.weight ?? 1,
    })),
    groups,
  );
}

/** Who tells of no quarrel tells of no violence in it. */
function targetsOf({ type, violence, urgent }: Example): Target[] {
  const known = (is: boolean | undefined): Target =>
    type === null || is === undefined ? null : Number(is);
  return [typeTarget(type), known(violence), known(urgent)];
}

function typeTarget(type: Example["type"]): Target {
  if (type === undefined) return null;
  return type === "some" ? "not first" : outcomes.indexOf(type);
}
