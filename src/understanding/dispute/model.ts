import { modelFrom as modelOfGroups, type KeptModel } from "../learning/model.ts";
import { featuresOf } from "./features.ts";
import { groups } from "./labels.ts";

/** The chance of each column for a text. */
export type Model = (text: string) => Float64Array;

/** Throws if the file is torn or was made for other columns. */
export function modelFrom(kept: KeptModel): Model {
  const model = modelOfGroups(
    kept,
    groups,
    "knowledge/models/dispute.json does not fit: run `npm run train:dispute`.",
  );
  return (text) => model.chances(featuresOf(text));
}
