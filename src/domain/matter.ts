import { partedWithin, whyNotMerge } from "./merging.ts";
import type { Staff } from "./people.ts";
import type { DisputeType, EmergencyClass, MatterKind } from "./sets.ts";
import { day } from "./station-time.ts";

/** How soon somebody must answer: `alarm` = a danger that was read or pressed. */
export const levels = ["alarm", "urgent", "high", "normal"] as const;
export type Level = (typeof levels)[number];

/** Where a matter stands. `assigned`: somebody was called for it; nobody has taken it. */
export const statuses = [
  "open",
  "assigned",
  "taken",
  "mediating",
  "agreed",
  "failed",
  "referred",
  "closed",
] as const;
export type Status = (typeof statuses)[number];

/** What a person handles (事项). What was said of it stands in the store, sealed. */
export interface Matter {
  id: string;
  /** Six digits that the villager is told. */
  number: string;
  kind: MatterKind;
  level: Level;
  /** The danger that it began with, if it began with one. */
  danger: EmergencyClass | null;
  dispute: DisputeType | null;
  village: string | null;
  /** Violence or a child: only the police see it. */
  isPrivate: boolean;
  /** The villager's conversation; null = they gave no name, and nobody can answer them. */
  conversation: string | null;
  status: Status;
  /** Who has it. */
  owner: string | null;
  /** Villager and owner are talking: the bot keeps silent. */
  talking: boolean;
  /** Unit of all times: ms since 1970. */
  openedAt: number;
  takenAt: number | null;
  closedAt: number | null;
  /** The latest word of the villager and of the owner. */
  heardAt: number;
  spokenAt: number | null;
  /** How often somebody was called for it, and when the clock looks at it next; null = no clock runs. */
  calls: number;
  dueAt: number | null;
  /** The matter that it goes on in: both tell of the same event. */
  mergedInto: string | null;
  /** Counts every change: whoever changes an older one has lost. */
  version: number;
}

export type Command =
  /** Somebody was called; the clock looks again at `dueAt`. */
  | { do: "call"; dueAt: number | null }
  | { do: "take"; by: Staff }
  | { do: "pass-on"; by: Staff }
  | { do: "mediate"; by: Staff }
  | { do: "agree"; by: Staff }
  | { do: "fail"; by: Staff }
  | { do: "refer"; by: Staff }
  /** By the clock, where it was settled or passed on long ago and nobody said more. */
  | { do: "close"; by: Staff | "clock" }
  /** It is the same event as another one, and goes on there. */
  | { do: "merge"; by: Staff; into: Matter }
  /** By the villager, or by one of us. */
  | { do: "reopen"; by: Staff | "villager" }
  /** By the villager who asked for it: it is not needed any more. */
  | { do: "withdraw" }
  | { do: "hear" }
  | { do: "speak"; by: Staff }
  /** Nobody has said anything for long, or the villager is done talking: the bot answers again. */
  | { do: "rest" }
  /** Whoever has it cannot be reached any more, or never answered: others are called for it. */
  | { do: "release" };

export type Refusal =
  "taken-by-other" | "not-yours" | "closed" | "not-now" | "nobody-there" | "not-alike";
export type Advanced = { ok: true; matter: Matter } | { ok: false; why: Refusal };

/** A talk in which nobody has said anything for so long is over. Unit: ms. */
export const idleAfter = 2 * 3_600_000;

/** So long after its last step a matter that was settled, or passed to others, is closed by the clock. Unit: ms. */
export const closesAfter = 37 * day;

/** From where each step may be taken. */
const from: Record<
  Exclude<Command["do"], "hear" | "speak" | "rest" | "release" | "call" | "withdraw">,
  readonly Status[]
> = {
  take: ["open", "assigned"],
  "pass-on": ["taken", "mediating"],
  mediate: ["taken"],
  agree: ["mediating"],
  fail: ["mediating"],
  refer: ["taken", "mediating", "failed"],
  close: ["taken", "mediating", "agreed", "failed", "referred"],
  merge: ["taken", "mediating", "agreed", "failed", "referred"],
  reopen: ["agreed", "failed", "referred", "closed"],
};

const becomes = {
  mediate: "mediating",
  agree: "agreed",
  fail: "failed",
  refer: "referred",
} as const;

/**
 * One step in a matter's life: every rule of it is here. The clock (`dueAt`) runs from opening
 * until somebody takes it, during a talk until it has been silent for two hours, and from the last
 * step on until what was settled is closed.
 */
export function advance(matter: Matter, command: Command, at: number): Advanced {
  const next = (changes: Partial<Matter>): Advanced => ({
    ok: true,
    matter: { ...matter, ...changes, version: matter.version + 1 },
  });
  const mine = (by: Staff): boolean => matter.owner === by.id;
  switch (command.do) {
    case "call":
      return isWaiting(matter)
        ? next({ status: "assigned", calls: matter.calls + 1, dueAt: command.dueAt })
        : { ok: false, why: "not-now" };
    case "take":
      if (matter.status === "closed") return { ok: false, why: "closed" };
      if (matter.owner !== null)
        return { ok: false, why: mine(command.by) ? "not-now" : "taken-by-other" };
      return next({
        status: "taken",
        owner: command.by.id,
        ...(matter.conversation === null
          ? { talking: false, dueAt: null }
          : { talking: true, dueAt: at + idleAfter }),
        takenAt: at,
        spokenAt: at,
      });
    case "hear":
      return next({ heardAt: at, dueAt: matter.talking ? at + idleAfter : matter.dueAt });
    case "rest":
      return matter.talking
        ? next({ talking: false, dueAt: dueAtRest(matter.status, at) })
        : { ok: false, why: "not-now" };
    case "release":
      if (!from["pass-on"].includes(matter.status)) return { ok: false, why: "not-now" };
      return next({ status: "open", owner: null, talking: false, calls: 0, dueAt: at });
    case "withdraw":
      return matter.status === "closed" ? { ok: false, why: "closed" } : next(closed(at));
    case "reopen":
      if (!from.reopen.includes(matter.status) || isMergedForGood(matter, command.by, at))
        return { ok: false, why: "not-now" };
      return next({
        status: "open",
        owner: null,
        talking: false,
        closedAt: null,
        mergedInto: null,
        takenAt: null,
        calls: 0,
        dueAt: at,
      });
    case "speak":
      if (matter.status === "closed") return { ok: false, why: "closed" };
      if (!mine(command.by)) return { ok: false, why: "not-yours" };
      if (matter.conversation === null) return { ok: false, why: "nobody-there" };
      return next({ spokenAt: at, talking: true, dueAt: at + idleAfter });
    case "pass-on":
    case "mediate":
    case "agree":
    case "fail":
    case "refer":
    case "close":
    case "merge": {
      if (command.by === "clock")
        return isForgotten(matter, at) ? next(closed(at)) : { ok: false, why: "not-now" };
      if (matter.status === "closed") return { ok: false, why: "closed" };
      if (!mine(command.by)) return { ok: false, why: "not-yours" };
      if (!from[command.do].includes(matter.status)) return { ok: false, why: "not-now" };
      // Where force was used, nobody is asked to meet halfway.
      if (command.do === "mediate" && matter.isPrivate) return { ok: false, why: "not-now" };
      if (command.do === "pass-on")
        return next({ status: "open", owner: null, talking: false, calls: 0, dueAt: at });
      if (command.do === "close") return next(closed(at));
      if (command.do === "merge") {
        const why = whyNotMerge(matter, command.into, command.by);
        return why ? { ok: false, why } : next({ ...closed(at), mergedInto: command.into.id });
      }
      const status = becomes[command.do];
      return next({ status, dueAt: matter.talking ? matter.dueAt : dueAtRest(status, at) });
    }
    default:
      return command satisfies never;
  }
}

function closed(at: number): Partial<Matter> {
  return { status: "closed", talking: false, closedAt: at, dueAt: null };
}

/** Steps after which nobody may ever come back to it. */
const restful: ReadonlySet<Status> = new Set(["agreed", "failed", "referred"]);

function dueAtRest(status: Status, at: number): number | null {
  return restful.has(status) ? at + closesAfter : null;
}

/** Settled or passed on long ago, and nobody said more. */
export function isForgotten({ status, talking, dueAt }: Matter, at: number): boolean {
  return restful.has(status) && !talking && dueAt !== null && dueAt <= at;
}

function isMergedForGood(
  { mergedInto, closedAt }: Matter,
  by: Staff | "villager",
  at: number,
): boolean {
  return mergedInto !== null && by !== "villager" && at > (closedAt ?? at) + partedWithin;
}

/** Whoever has it can still give it to somebody else. */
export function canPassOn({ status }: Matter): boolean {
  return from["pass-on"].includes(status);
}

/** Whoever took it has never written, and the villager has since. */
export function isUnanswered({ takenAt, spokenAt, heardAt }: Matter): boolean {
  return takenAt !== null && spokenAt === takenAt && heardAt > takenAt;
}

/** Nobody has it yet, and somebody must be found. */
export function isWaiting({ status }: Matter): boolean {
  return status === "open" || status === "assigned";
}
