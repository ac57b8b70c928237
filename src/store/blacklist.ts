import type { KeptListing, Listed, Listing, ListedKind, NamedValue } from "../domain/lists.ts";
import type { Lists } from "../domain/ports.ts";
import { readable, type Cipher } from "./cipher.ts";
import type { Database, Transaction } from "./connection.ts";
import { record } from "./trail.ts";

interface Row {
  key: string;
  kind: ListedKind;
  value: string;
  reason: string;
  source: string;
  added_by: string;
  added_at: number;
  until: string | null;
  expires_at: number | null;
  appealed_at: number | null;
  appeal: string | null;
}

/** How many rows one statement writes or asks for. */
const chunk = 200;
const day = 24 * 3_600_000;

const isSealed = (kind: ListedKind): boolean => kind === "phone" || kind === "account";

function keyOf(cipher: Cipher, { kind, value }: NamedValue): string {
  return `${kind} ${isSealed(kind) ? cipher.blind(value, `blacklist.${kind}`) : value}`;
}

const placeOf = (key: string): string => `blacklist.value.${key}`;

/** The station's lists as they count at this moment. */
export function stationLists(db: Database | Transaction, cipher: Cipher, now: number): Lists {
  return { listed: (values) => listedIn(db, cipher, values, now) };
}

async function listedIn(
  db: Database | Transaction,
  cipher: Cipher,
  values: readonly NamedValue[],
  now: number,
): Promise<Listed[]> {
  if (values.length === 0) return [];
  const asked = new Map(values.map((value) => [keyOf(cipher, value), value]));
  const rows = await db<Row>("blacklist")
    .whereIn("key", [...asked.keys()])
    .where((open) => void open.whereNull("expires_at").orWhere("expires_at", ">", now))
    .orderBy("key");
  return rows.map(({ key, reason, source, appealed_at }) => {
    const { kind, value } = asked.get(key)!;
    return { kind, value, reason, source, appealed: appealed_at !== null };
  });
}

export interface Written {
  added: number;
  changed: number;
  same: number;
}

/**
 * Writes entries; of one value the last counts. What is there already with the same words stays as it
 * is, with whoever added it first; an objection stays in any case.
 */
export async function keepListings(
  trx: Transaction,
  cipher: Cipher,
  listings: readonly Listing[],
  { by, at }: { by: string; at: number },
): Promise<Written> {
  const written: Written = { added: 0, changed: 0, same: 0 };
  const wanted = new Map(listings.map((listing) => [keyOf(cipher, listing), listing]));
  for (const part of inChunks([...wanted])) {
    const there = await trx<Row>("blacklist").whereIn(
      "key",
      part.map(([key]) => key),
    );
    const before = new Map(there.map((row) => [row.key, row]));
    const fresh: Row[] = [];
    for (const [key, { kind, value, reason, source, until }] of part) {
      const words = { reason, source, until, expires_at: until === null ? null : endOf(until) };
      const row = before.get(key);
      if (!row)
        fresh.push({
          ...{ key, kind, ...words, added_by: by, added_at: at, appealed_at: null, appeal: null },
          value: isSealed(kind) ? cipher.seal(value, placeOf(key)) : value,
        });
      else if (row.reason === reason && row.source === source && row.until === until)
        written.same += 1;
      else {
        await trx<Row>("blacklist").where({ key }).update(words);
        written.changed += 1;
      }
    }
    if (fresh.length > 0) await trx<Row>("blacklist").insert(fresh);
    written.added += fresh.length;
  }
  const news = written.added + written.changed;
  if (news > 0)
    await record(trx, [{ at, actor: "console", act: "list", subject: `blacklist ${news}` }]);
  return written;
}

/** The end of the station's day. */
function endOf(until: string): number {
  return Date.parse(`${until}T00:00:00+08:00`) + day;
}

function* inChunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += chunk) yield all.slice(i, i + chunk);
}

/** All entries, also those that ran out, by kind and in the order in which they came. */
export async function allListings(db: Database, cipher: Cipher): Promise<KeptListing[]> {
  const rows = await db<Row>("blacklist").orderBy(["kind", "added_at", "key"]);
  return rows.map(({ key, kind, value, reason, source, until, added_by, added_at, appeal }) => ({
    kind,
    value: isSealed(kind) ? (readable(() => cipher.open(value, placeOf(key))) ?? "?") : value,
    ...{ reason, source, until, addedBy: added_by, addedAt: Number(added_at), appeal },
  }));
}

/** Takes entries out. @returns how many there were */
export async function dropListings(
  trx: Transaction,
  cipher: Cipher,
  values: readonly NamedValue[],
  at: number,
): Promise<number> {
  return changeEach(trx, cipher, values, { at, act: "unlist" }, (key) =>
    trx<Row>("blacklist").where({ key }).delete(),
  );
}

/** Somebody objects: the entries prove nothing until it is settled (`why` null: they stand). @returns how many there are */
export async function appealListings(
  trx: Transaction,
  cipher: Cipher,
  values: readonly NamedValue[],
  { why, at }: { why: string | null; at: number },
): Promise<number> {
  const appeal = { appealed_at: why === null ? null : at, appeal: why };
  return changeEach(trx, cipher, values, { at, act: why === null ? "uphold" : "appeal" }, (key) =>
    trx<Row>("blacklist").where({ key }).update(appeal),
  );
}

async function changeEach(
  trx: Transaction,
  cipher: Cipher,
  values: readonly NamedValue[],
  { at, act }: { at: number; act: string },
  change: (key: string) => PromiseLike<number>,
): Promise<number> {
  let count = 0;
  for (const value of values) {
    const key = keyOf(cipher, value);
    if ((await change(key)) === 0) continue;
    count += 1;
    await record(trx, [{ at, actor: "console", act, subject: `blacklist ${key}` }]);
  }
  return count;
}
