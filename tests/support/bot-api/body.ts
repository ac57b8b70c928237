import type { IncomingMessage } from "node:http";
import { badRequest } from "./error.ts";

export type Params = Record<string, unknown>;

/** The whole body of a request. */
export function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => resolve(parts.length === 1 ? parts[0]! : Buffer.concat(parts)));
    request.on("error", reject);
  });
}

/**
 * The parameters of a call: JSON, a form, or a multipart form. A file of a multipart form is `{ file, size, type, bytes }`.
 * @throws ApiError 400
 */
export function paramsOf(type: string, query: string, body: Buffer): Params {
  const params: Params = query === "" ? {} : fromForm(query);
  if (body.length === 0) return params;
  if (type.startsWith("application/json")) return { ...params, ...fromJson(body) };
  if (type.startsWith("multipart/form-data")) {
    const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
    if (!boundary) throw badRequest("multipart form without a boundary");
    return { ...params, ...fromMultipart(boundary, body) };
  }
  return { ...params, ...fromForm(body.toString()) };
}

function fromJson(body: Buffer): Params {
  try {
    const parsed: unknown = JSON.parse(body.toString());
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed))
      return parsed as Params;
  } catch {
    // told below
  }
  throw badRequest("can't parse JSON object");
}

const fromForm = (form: string): Params =>
  Object.fromEntries([...new URLSearchParams(form)].map(([name, value]) => [name, loose(value)]));

/** Forms carry every value as text: objects and lists come as JSON. */
function loose(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function fromMultipart(boundary: string, body: Buffer): Params {
  const params: Params = {};
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  while (at >= 0) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) break;
    const part = body.subarray(at + mark.length + 2, next - 2);
    const split = part.indexOf("\r\n\r\n");
    const head = part.subarray(0, split).toString();
    const content = part.subarray(split + 4);
    const name = /name="([^"]*)"/.exec(head)?.[1];
    const file = /filename="([^"]*)"/.exec(head)?.[1];
    if (name !== undefined)
      params[name] =
        file === undefined
          ? loose(content.toString())
          : {
              file,
              size: content.length,
              type: /^content-type: *(.+)$/im.exec(head)?.[1],
              bytes: content,
            };
    at = next;
  }
  return params;
}
