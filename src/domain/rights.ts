import type { Role } from "./people.ts";

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
  "see-others",
  "see-figures",
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
  "see-others",
  "see-figures",
  "see-roster",
];

/** Whoever is not named here may not: a new act is nobody's until it is given to somebody. */
const allowed: Record<Role, readonly Act[]> = {
  officer: police,
  chief: [...police, "invite", "revoke", "read-trail"],
  admin: ["see-figures", "see-roster", "invite", "revoke"],
  cadre: ["see-matters", "take", "reply", "note", "pass-on", "mediate", "close", "see-roster"],
  mediator: ["see-matters", "take", "reply", "note", "mediate", "see-roster"],
  "safety-rep": ["see-roster"],
  "grid-worker": ["see-roster"],
  auditor: ["see-figures", "see-roster", "read-trail"],
};

export function may(role: Role, act: Act): boolean {
  return allowed[role].includes(act);
}
