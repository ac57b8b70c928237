import type { OwnData } from "../domain/flow.ts";
import type { Staff } from "../domain/people.ts";
import type { EmergencyClass } from "../domain/sets.ts";
import type { Cipher } from "./cipher.ts";
import type { Transaction } from "./connection.ts";
import type { Body as Heard } from "./inbox.ts";
import { mattersFrom, toldOf } from "./matters.ts";
import { chosen } from "./choices.ts";
import { seatsKeptOf } from "./seat-names.ts";

type Talk = OwnData["talk"];

/** Everything that is stored of one conversation; every query names it. */
export async function ownDataOf(
  trx: Transaction,
  cipher: Cipher,
  conversation: string,
  staff: readonly Staff[],
): Promise<OwnData> {
  const matters: OwnData["matters"] = [];
  for (const matter of await mattersFrom(trx, conversation)) {
    const told = await toldOf(trx, cipher, matter.id);
    const owner = staff.find(({ id }) => id === matter.owner)?.name ?? null;
    matters.push({ matter, words: told?.note ?? "", phone: told?.phone ?? null, owner });
  }
  const alerts = await trx("alerts")
    .select<AlertRow[]>("id", "class", "words", "at", "status")
    .where({ conversation })
    .orderBy("at");
  const questions = await trx("questions")
    .select<{ id: string; text: string; at: number }[]>("id", "text", "at")
    .where({ conversation })
    .orderBy("at");
  const feedback = await trx("feedback")
    .select<{ entry: string; at: number }[]>("entry", "at")
    .where({ conversation })
    .orderBy("at");
  const talk = [
    ...(await said(trx, cipher, conversation)),
    ...(await answered(trx, cipher, conversation)),
  ];
  return {
    talk: talk.toSorted((a, b) => a.at - b.at),
    matters,
    alerts: alerts.map(({ id, class: danger, words, at, status }) => ({
      danger,
      words: cipher.open(words, `alerts.words.${id}`),
      at,
      taken: status === "taken",
    })),
    seats: await seatsKeptOf(trx, cipher, conversation),
    questions: questions.map(({ id, text, at }) => ({
      text: cipher.open(text, `questions.text.${id}`),
      at,
    })),
    feedback,
  };
}

interface AlertRow {
  id: string;
  class: EmergencyClass;
  words: string;
  at: number;
  status: string;
}

async function said(trx: Transaction, cipher: Cipher, conversation: string): Promise<Talk> {
  const rows = await trx("inbox")
    .select<{ id: string; body: string; at: number }[]>("id", "body", "at")
    .where({ conversation })
    .whereNotNull("body")
    .orderBy("id");
  const talk: Talk = [];
  for (const { id, body, at } of rows) {
    const { content } = JSON.parse(cipher.open(body, `inbox.body.${id}`)) as Heard;
    const text =
      content.kind === "press"
        ? (await chosen(trx, cipher, conversation, content.choice))?.label
        : content.kind === "text"
          ? content.text
          : content.caption;
    if (text !== undefined && text !== "") talk.push({ who: "villager", text, at });
  }
  return talk;
}

async function answered(trx: Transaction, cipher: Cipher, conversation: string): Promise<Talk> {
  const rows = await trx("outbox")
    .select<{ id: string; body: string; at: number }[]>("id", "body", { at: "created_at" })
    .where({ conversation })
    .whereNotNull("body")
    .orderBy("id");
  return rows.map(({ id, body, at }) => {
    const { text } = JSON.parse(cipher.open(body, `outbox.body.${id}`)) as { text: string };
    return { who: "us", text, at };
  });
}
