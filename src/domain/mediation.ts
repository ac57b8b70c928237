import type { Matter } from "./matter.ts";
import type { Staff } from "./people.ts";
import { may } from "./rights.ts";

/** How far somebody's mediating got: asked by the owner, accepted or refused by the parties, withdrawn. */
export const mediatorSteps = ["named", "accepted", "refused", "recused"] as const;
export type MediatorStep = (typeof mediatorSteps)[number];

export interface Mediator {
  /** A person's id. */
  person: string;
  step: MediatorStep;
}

/** Whether this person mediates, or is asked to. */
export function isActive({ step }: Mediator): boolean {
  return step === "named" || step === "accepted";
}

/** Whether somebody may be named for a dispute at this point. */
export function takesMediator({ kind, status, isPrivate }: Matter): boolean {
  return kind === "dispute" && status === "mediating" && !isPrivate;
}

/** The owner prints it, once the parties are brought together; also later, for their papers. */
export function mayPrintAgreement(
  { kind, status, isPrivate, owner }: Matter,
  person: string,
): boolean {
  const brought = status === "mediating" || status === "agreed" || status === "closed";
  return kind === "dispute" && brought && !isPrivate && owner === person;
}

/**
 * Who may be named: whoever has not been before. Somebody whom a party refused, or who stands
 * too near to one of them, is not asked again. Mediators come first.
 */
export function nameable(
  colleagues: readonly Staff[],
  mediators: readonly Mediator[],
  owner: string | null,
): Staff[] {
  const before = new Set(mediators.map(({ person }) => person));
  return colleagues
    .filter(({ id, role }) => id !== owner && may(role, "mediate") && !before.has(id))
    .toSorted((a, b) => Number(b.role === "mediator") - Number(a.role === "mediator"));
}
