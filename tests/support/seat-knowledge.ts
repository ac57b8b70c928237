import type { Bookable } from "../../src/domain/bookable.ts";
import type { Station } from "../../src/domain/station.ts";
import { shippedCalendar } from "./calendar.ts";
import { smallKnowledge, smallStation } from "./small-knowledge.ts";

export const renewal: Bookable = {
  service: "id_card_renew",
  name: "身份证到期换新",
  said: ["换身份证"],
  places: ["station", "village"],
  ...{ minutes: 30, capacity: 2 },
  papers: [
    { what: "老身份证", from: "id-card-renew" },
    { what: "户口簿", from: "id-card-renew" },
  ],
  ...{ who: [], ways: [] },
};

/** Mornings only, one counter: few seats, so that a test can see them all. */
export const seatStation: Station = {
  ...smallStation,
  hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "11:00" }],
};

/** A small knowledge base with a service that can be booked, and the shipped holidays. */
export function seatKnowledge(station: Station = seatStation) {
  const consult: Bookable = { ...renewal, service: "legal_consult", name: "法律咨询", papers: [] };
  return {
    ...smallKnowledge(station),
    services: [renewal, consult],
    calendar: shippedCalendar,
  };
}
