/** Those who work here; villagers need no account. */
export const roles = [
  "officer",
  "chief",
  "admin",
  "cadre",
  "mediator",
  "safety-rep",
  "grid-worker",
  "auditor",
] as const;
export type Role = (typeof roles)[number];

/** Somebody who joined by an invitation. */
export interface Staff {
  id: string;
  role: Role;
  /** As villagers know them, unique at a station: the roster names people so. */
  name: string;
  /** Villages in their care; empty = none in particular. */
  villages: string[];
}

/** An invitation that can still be used. */
export interface Invite {
  id: string;
  role: Role;
  name: string;
  villages: string[];
}
