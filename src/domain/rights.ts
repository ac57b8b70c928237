import type { Matter } from "./matter.ts";
import type { Role, Staff } from "./people.ts";

/** What somebody may do at a station. `private` matters are those of violence and of children. */
export const acts = [
  "be-called",
  "see-matters",
  "see-private",
  "take",
  "reply",
  "note",
  "unmask",
  "pass-on",
  "mediate",
  "close",
  "reopen",
  "show-after",
  "see-others",
  "see-figures",
  "see-warnings",
  "import-warnings",
  "see-candidates",
  "see-seats",
  "run-seats",
  "see-roster",
  "invite",
  "revoke",
  "read-trail",
] as const;
export type Act = (typeof acts)[number];

const police: Act[] = [
  "be-called",
  "see-matters",
  "see-private",
  "take",
  "reply",
  "note",
  "unmask",
  "pass-on",
  "mediate",
  "close",
  "reopen",
  "show-after",
  "see-others",
  "see-figures",
  "see-warnings",
  "import-warnings",
  "see-seats",
  "run-seats",
  "see-roster",
];

/** Whoever is not named here may not: a new act is nobody's until it is given to somebody. */
const allowed: Record<Role, readonly Act[]> = {
  officer: police,
  chief: [...police, "see-candidates", "invite", "revoke", "read-trail"],
  admin: ["see-figures", "see-candidates", "see-roster", "invite", "revoke"],
  cadre: [
    "see-matters",
    "take",
    "reply",
    "note",
    "pass-on",
    "mediate",
    "close",
    "show-after",
    "see-roster",
  ],
  mediator: ["see-matters", "take", "reply", "note", "mediate", "see-roster"],
  "safety-rep": ["see-roster"],
  "grid-worker": ["see-roster"],
  auditor: ["see-figures", "see-roster", "read-trail"],
};

export function may(role: Role, act: Act): boolean {
  return allowed[role].includes(act);
}

/** A villager's number is for whoever has the matter, and for nobody else. */
export function mayUnmask({ id, role }: Staff, { owner, isPrivate }: Owned): boolean {
  return owner === id && may(role, "unmask") && (!isPrivate || may(role, "see-private"));
}

type Owned = Pick<Matter, "owner" | "isPrivate">;

/**
 * Police and village deal with a hazard together: whoever has it, any of the police, and the cadres of
 * its village may show how it looks afterwards.
 */
export function mayShowAfter({ id, role, villages }: Staff, matter: Hazard): boolean {
  const { kind, owner, village, isPrivate } = matter;
  if (kind !== "hazard" || isPrivate || !may(role, "show-after")) return false;
  const isOurs = village !== null && villages.includes(village);
  return owner === id || may(role, "see-others") || isOurs;
}

type Hazard = Pick<Matter, "kind" | "owner" | "village" | "isPrivate">;
