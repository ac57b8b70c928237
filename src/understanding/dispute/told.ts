import type { DisputeDraft, DisputeWant } from "../../domain/dispute.ts";
import type { DisputeType } from "../../domain/sets.ts";
import { normalise } from "../normalise.ts";
import { detailIn } from "./detail.ts";
import { placeIn, sinceIn } from "./place-and-time.ts";
import { anyRoleIn, roleIn } from "./roles.ts";

export type Told = {
  [Side in "who" | "detail" | "where" | "since" | "wants"]?: DisputeDraft[Side] | undefined;
};

const wishes: [DisputeWant, RegExp][] = [
  ["mediation", /(?<!不(?:想|要|用|愿意?)?)(?:调解|说和|评评?理|断断|从中间|中间人|劝劝|调调)/u],
  ["lawsuit", /(?<!不(?:想|要)?)(?:起诉|打官司|上法院|法院告|告他|告她|仲裁)(?!谁|吗|不)/u],
  [
    "police",
    /报案|报警|立案|抓他|抓起来|拘留他|来人|来看看|你们(?:快)?来|派人来|出警|处理他|处罚/u,
  ],
  ["advice", /(?:先|就|想)?(?:问问|咨询|打听)|给(?:我)?(?:出个)?主意/u],
];

/** Whoever is named in so few characters is the other one. Unit: UTF-16 code units. */
const onlyRole = 6;

/** All that one message answers of what an intake asks, so that nothing told is asked again. */
export function toldIn(text: string, type: DisputeType, villages: readonly string[]): Told {
  const said = normalise(text);
  const found: Told = {};
  const who = roleIn(said, type) ?? (said.length <= onlyRole ? anyRoleIn(said) : null);
  if (who !== null) found.who = who;
  const where = placeIn(said, villages);
  if (where !== null) found.where = where;
  const since = sinceIn(said);
  if (since !== null) found.since = since;
  const wants = wishIn(said);
  if (wants !== null) found.wants = wants;
  const detail = detailIn(said, type);
  if (detail !== null) found.detail = detail;
  return found;
}

function wishIn(said: string): DisputeWant | null {
  return wishes.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}
