import type { Calendar } from "../domain/calendar.ts";
import type { Reading } from "../domain/reading.ts";
import type { Intent, Service } from "../domain/sets.ts";
import { normalise } from "./normalise.ts";
import { serviceIn } from "./service.ts";
import { whenIn } from "./when/when.ts";

type Booking = NonNullable<Reading["booking"]>;

/**
 * What words say of a visit: what is to be done, and when.
 * @param now unit: ms since 1970
 * @param before the service spoken of before, for words that name none
 */
export function bookingIn(
  text: string,
  now: number,
  calendar: Calendar,
  before: Service | null = null,
): Booking {
  const { service } = serviceIn(text, before);
  // 都十六了, while something else is booked: an age, and no other wish.
  const isOnlyAge =
    before !== null && service === "id_card_first" && !/[证办领头首初第]/u.test(normalise(text));
  return { service: isOnlyAge ? before : service, ...whenIn(text, now, calendar) };
}

/**
 * The reading with what was said of a visit, where one is wanted or changed. Who names a service and
 * a day to come for it, and asks nothing, wants a visit, whatever the words looked like.
 * @param open the booking that is under way: whatever is said may be about it
 * @param likely what a wish is about that names no service in usual words
 */
export function withBooking(
  reading: Reading,
  text: string,
  now: number,
  calendar: Calendar,
  open: { service: Service | null } | null = null,
  likely: (words: string) => Service | null = () => null,
): Reading {
  const { intent } = reading;
  if (open !== null) return { ...reading, booking: bookingIn(text, now, calendar, open.service) };
  if (intent === "change_booking") return { ...reading, booking: bookingIn(text, now, calendar) };
  if (intent === "book") {
    const booking = bookingIn(text, now, calendar);
    return { ...reading, booking: { ...booking, service: booking.service ?? likely(text) } };
  }
  if (!mistaken.has(intent)) return reading;
  const said = normalise(text);
  if (asks.test(said) || !comes.test(said)) return reading;
  const booking = bookingIn(text, now, calendar);
  if (!isVisit(booking, intent)) return reading;
  return { ...reading, intent: "book", booking };
}

/** Intents that a visit is mistaken for: its words are those of a question or a quarrel. */
const mistaken: ReadonlySet<Intent> = new Set(["ask_hukou", "ask_id_card", "ask_legal", "dispute"]);
const asks =
  /咋|啥|怎么|怎样|什么|多少|多久|多长|几(?:天|个|块|岁|次|年|张|样)|谁|哪|为何|[要用需]不[要用需]|要带|拿着?吗|算不算|犯法|违法|管不管|晚不晚|得等|能取|下来|规定|条件|手续|吗|罚|贵|能(?:不能)?(?:去|来|上)?办[^,。]{0,8}不/u;
const comes = /去|来|过|到|约|排|留|安排|给(?:我|俺|咱|你们|做|个)|你们给/u;

function isVisit({ service, date }: Booking, intent: Intent): boolean {
  if (service === null || date === null) return false;
  return intent !== "dispute" || service === "mediation";
}
