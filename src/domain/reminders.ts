import type { Matter } from "./matter.ts";
import { day, hour, midnightBefore } from "./station-time.ts";

export const reminderKinds = [
  /** The villager is asked how it went. */
  "follow-up-7",
  "follow-up-30",
  /** It was settled or passed on a month ago, and nobody has closed it. */
  "unclosed",
  /** An agreement can be confirmed by the court for some days only. */
  "confirmation",
  "labour-limit",
  "land-limit",
  /** Money was transferred, and 110 was not called yet. */
  "report-5",
  "report-15",
  "report-30",
  /** Whoever lost money is offered to get it back, for money. */
  "second-fraud",
  /** Somebody who is warned of is to be gone to again. */
  "next-try",
  /** Somebody is to be gone to at home today. */
  "visit-day",
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Steps of a matter that cause something to be said days later. */
export type ReminderCause =
  "opened" | "agreed" | "failed" | "referred" | "closed" | "transferred" | "retry" | "visit";

/** Where the law that is reminded of stands. */
export interface LawPlace {
  law: "人民调解法" | "劳动争议调解仲裁法" | "农村土地承包经营纠纷调解仲裁法";
  article: string;
}

export interface Rule {
  on: ReminderCause;
  kind: ReminderKind;
  to: "owner" | "villager";
  after: number;
  /** Later than so many days after the step it helps nobody any more, and is not sent. */
  until: number;
  law: LawPlace | null;
  /** Only matters of this kind of quarrel; null = all. */
  dispute: Matter["dispute"];
}

/** What is to be said to whom about one matter. */
export interface Reminder extends Pick<Rule, "kind" | "to"> {
  dueAt: number;
}

const court: LawPlace = { law: "人民调解法", article: "三十三" };
const labour: LawPlace = { law: "劳动争议调解仲裁法", article: "二十七" };
const land: LawPlace = { law: "农村土地承包经营纠纷调解仲裁法", article: "十八" };
const any = { law: null, dispute: null };
/** Unit: days. */
const minute = 1 / 1_440;

/**
 * All reminders. Unit of `after` and `until`: days. At opening the villager reads the limit among
 * the open ways; the owner is told as soon as there is one.
 */
export const rules: readonly Rule[] = [
  { ...any, on: "closed", kind: "follow-up-7", to: "villager", after: 7, until: 20 },
  { ...any, on: "closed", kind: "follow-up-30", to: "villager", after: 30, until: 60 },
  ...unclosed("agreed"),
  ...unclosed("failed"),
  ...unclosed("referred"),
  { ...any, on: "agreed", kind: "confirmation", to: "villager", after: 20, until: 30, law: court },
  { ...any, on: "agreed", kind: "confirmation", to: "owner", after: 25, until: 30, law: court },
  ...limit("labour", "labour-limit", labour, 365),
  ...limit("grassland", "land-limit", land, 730),
  ...([5, 15, 30] as const).map((minutes): Rule => ({
    ...any,
    ...{ on: "transferred", kind: `report-${minutes}`, to: "villager" },
    ...{ after: minutes * minute, until: (minutes + 25) * minute },
  })),
  { ...any, on: "retry", kind: "next-try", to: "owner", after: 0, until: 1 },
  ...(["owner", "villager"] as const).map((to): Rule => ({
    ...{ ...any, on: "visit", kind: "visit-day", to, after: 0, until: 1 / 2 },
  })),
  { ...any, on: "transferred", kind: "second-fraud", to: "villager", after: 1, until: 4 },
];

/** These cannot wait for the morning. */
export function isUrgent(kind: ReminderKind): boolean {
  return kind === "report-5" || kind === "report-15" || kind === "report-30";
}

/** A week before the clock closes it. */
function unclosed(on: ReminderCause): readonly Rule[] {
  const common = { ...any, on, kind: "unclosed", after: 30, until: 37 } as const;
  return [
    { ...common, to: "owner" },
    { ...common, to: "villager" },
  ];
}

function limit(
  dispute: Rule["dispute"],
  kind: ReminderKind,
  law: LawPlace,
  until: number,
): readonly Rule[] {
  const common = { kind, after: 0, until, law, dispute };
  return [
    { ...common, on: "opened", to: "owner" },
    { ...common, on: "failed", to: "owner" },
    { ...common, on: "failed", to: "villager" },
  ];
}

type Concerned = Pick<Matter, "dispute" | "danger" | "isPrivate" | "conversation">;

/**
 * What a step of a matter brings later. Where force was used, or somebody thought of ending their
 * life, nothing is ever sent to them unasked: somebody else may read the screen.
 */
export function remindersFor(matter: Concerned, on: ReminderCause, at: number): Reminder[] {
  return rules
    .filter((rule) => rule.on === on && !isHushed(matter, rule))
    .filter(({ dispute }) => dispute === null || dispute === matter.dispute)
    .filter(({ to }) => to === "owner" || matter.conversation !== null)
    .map(({ kind, to, after }) => {
      const dueAt = at + after * day;
      return { kind, to, dueAt: isUrgent(kind) ? dueAt : fitting(to, dueAt) };
    });
}

/** Nothing about it leaves the station unasked; whoever has it is told that it is still open. */
export function isHushed(
  matter: Pick<Matter, "isPrivate" | "danger">,
  { kind, to }: Pick<Rule, "kind" | "to">,
): boolean {
  return isQuiet(matter) && !(kind === "unclosed" && to === "owner");
}

/** Nothing may be sent about it that nobody asked for. */
export function isQuiet({ isPrivate, danger }: Pick<Matter, "isPrivate" | "danger">): boolean {
  return isPrivate || danger === "violence" || danger === "self_harm";
}

/** Too late to help: the software was off, or nobody had the matter. */
export function isStale({ kind, to, dueAt }: Reminder, now: number): boolean {
  const rule = rules.find((one) => one.kind === kind && one.to === to);
  return rule === undefined || now >= dueAt + (rule.until - rule.after) * day;
}

/** The step that causes reminders, by what was done; null = none. */
export function causeOf(act: string): ReminderCause | null {
  const causes: Record<string, ReminderCause> = {
    agree: "agreed",
    fail: "failed",
    refer: "referred",
    close: "closed",
  };
  return causes[act] ?? null;
}

/** Told once about a matter, however often it is opened again. */
export function isOnceForAll(kind: ReminderKind): boolean {
  return kind === "labour-limit" || kind === "land-limit";
}

/** Villagers are not woken: from 08:00 to 20:00 at once, else in the next morning. */
export function fitting(to: Rule["to"], at: number): number {
  if (to === "owner") return at;
  const midnight = midnightBefore(at);
  if (at < midnight + 8 * hour) return midnight + 8 * hour;
  return at < midnight + 20 * hour ? at : midnight + day + 8 * hour;
}
