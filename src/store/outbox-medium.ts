import type { Reply } from "../domain/message.ts";
import type { Cipher } from "./cipher.ts";
import type { Database } from "./connection.ts";

/** What a message carries cannot be had: it says this instead, wherever it is shown. */
export async function dropMedium(
  db: Database,
  cipher: Cipher,
  id: string,
  text: string,
): Promise<void> {
  const place = `outbox.body.${id}`;
  const row = await db<{ id: string; body: string | null }>("outbox").where({ id }).first("body");
  if (!row?.body) return;
  const { media: _, ...body } = JSON.parse(cipher.open(row.body, place)) as Reply;
  await db("outbox")
    .where({ id })
    .update({ body: cipher.seal(JSON.stringify({ ...body, text }), place) });
}
