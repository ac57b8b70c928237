import type { Reply } from "../domain/message.ts";
import type { Log } from "../domain/ports.ts";
import type { Cipher } from "../store/cipher.ts";
import type { Transaction } from "../store/connection.ts";
import { createBriefing } from "./brief.ts";
import type { SeatKnowledge } from "./desk-seats.ts";
import { sendReminders, type Round } from "./reminders.ts";
import { lookAfterSeats } from "./seats.ts";

/** What came of a look: `committed` is to be called once the round is. */
export interface Looked {
  ok: boolean;
  committed(): void;
}

/** What is needed for the seats of the day. */
interface Seats {
  cipher: Cipher;
  knowledge: SeatKnowledge;
}

/**
 * What comes by the day and not by the minute: briefs, shifts that end, reminders. What fails here
 * is undone by itself, and never holds up a call for help.
 */
export function overDays(
  log: Log,
  { cipher, knowledge }: Seats,
): (trx: Transaction, round: Round) => Promise<Looked> {
  const briefing = createBriefing();
  return async (trx, round) => {
    const said: [string, Reply][] = [];
    const held: Round = { ...round, say: (...one) => void said.push(one) };
    try {
      const committed = await trx.transaction(async (inner) => {
        const seen = await briefing.look(inner, held);
        await sendReminders(inner, held);
        await lookAfterSeats(inner, cipher, knowledge, held);
        return seen;
      });
      for (const [conversation, reply] of said) round.say(conversation, reply);
      return { ok: true, committed };
    } catch (error) {
      log.error("reminders failed", { error: error instanceof Error ? error.name : "" });
      return { ok: false, committed: () => undefined };
    }
  };
}
