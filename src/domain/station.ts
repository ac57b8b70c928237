/** Opening hours of the counter on some days of the week. */
export interface OpenHours {
  /** 1 = Monday … 7 = Sunday. */
  days: number[];
  /** Format: HH:MM, Asia/Shanghai. */
  from: string;
  to: string;
}

/** When a village is visited: on weekdays of each week, or on single days. */
export interface VillageDay {
  village: string;
  /** 1 = Monday … 7 = Sunday. */
  days: number[];
  /** Format: YYYY-MM-DD. */
  on: string[];
  /** Format: HH:MM, Asia/Shanghai. */
  from: string;
  to: string;
}

/** What one station fills in: knowledge/station.yaml. Null means: not known, so never shown or invented. */
export interface Station {
  name: string;
  areaCode: string | null;
  phone: string | null;
  address: string | null;
  hours: OpenHours[];
  villages: { name: string; officer: string | null }[];
  /** The local number for an alarm by text message, once the station has checked it. */
  smsAlarm: string | null;
  /** From such a loss by fraud on the chief is told. Unit: yuan; left out = 500,000. */
  lossThreshold?: number | null;
  /** Days on which the counter is closed. Format: YYYY-MM-DD. */
  holidays: string[];
  /** When an officer sits in the villages; left out = never. */
  villageDays?: VillageDay[];
  /** Seats at the counter; left out = one counter, in the opening hours. */
  seats?: { counters: number; hours: OpenHours[] } | null;
  /** Day on which the station last checked this file. Format: YYYY-MM-DD. */
  checkedOn: string | null;
}

/** Names of the facts that a villager needs and this station has not filled in. */
export function missingFacts(station: Station): ("phone" | "address" | "hours" | "checkedOn")[] {
  const missing: ReturnType<typeof missingFacts> = [];
  if (station.phone === null) missing.push("phone");
  if (station.address === null) missing.push("address");
  if (station.hours.length === 0) missing.push("hours");
  if (station.checkedOn === null) missing.push("checkedOn");
  return missing;
}
