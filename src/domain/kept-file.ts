import type { FileKind } from "./media/limits.ts";
import { keptIn, type ChannelName, type Medium, type ShownFile } from "./message.ts";

/** What a picture shows of a hazard: as it was found, or after it was dealt with. */
export type FileStage = "before" | "after";

/** A picture that goes with a matter: kept already, or to be fetched from its channel. */
export type Picture = { is: "kept"; file: string } | { is: "away"; handle: string };

/** The picture that somebody sent, as far as it can be kept here. */
export function pictureOf({ media, ref, fetch }: Medium): Picture | null {
  if (media !== "photo") return null;
  const file = keptIn(ref);
  if (file !== null) return { is: "kept", file };
  return fetch === undefined ? null : { is: "away", handle: fetch };
}

/** A file of this station. What is in it lies in the store, sealed. */
export interface KeptFile {
  id: string;
  /** Of whoever sent it; null: they gave no name. */
  conversation: string | null;
  matter: string | null;
  kind: FileKind;
  /** How often it was tried to fetch it. */
  tries: number;
  /** Unit: ms since 1970. */
  at: number;
  /** False: still to be fetched from its channel. */
  isHere: boolean;
}

/** A picture of a hazard, as it is shown. */
export interface MatterPicture extends ShownFile {
  stage: FileStage;
  /** Unit: ms since 1970. */
  at: number;
  /** False: still to be fetched from its channel. */
  isHere: boolean;
}

/** Something that can be had from a channel. */
export interface Fetchable {
  /** Of whoever sent it; null: they gave no name. */
  conversation: string | null;
  matter: string;
  stage: FileStage | null;
  kind: FileKind;
  channel: ChannelName;
  handle: string;
  /** Unit: ms since 1970. */
  at: number;
}
