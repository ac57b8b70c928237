import { keptIn, keptRef, type ChannelName, type Medium, type Relayed } from "../domain/message.ts";
import type { FileKind } from "../domain/media/limits.ts";
import type { Facts } from "../domain/flow.ts";
import type { Cipher } from "../store/cipher.ts";
import type { Transaction } from "../store/connection.ts";
import { giveToMatter, wantFile } from "../store/files.ts";

/** How a medium can go from one channel to another; null = it cannot. */
export function wayOf(
  { ref, fetch }: Pick<Medium, "ref" | "fetch">,
  from: ChannelName,
  to: ChannelName,
  residency: Facts["residency"],
): "kept" | "handed-on" | "fetched" | null {
  if (to === "telegram" && residency === "cn") return null;
  if (keptIn(ref) !== null) return to === "terminal" ? null : "kept";
  if (ref !== undefined && from === to) return "handed-on";
  return fetch !== undefined && to === "web" ? "fetched" : null;
}

interface Carrying {
  /** Of whoever sends it. */
  conversation: string;
  from: ChannelName;
  to: ChannelName;
  residency: Facts["residency"];
  /** Said where it cannot be had after all. */
  otherwise: string;
  /** Unit: ms since 1970. */
  at: number;
}

/** A medium in the form that somebody's channel can show; null where it can show none. */
export async function carried(
  trx: Transaction,
  cipher: Cipher,
  media: Relayed,
  { conversation, from, to, residency, otherwise, at }: Carrying,
): Promise<Relayed | null> {
  const { ref, kind, fetch, matter } = media;
  const way = wayOf(media, from, to, residency);
  switch (way) {
    case null:
      return null;
    case "handed-on":
      return { ref, kind };
    case "kept":
      if (matter !== undefined)
        await giveToMatter(trx, keptIn(ref)!, conversation, {
          ...{ matter, stage: null, nameless: false },
        });
      return { ref, kind, otherwise };
    case "fetched": {
      if (fetch === undefined || matter === undefined) return null;
      const id = await wantFile(trx, cipher, {
        ...{ conversation, matter, stage: null, channel: from, handle: fetch, at },
        kind: kind as FileKind,
      });
      return { ref: keptRef(id), kind, otherwise };
    }
    default:
      return way satisfies never;
  }
}
