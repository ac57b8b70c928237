import type { SeatRules } from "./openings.ts";
import type { OpenHours, Station } from "./station.ts";

/** Where a station has not filled in its hours; it is told to check them. */
const usualHours: readonly OpenHours[] = [
  { days: [1, 2, 3, 4, 5], from: "09:00", to: "12:00" },
  { days: [1, 2, 3, 4, 5], from: "14:00", to: "17:00" },
];

/** What a station lays down for its seats, as far as it has filled it in. */
export function seatRulesOf({ hours, seats, villageDays, holidays }: Station): SeatRules {
  const ownHours = seats?.hours ?? [];
  const open = ownHours.length > 0 ? ownHours : hours;
  return {
    hours: open.length > 0 ? open : usualHours,
    counters: seats?.counters ?? 1,
    villageDays: villageDays ?? [],
    closedDays: holidays,
  };
}

/** Whether the hours are ours and not the station's: nobody there has checked them. */
export function hoursAreGuessed({ hours, seats }: Station): boolean {
  return hours.length === 0 && (seats?.hours ?? []).length === 0;
}
