import { problemTexts } from "../../texts/zh-cn/page.ts";
import type { Outcome } from "./sender.ts";
import type { Queued } from "./queue.ts";

/** A request that takes longer is tried again. Unit: ms. */
const patience = 20_000;

/** One attempt to hand a message to the station. */
export async function post({ id, content }: Queued): Promise<Outcome> {
  let response = await attempt({ id, ...content });
  if (response?.status === 401) {
    // The copy kept for the time without a network has no session: any page gives one.
    await fetch("/", { credentials: "same-origin" }).catch(() => null);
    response = await attempt({ id, ...content });
  }
  if (response === null) return { is: "no-network" };
  if (response.ok) return { is: "taken" };
  const said = (await response.json().catch(() => ({}))) as { sentence?: string };
  const sentence = said.sentence ?? problemTexts.failed;
  const isFinal = response.status === 400 || response.status === 413;
  return { is: isFinal ? "refused" : "later", sentence };
}

async function attempt(message: object): Promise<Response | null> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    return await fetch("/api/messages", {
      method: "POST",
      headers: { "content-type": "application/json" },
      credentials: "same-origin",
      body: JSON.stringify(message),
      signal: abort.signal,
    });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
