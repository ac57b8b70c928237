import type { Effect } from "../domain/flow.ts";
import type { Cipher } from "./cipher.ts";
import type { Transaction } from "./connection.ts";
import { giveToMatter, wantFile } from "./files.ts";
import { record } from "./trail.ts";

/** A picture of a hazard is kept with it. Nameless: nothing tells any more whose it was. */
export async function keepPicture(
  trx: Transaction,
  cipher: Cipher,
  { matter, stage, picture, channel, nameless, actor }: Extract<Effect, { do: "keep-picture" }>,
  { conversation, at }: { conversation: string; at: number },
): Promise<void> {
  if (picture.is === "kept")
    await giveToMatter(trx, picture.file, conversation, { matter, stage, nameless });
  else
    await wantFile(trx, cipher, {
      ...{ matter, stage, channel, at, kind: "photo", handle: picture.handle },
      conversation: nameless ? null : conversation,
    });
  if (actor !== null)
    await record(trx, [{ at, actor, act: "show-after", subject: `matter ${matter}` }]);
}
