import type { Facts, Masked } from "../domain/flow.ts";
import type { ChannelName, Content, Incoming, Outgoing } from "../domain/message.ts";
import type { Channel, Ids, Log, MayWrite, Receipt, Receive } from "../domain/ports.ts";
import type { EmergencyReading } from "../domain/reading.ts";
import { safetyCard } from "../flows/emergency.ts";
import { storeDown, tooFast } from "../flows/trouble.ts";
import type { Reply } from "../domain/message.ts";
import type { Letter, Waiting } from "../store/inbox.ts";
import { choiceId } from "../store/choices.ts";

import { mask } from "../understanding/mask.ts";
import { inBatches } from "./batch.ts";
import { readOnce } from "./read-once.ts";
import type { Told } from "./told.ts";

export interface ReceiveParts {
  /** Stores updates for good, in order: for each the row that waits, or null for a repeat. */
  accept: (letters: Letter[]) => Promise<(Waiting | null)[]>;
  channels: ReadonlyMap<ChannelName, Channel>;
  ids: Ids;
  log: Log;
  /** False: this person writes too fast. Never asked about danger. */
  mayWrite: MayWrite;
  /** Under `cn`, Telegram carries no phone numbers: what is sent there is not kept. */
  residency: Facts["residency"];
  /** Cards that went out before their message could be stored. */
  told: Told;
  /** Called with what was stored, in order. */
  stored: (letter: Waiting) => void;
}

/** Nobody types more than this at once; the rest of a pasted book is not read. Unit: UTF-16 units. */
export const longestText = 4_000;
/** A safety card waits no longer for the store. Unit: ms. */
const longestForCard = 1_500;
/** How many updates may share a commit. */
const mostTogether = 64;

/**
 * Accept: reads danger, masks, stores. Danger is read before anything is stored, so that the card
 * goes out even when the store cannot be written.
 */
export function receiver(parts: ReceiveParts): Receive {
  const { ids, log, told } = parts;
  const accepting = inBatches(mostTogether, parts.accept);
  let inOrder: Promise<unknown> = Promise.resolve();

  return async (updates, from = null) => {
    // Asking whether somebody may write takes a moment, and nothing overtakes what came before it.
    const taking = inOrder.then(async () => {
      const read = await Promise.all(updates.map((update) => withLeave(update, from)));
      return read.map(({ update, danger, allowed }) => take(update, danger, allowed));
    });
    inOrder = taking.catch(() => undefined);
    return Promise.all(await taking);
  };

  async function withLeave(update: Incoming, from: string | null) {
    const danger = dangerIn(update);
    const free = danger !== null || update.content.kind === "press" || told.has(leaveOf(update));
    return { update, danger, allowed: free || (await mayWrite(update, from)) };
  }

  async function mayWrite(
    { channel, chat, at, written = at }: Incoming,
    from: string | null,
  ): Promise<boolean> {
    return parts.mayWrite(`${channel} ${chat}`, from, written);
  }

  async function take(
    update: Incoming,
    danger: EmergencyReading | null,
    allowed: boolean,
  ): Promise<Receipt> {
    if (!allowed) {
      if (told.first(`too fast ${update.channel} ${update.chat}`, 60_000))
        sayNow(update, tooFast());
      return { ok: false, why: "too-fast" };
    }
    const letter = { ...masked(update, parts.residency), carded: told.has(nameOf(update)) };
    const card = () => {
      letter.carded = true;
      if (danger !== null && told.first(nameOf(update)))
        sayNow(update, safetyCard(danger), () => told.forget(nameOf(update)));
    };
    const late = danger === null ? undefined : setTimeout(card, longestForCard);
    try {
      const waiting = await accepting.add(letter);
      if (waiting === null) return { ok: true, repeat: true };
      parts.stored(waiting);
      return { ok: true, repeat: false };
    } catch (error) {
      log.error("update not stored", {
        channel: update.channel,
        error: error instanceof Error ? error.name : "",
      });
      // It will be brought again, and is not counted again.
      told.first(leaveOf(update));
      if (danger !== null) card();
      else if (told.first(`down ${update.channel} ${update.chat}`, 600_000))
        sayNow(update, storeDown());
      return { ok: false, why: "store-down" };
    } finally {
      clearTimeout(late);
    }
  }

  /** Speaks past the store: nothing of it is kept, and nobody waits for it. */
  function sayNow(
    { channel, chat }: Incoming,
    reply: Reply,
    unsaid: () => void = () => undefined,
  ): void {
    const id = ids.next();
    const message: Outgoing = {
      id,
      chat,
      kind: reply.kind,
      text: reply.text,
      choices: reply.choices.map(({ label }, i) => ({ id: choiceId(id, i), label })),
      calls: reply.calls,
      replaces: null,
      again: false,
    };
    parts.channels
      .get(channel)
      ?.send(message, AbortSignal.timeout(20_000))
      .then((sent) => sent.ok || unsaid())
      .catch(() => {
        unsaid();
        log.error("message past the store failed", { channel });
      });
  }
}

function nameOf({ channel, key }: Incoming): string {
  return `${channel} ${key}`;
}

function leaveOf(update: Incoming): string {
  return `leave ${nameOf(update)}`;
}

function wordsOf({ content }: Incoming): string {
  if (content.kind === "text") return content.text.slice(0, longestText);
  return content.kind === "media" ? content.caption.slice(0, longestText) : "";
}

function dangerIn(update: Incoming): EmergencyReading | null {
  const words = wordsOf(update);
  return words === "" ? null : readOnce(words).emergency;
}

/** Under `cn`, Telegram carries nobody's pictures and voices on: their handles are not even kept. */
function withoutRefs(content: Content): Content {
  if (content.kind === "media") {
    const { ref: _, fetch: __, ...rest } = content;
    return rest;
  }
  if (content.kind !== "text" || !content.medium) return content;
  const { ref: _, fetch: __, ...medium } = content.medium;
  return { ...content, medium };
}

/** Telegram's servers are abroad: an account number that came by it is not kept for a moment. */
function forChannel(all: Masked, channel: ChannelName, isClosed: boolean): Masked {
  const found = isClosed ? { ...all, phones: [] } : all;
  if (channel !== "telegram") return found;
  const { accountNumbers: _, ...rest } = found;
  return rest;
}

function masked(given: Incoming, residency: Facts["residency"]): Omit<Letter, "carded"> {
  const isClosed = given.channel === "telegram" && residency === "cn";
  const update = isClosed ? { ...given, content: withoutRefs(given.content) } : given;
  const { content } = update;
  if (content.kind === "press")
    return { ...update, masked: { idNumbers: 0, accounts: 0, phones: [] } };
  // Masked before it is cut: half a number at the end would not be known as one.
  const words = content.kind === "text" ? content.text : content.caption;
  const { text: whole, masked: all } = mask(words);
  const found = forChannel(all, given.channel, isClosed);
  const text = whole.slice(0, longestText);
  if (content.kind === "text") return { ...update, content: { ...content, text }, masked: found };
  return { ...update, content: { ...content, caption: text }, masked: found };
}
