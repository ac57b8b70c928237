import { chatTexts, problemTexts } from "../../texts/zh-cn/page.ts";
import { bytesOf } from "./file.ts";
import type { Outcome } from "./sender.ts";
import type { Queued } from "./queue.ts";

/** A request that takes longer is tried again; a picture takes its time. Unit: ms. */
const patience = 20_000;
const filePatience = 120_000;

/** One attempt to hand a message to the station. */
export async function post({ id, content }: Queued): Promise<Outcome> {
  if ("lost" in content) return { is: "refused", sentence: chatTexts.fileLost };
  const attempt = () =>
    "file" in content
      ? ask(`/files?id=${id}`, "application/octet-stream", bytesOf(content.file), filePatience)
      : ask("/api/messages", "application/json", JSON.stringify({ id, ...content }), patience);
  let response = await attempt();
  if (response?.status === 401) {
    // The copy kept for the time without a network has no session: any page gives one.
    await fetch("/", { credentials: "same-origin" }).catch(() => null);
    response = await attempt();
  }
  if (response === null) return { is: "no-network" };
  if (response.ok) return { is: "taken" };
  const said = (await response.json().catch(() => ({}))) as { sentence?: string };
  const sentence = said.sentence ?? problemTexts.failed;
  const isFinal = response.status === 400 || response.status === 413;
  return { is: isFinal ? "refused" : "later", sentence };
}

async function ask(
  path: string,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Response | null> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), limit);
  try {
    return await fetch(path, {
      method: "POST",
      headers: { "content-type": type },
      credentials: "same-origin",
      body,
      signal: abort.signal,
    });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
