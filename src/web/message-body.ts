import { createHash } from "node:crypto";
import { z } from "zod";
import type { Content } from "../domain/message.ts";
import { chatTexts } from "../texts/zh-cn/page.ts";

/** What a villager may send at once. Unit: bytes of UTF-8. */
export const longestText = 16 * 1024;
/** The same with all that JSON or a form may add to it. Unit: bytes. */
export const longestBody = 128 * 1024;

/** A message of the page, read. `ids` are the client's own names of it, the same for a repeat. */
export type MessageBody =
  | { ok: true; messages: { id: string; content: Content }[]; draft: string }
  | { ok: false; why: "broken" | "too-long" | "empty"; draft: string };

export const idShape = z.string().regex(/^[\w-]{8,64}$/);
/** Leaves room for what `nameOf` adds. */
export const nonceShape = z.string().regex(/^[\w-]{8,48}$/);
const json = z.union([
  z.strictObject({ id: idShape, text: z.string() }),
  z.strictObject({ id: idShape, choice: z.string().min(1).max(64) }),
]);

/** Reads {id, text} or {id, choice}. */
export function readJson(bytes: Uint8Array): MessageBody {
  const broken: MessageBody = { ok: false, why: "broken", draft: "" };
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return broken;
  }
  const read = json.safeParse(raw);
  if (!read.success) return broken;
  if ("choice" in read.data) {
    const { id, choice } = read.data;
    return { ok: true, messages: [{ id, content: { kind: "press", choice } }], draft: "" };
  }
  return withText(read.data.text, (content) => [{ id: read.data.id, content }]);
}

/**
 * Reads the form of a page without a script: nonce and one of choice, door, urgent, text. The name
 * of a message is made of the nonce and what it says, so that a double tap is a repeat and another
 * button of the same page is not.
 */
export function readForm(bytes: Uint8Array): MessageBody {
  const broken: MessageBody = { ok: false, why: "broken", draft: "" };
  const raw = new TextDecoder("latin1").decode(bytes);
  try {
    decodeURIComponent(raw.replaceAll("+", " "));
  } catch {
    return broken;
  }
  const form = new URLSearchParams(raw);
  const nonce = nonceShape.safeParse(form.get("nonce"));
  if (!nonce.success) return broken;
  const named = (content: Content) => ({ id: nameOf(nonce.data, content), content });
  const choice = form.get("choice");
  if (choice !== null) {
    if (choice === "" || choice.length > 64) return broken;
    return { ok: true, messages: [named({ kind: "press", choice })], draft: "" };
  }
  const typed = form.get("text") ?? "";
  if (!form.has("urgent"))
    return withText(form.get("door") ?? typed, (content) => [named(content)]);
  // The urgent button never waits for what else was typed, and never loses it.
  const urgent = named(said(chatTexts.urgent));
  const rest = withText(typed, (content) => [named(content)]);
  return { ok: true, messages: rest.ok ? [urgent, ...rest.messages] : [urgent], draft: "" };
}

function withText(
  raw: string,
  messages: (content: Content) => { id: string; content: Content }[],
): MessageBody {
  const text = cleaned(raw);
  if (text.trim() === "") return { ok: false, why: "empty", draft: "" };
  if (Buffer.byteLength(text) > longestText) return { ok: false, why: "too-long", draft: text };
  return { ok: true, messages: messages(said(text)), draft: text };
}

function said(text: string): Content {
  return { kind: "text", text, forwarded: false, edited: false };
}

/** Half characters and control characters come from broken keyboards and hostile hands only. */
export function cleaned(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return Buffer.from(text)
    .toString()
    .replace(/\r\n?/g, "\n")
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, "");
}

function nameOf(nonce: string, content: Content): string {
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("base64url");
  return `${nonce}-${hash.slice(0, 12)}`;
}
