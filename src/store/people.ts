import type { ChannelName } from "../domain/message.ts";
import type { Invite, Role, Staff } from "../domain/people.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Transaction } from "./connection.ts";
import { isOpen, openSession } from "./desk-sessions.ts";
import { dropSecondFactor } from "./second-factor.ts";

interface Row {
  id: string;
  role: Role;
  name: string;
  villages: string;
}

/** Somebody who works here, with how they came in: for whoever invited them. */
export interface Joined extends Staff {
  /** Unit: ms since 1970. */
  joinedAt: number;
  /** Whether somebody who invites people said that it was really them. */
  isConfirmed: boolean;
}

/** Everybody who works here now, with how they came in. */
export async function everybodyJoined(db: Database, cipher: Cipher): Promise<Joined[]> {
  const rows = await db<
    Row & { revoked_at: number | null; joined_at: number; confirmed_at: number | null }
  >("people")
    .whereNull("revoked_at")
    .orderBy("id");
  return rows.map((row) => ({
    ...staffOf(cipher, row),
    joinedAt: row.joined_at,
    isConfirmed: row.confirmed_at !== null,
  }));
}

/** It was really this person who came with the invitation. */
export async function confirmJoined(trx: Transaction, person: string, at: number): Promise<void> {
  await trx("people").where({ id: person }).update({ confirmed_at: at });
}

/** Everybody who works here now. */
export async function everybody(db: Database | Transaction, cipher: Cipher): Promise<Staff[]> {
  const rows = await db<Row & { revoked_at: number | null }>("people")
    .whereNull("revoked_at")
    .orderBy("id");
  return rows.map((row) => staffOf(cipher, row));
}

/** Who writes in these conversations; villagers are not among them, nor those whose time is over. */
export async function staffIn(
  trx: Transaction,
  cipher: Cipher,
  conversations: string[],
  at: number,
): Promise<Map<string, Staff>> {
  const rows = await trx("staff_conversations as s")
    .join("people as p", "p.id", "s.person")
    .select<(Row & { conversation: string })[]>("s.conversation", "p.id", "p.role", "p.name")
    .select("p.villages")
    .whereIn("s.conversation", conversations)
    .whereNull("p.revoked_at")
    .whereRaw(...isOpen(at));
  return new Map(rows.map((row) => [row.conversation, staffOf(cipher, row)]));
}

/** Who writes from this chat of a channel; null for a villager. */
export async function staffBehind(
  trx: Transaction,
  cipher: Cipher,
  channel: ChannelName,
  chat: string,
  at: number,
): Promise<Staff | null> {
  const id = await conversationOf(trx, cipher, channel, chat);
  return id === null ? null : ((await staffIn(trx, cipher, [id], at)).get(id) ?? null);
}

/** The conversation with this chat of a channel; null where nothing was said there. */
export async function conversationOf(
  trx: Database | Transaction,
  cipher: Cipher,
  channel: ChannelName,
  chat: string,
): Promise<string | null> {
  const row = await trx<{ id: string; channel: string; chat_blind: string }>("conversations")
    .where({ channel, chat_blind: cipher.blind(chat, `conversations.${channel}`) })
    .first("id");
  return row?.id ?? null;
}

/** Where these people can be reached: all their conversations that still take messages. */
export async function conversationsOf(
  db: Database | Transaction,
  people: string[],
): Promise<{ person: string; conversation: string; channel: ChannelName }[]> {
  return db("staff_conversations as s")
    .join("conversations as c", "c.id", "s.conversation")
    .select<{ person: string; conversation: string; channel: ChannelName }[]>("s.person")
    .select("s.conversation", "c.channel")
    .whereIn("s.person", people)
    .whereNull("c.unreachable_at")
    .orderBy("s.conversation");
}

/** A conversation with its channel, while it still takes messages. */
export async function wayTo(
  trx: Transaction,
  conversation: string,
): Promise<{ conversation: string; channel: ChannelName }[]> {
  return trx("conversations")
    .select<{ conversation: string; channel: ChannelName }[]>({ conversation: "id" }, "channel")
    .where({ id: conversation })
    .whereNull("unreachable_at");
}

/** All conversations in which somebody can be told something; the channel is not asked where it was named. */
export async function reachable(
  trx: Transaction,
  to: { conversation: string } | { person: string },
): Promise<{ conversation: string; channel: ChannelName | null }[]> {
  if ("conversation" in to) return [{ conversation: to.conversation, channel: null }];
  return conversationsOf(trx, [to.person]);
}

/** By which channel a conversation goes. */
export async function channelOf(trx: Transaction, id: string): Promise<ChannelName | null> {
  const row = await trx<{ id: string; channel: ChannelName }>("conversations")
    .where({ id })
    .first("channel");
  return row?.channel ?? null;
}

function staffOf(cipher: Cipher, { id, role, name, villages }: Row): Staff {
  return {
    id,
    role,
    name: cipher.open(name, `people.name.${id}`),
    villages: JSON.parse(villages) as string[],
  };
}

/** How long an invitation may be used. Unit: ms. */
export const inviteLasts = 24 * 3_600_000;

/** Writes an invitation down; whoever brings its code first joins as this person. */
export async function invite(
  db: Database,
  cipher: Cipher,
  { id, role, name, villages, code, at }: Invite & { code: string; at: number },
): Promise<void> {
  await db("invites").insert({
    id,
    code_blind: cipher.blind(code, "invites"),
    role,
    name: cipher.seal(name, `invites.name.${id}`),
    villages: JSON.stringify(villages),
    made_at: at,
    expires_at: at + inviteLasts,
    used_at: null,
  });
}

/** The invitation of this code, while it can be used. */
export async function inviteOf(
  trx: Transaction,
  cipher: Cipher,
  code: string,
  at: number,
): Promise<Invite | null> {
  const row = await trx<Row & { code_blind: string; used_at: number | null; expires_at: number }>(
    "invites",
  )
    .where({ code_blind: cipher.blind(code, "invites"), used_at: null })
    .where("expires_at", ">", at)
    .first();
  if (!row) return null;
  const { id, role, villages } = row;
  return {
    id,
    role,
    name: cipher.open(row.name, `invites.name.${id}`),
    villages: JSON.parse(villages) as string[],
  };
}

/**
 * Makes the invited person, once, and lets them write from this conversation. Somebody of that name
 * who joined before comes back with it: one person may have a phone and a computer.
 */
export async function join(
  trx: Transaction,
  cipher: Cipher,
  { id, role, name, villages }: Invite,
  conversation: string,
  at: number,
): Promise<string> {
  await trx("invites").where({ id }).update({ used_at: at });
  const blind = cipher.blind(name, "people");
  const known = await trx<{ id: string; name_blind: string; revoked_at: number | null }>("people")
    .where({ name_blind: blind })
    .whereNull("revoked_at")
    .first("id");
  const person = known?.id ?? id;
  const fields = { role, villages: JSON.stringify(villages) };
  // By whichever invitation: it is to be looked at again whether it was they who came.
  if (known)
    await trx("people")
      .where({ id: person })
      .update({ ...fields, confirmed_at: null });
  else
    await trx("people").insert({
      id,
      ...fields,
      name: cipher.seal(name, `people.name.${id}`),
      name_blind: blind,
      joined_at: at,
      revoked_at: null,
    });
  await openSession(trx, { conversation, person, at });
  return person;
}

/**
 * From now on this person is a villager like any other, and what they had waits for somebody else. Out
 * of the middle of a talk the station's clock takes it: the villager is told.
 */
export async function revoke(db: Database, person: string, at: number): Promise<void> {
  await db.transaction(async (trx) => {
    await trx("people").where({ id: person }).update({ revoked_at: at });
    await trx("staff_conversations").where({ person }).delete();
    await dropSecondFactor(trx, person);
    await trx("matters")
      .where({ owner: person })
      .whereNotIn("status", ["taken", "mediating", "closed", "agreed", "referred"])
      .update({ owner: null, status: "open", talking: false, calls: 0, due_at: at })
      .increment("version", 1);
  });
}
