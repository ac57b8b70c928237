import type { Effect } from "../domain/flow.ts";
import { offerReply } from "../flows/seat-clock.ts";
import type { Transaction } from "../store/connection.ts";
import { offerAnswered } from "../store/seat-waiting.ts";
import type { SeatKnowledge } from "./desk-seats.ts";

type Tell = Extract<Effect, { do: "tell" }>;

/** Whoever answered an offer hears what came of it: whether it was still held is known only now. */
export async function tellOfSeats(
  trx: Transaction,
  kept: readonly { do: string }[],
  { services = [] }: SeatKnowledge,
  { conversation, at }: { conversation: string; at: number },
): Promise<Tell[]> {
  const told: Tell[] = [];
  for (const it of kept) {
    if (!isAnswer(it)) continue;
    const answered = await offerAnswered(trx, { ...it, conversation }, at);
    const name =
      answered.is === "taken"
        ? services.find(({ service }) => service === answered.appointment.service)?.name
        : undefined;
    told.push({ do: "tell", to: { conversation }, reply: offerReply(answered, name ?? "") });
  }
  return told;
}

function isAnswer(it: { do: string }): it is Extract<Effect, { do: "answer-offer" }> {
  return it.do === "answer-offer";
}
