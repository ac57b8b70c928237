import { randomBytes } from "node:crypto";
import type { Fetchable, FileStage, KeptFile, MatterPicture } from "../domain/kept-file.ts";
import type { FileKind } from "../domain/media/limits.ts";
import type { CarriedFile, ChannelName, ShownFile } from "../domain/message.ts";
import type { Cipher } from "./cipher.ts";
import { notOthers, type Database, type Transaction } from "./connection.ts";

interface Row {
  id: string;
  conversation: string | null;
  matter: string | null;
  stage: FileStage | null;
  kind: FileKind;
  mime: string | null;
  size: number;
  body: Uint8Array | null;
  channel: ChannelName | null;
  handle: string | null;
  tries: number;
  due_at: number | null;
  source: string | null;
  at: number;
}

/** Nobody can guess it: 128 bits. */
const freshId = (): string => randomBytes(16).toString("base64url");
const bodyPlace = (id: string): string => `files.body.${id}`;

/** Keeps what a page sent; the same `name` again finds the file that is there. @returns its id */
export async function keepFile(
  trx: Transaction,
  cipher: Cipher,
  file: CarriedFile & { kind: FileKind; conversation: string; name: string; at: number },
): Promise<string> {
  const { conversation, kind, mime, bytes, at } = file;
  const id = freshId();
  const source = cipher.blind(`${conversation} ${file.name}`, "files.source");
  await trx<Row>("files")
    .insert({
      ...{ id, conversation, kind, mime, source, at, size: bytes.length },
      body: cipher.sealBytes(bytes, bodyPlace(id)),
    })
    .onConflict("source")
    .ignore();
  return (await trx<Row>("files").where({ source }).first("id"))?.id ?? id;
}

/** How many files came since then, from this conversation and in all. */
export async function filesSince(
  trx: Transaction,
  conversation: string,
  since: number,
): Promise<{ own: number; all: number }> {
  const count = async (where: object): Promise<number> => {
    const [row] = await trx("files").where(where).where("at", ">=", since).count({ n: "*" });
    return Number(row?.["n"] ?? 0);
  };
  return { own: await count({ conversation }), all: await count({}) };
}

/** Names a medium of another channel for one matter, so that it is fetched once for it. */
function sourceOf(cipher: Cipher, matter: string, handle: string): string {
  return cipher.blind(`${matter} ${handle}`, "files.source");
}

/** Puts a medium of a channel in line to be fetched. @returns the id of the file that it will be */
export async function wantFile(trx: Transaction, cipher: Cipher, it: Fetchable): Promise<string> {
  const { conversation, matter, kind, channel, at } = it;
  const id = freshId();
  const source = sourceOf(cipher, matter, it.handle);
  const handle = cipher.seal(it.handle, `files.handle.${id}`);
  await trx<Row>("files")
    .insert({ id, conversation, matter, kind, channel, handle, source, at, due_at: at })
    .onConflict("source")
    .ignore();
  if (it.stage !== null) await trx<Row>("files").where({ source }).update({ stage: it.stage });
  return (await trx<Row>("files").where({ source }).first("id"))?.id ?? id;
}

/** A file that this conversation sent belongs to a matter from now on; nameless: to nobody else. */
export async function giveToMatter(
  trx: Transaction,
  id: string,
  conversation: string,
  to: { matter: string; stage: FileStage | null; nameless: boolean },
): Promise<void> {
  const { matter, stage, nameless } = to;
  await trx<Row>("files")
    .where({ id, conversation })
    .update({
      matter,
      ...(stage === null ? {} : { stage }),
      ...(nameless ? { conversation: null, source: null } : {}),
    });
}

/** Where a file stands; null = it is kept no more. */
export async function keptFile(db: Database | Transaction, id: string): Promise<KeptFile | null> {
  const row = await db<Row>("files")
    .where({ id })
    .first("id", "conversation", "matter", "kind", "size", "tries", "at");
  if (!row) return null;
  const { conversation, matter, kind, size, tries, at } = row;
  return { id, conversation, matter, kind, tries, at, isHere: size > 0 };
}

/** What is in it; null where it is not here, or damaged. */
export async function fileBody(
  db: Database | Transaction,
  cipher: Cipher,
  id: string,
): Promise<CarriedFile | null> {
  const row = await db<Row>("files").where({ id }).first("mime", "body");
  if (!row?.body || row.mime === null) return null;
  try {
    return { mime: row.mime, bytes: cipher.openBytes(row.body, bodyPlace(id)) };
  } catch {
    return null;
  }
}

/** By what a channel gives this file out, while it is still to be fetched. */
export async function handleOf(
  db: Database,
  cipher: Cipher,
  id: string,
): Promise<{ channel: ChannelName; handle: string } | null> {
  const row = await db<Row>("files").where({ id }).first("channel", "handle");
  if (!row?.handle || row.channel === null) return null;
  return { channel: row.channel, handle: cipher.open(row.handle, `files.handle.${id}`) };
}

/** It has come. */
export async function fileCame(
  db: Database,
  cipher: Cipher,
  id: string,
  { kind, mime, bytes }: CarriedFile & { kind: FileKind },
): Promise<void> {
  await db<Row>("files")
    .where({ id })
    .update({
      ...{ kind, mime, size: bytes.length, handle: null, channel: null, due_at: null },
      body: cipher.sealBytes(bytes, bodyPlace(id)),
    });
}

export async function fetchLater(db: Database, id: string, dueAt: number): Promise<void> {
  await db<Row>("files").where({ id }).update({ due_at: dueAt }).increment("tries", 1);
}

/** It will never come. @returns who sent it and what it was, the first time */
export async function dropFile(
  trx: Transaction,
  id: string,
): Promise<{ conversation: string | null; kind: FileKind } | null> {
  const row = await trx<Row>("files").where({ id }).first("conversation", "kind");
  const gone = await trx("files").where({ id }).delete();
  return row && gone === 1 ? { conversation: row.conversation, kind: row.kind } : null;
}

/** Files that are to be fetched by now. */
export async function dueFiles(trx: Transaction, at: number, most: number): Promise<string[]> {
  const rows = await trx("files")
    .select<{ id: string }[]>("id")
    .whereRaw("due_at is not null")
    .where("due_at", "<=", at)
    .orderBy("due_at")
    .limit(most)
    .modify(notOthers, trx);
  return rows.map(({ id }: { id: string }) => id);
}

export async function nextFetch(trx: Transaction): Promise<number | null> {
  const [row] = await trx("files")
    .whereRaw("due_at is not null")
    .min<{ due: number | null }[]>({ due: "due_at" });
  return row?.due == null ? null : Number(row.due);
}

/** Pictures of a hazard, as it was found and after it was dealt with, oldest first. */
export async function picturesOf(trx: Transaction, matter: string): Promise<MatterPicture[]> {
  const rows = await trx<Row>("files")
    .where({ matter })
    .whereNotNull("stage")
    .orderBy("at")
    .select("id", "kind", "stage", "at", "size");
  return rows.map(({ id, kind, stage, at, size }) => ({
    ...{ id, kind, at, isHere: size > 0 },
    stage: stage!,
  }));
}

/** The kept file of something that came by another channel; null where it was not kept. */
export async function fetchedFor(
  trx: Transaction,
  cipher: Cipher,
  matter: string,
  handle: string,
): Promise<ShownFile | null> {
  const row = await trx<Row>("files")
    .where({ source: sourceOf(cipher, matter, handle) })
    .where("size", ">", 0)
    .first("id", "kind");
  return row ? { id: row.id, kind: row.kind } : null;
}
