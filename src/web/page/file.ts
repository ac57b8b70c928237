import { largestFile, type FileKind } from "../../domain/media/limits.ts";

/** The longer side of a picture as it is sent: a number plate can be read, and a weak line carries it. Unit: pixels. */
const longestSide = 1_600;
const quality = 0.8;

/** A file as it waits on the phone. A picture is drawn anew: smaller, upright, and nothing written in it. */
export async function readyFile(
  kind: FileKind,
  file: Blob,
): Promise<{ file: string; kind: FileKind } | "too-big"> {
  const small = kind === "photo" ? await redrawn(file).catch(() => file) : file;
  if (small.size > largestFile) return "too-big";
  return { file: await inBase64(small), kind };
}

/** Drawn upright as the camera meant it. An old browser that cannot sends the picture as it is. */
async function redrawn(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const { width, height } = picture;
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext("2d");
  if (!pen) return file;
  // What is clear in a PNG would turn black.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) =>
    canvas.toBlob((drawn) => resolve(drawn ?? file), "image/jpeg", quality),
  );
}

async function inBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  // Longer argument lists are more than an old browser takes.
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode.apply(null, Array.from(bytes.subarray(at, at + 8_192)));
  return btoa(text);
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
