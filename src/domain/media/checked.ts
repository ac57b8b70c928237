import { cleanJpeg, isJpeg } from "./jpeg.ts";
import { cleanPng, isPng } from "./png.ts";
import { largestFile, type FileKind, type FileProblem } from "./limits.ts";
import { cleanSound } from "./sound.ts";
import { cleanWebp, isWebp } from "./webp.ts";

export type Checked =
  { ok: true; kind: FileKind; mime: string; bytes: Uint8Array } | { ok: false; why: FileProblem };

/**
 * Looks at the bytes alone, whatever name or type came with them: JPEG, PNG and WebP pictures, voice
 * in OGG, WebM, MP4 or AMR. What is given back has no place, no time and no camera in it any more.
 */
export function checkedFile(bytes: Uint8Array): Checked {
  if (bytes.length === 0) return { ok: false, why: "empty" };
  if (bytes.length > largestFile) return { ok: false, why: "too-big" };
  const picture = isJpeg(bytes)
    ? cleanJpeg(bytes)
    : isPng(bytes)
      ? cleanPng(bytes)
      : isWebp(bytes)
        ? cleanWebp(bytes)
        : null;
  const cleaned = picture ?? cleanSound(bytes);
  if (cleaned === null) return { ok: false, why: "unknown" };
  if (typeof cleaned === "string") return { ok: false, why: cleaned };
  return { ok: true, kind: picture === null ? "voice" : "photo", ...cleaned };
}
