import type { Effect } from "../domain/flow.ts";
import type { Staff } from "../domain/people.ts";
import type { Station } from "../domain/station.ts";
import { isGrave } from "../domain/warning.ts";
import { againTold, graveTold, joinedTold } from "../flows/warning-cards.ts";
import type { Cipher } from "../store/cipher.ts";
import type { Transaction } from "../store/connection.ts";
import type { Keeping } from "../store/keeping.ts";
import { matterById } from "../store/matters.ts";
import { record } from "../store/trail.ts";
import { broughtBy, markChief, press, warningOf } from "../store/warnings.ts";
import { joinByPhone } from "../store/warnings-joined.ts";

type Tell = Extract<Effect, { do: "tell" }>;

interface Around {
  cipher: Cipher;
  turn: string;
  conversation: string;
  /** What the person called their own in these words, as given. */
  phones: readonly string[];
  at: number;
  staff: readonly Staff[];
  station: Station;
}

/** Who is told of the warnings of a turn, once all of it is kept. */
export async function tellOfWarnings(
  trx: Transaction,
  kept: readonly Keeping[],
  around: Around,
): Promise<Tell[]> {
  const told: Tell[] = [];
  for (const it of kept) told.push(...(await tellOfWarning(trx, it, around)));
  return [...told, ...(await tellOfJoined(trx, kept, around))];
}

/** Whoever has the list's warning of somebody who left the same phone here hears where it goes on. */
async function tellOfJoined(
  trx: Transaction,
  kept: readonly Keeping[],
  { cipher, conversation, phones, at }: Around,
): Promise<Tell[]> {
  const left = kept.flatMap((it) =>
    (it.do === "add-phone" || it.do === "open-matter") && it.phone !== null ? [it.phone] : [],
  );
  const isWarned = kept.some(({ do: what }) => what === "keep-warning" || what === "keep-sheet");
  if (!isWarned && left.length + phones.length === 0) return [];
  const done = await joinByPhone(trx, cipher, conversation, [...phones, ...left], at);
  return done.flatMap(({ listed, into, warning }) => joinedTold(listed, into, warning));
}

/**
 * Who is told of a warning once it is kept: whoever has the matter that took it in, and of a great
 * loss the chiefs, once; their station's matter presses more from then on.
 */
async function tellOfWarning(
  trx: Transaction,
  it: Keeping,
  { turn, at, staff, station }: Around,
): Promise<Tell[]> {
  if (it.do !== "keep-warning" && it.do !== "keep-sheet" && it.do !== "keep-result") return [];
  const isWarning = it.do === "keep-warning";
  const id = (isWarning ? await broughtBy(trx, turn) : null) ?? it.matter;
  const warning = await warningOf(trx, id);
  const matter = await matterById(trx, id);
  if (!warning || !matter) return [];
  const told = isWarning && warning.times > 1 ? againTold(matter, warning) : [];
  if (!isGrave(warning.lost, station) || !(await markChief(trx, id, at))) return told;
  await press(trx, id, "urgent", at);
  await record(trx, [{ at, actor: "clock", act: "tell chief", subject: `matter ${id}` }]);
  const chiefs = staff.filter(({ role }) => role === "chief").map((one) => one.id);
  return [...told, ...graveTold(matter, warning.lost!, chiefs)];
}
