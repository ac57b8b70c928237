import { z } from "zod";
import { largestFile } from "../../domain/media/limits.ts";
import type { Channel, Fetched } from "../../domain/ports.ts";
import { TelegramFault } from "./fault.ts";
import type { Transport } from "./transport.ts";

const found = z.object({ file_path: z.string().min(1).max(500) });

/** Gets a file that somebody sent: asks where it lies, then takes it from there. */
export function createFetch(transport: Transport): NonNullable<Channel["fetch"]> {
  return async (name, signal): Promise<Fetched> => {
    try {
      const file = found.parse(await transport.call("getFile", { file_id: name }, signal));
      const bytes = await transport.download(file.file_path, largestFile, signal);
      return { ok: true, bytes };
    } catch (error) {
      if (error instanceof z.ZodError) return { ok: false, why: "gone", detail: "no path" };
      if (!(error instanceof TelegramFault)) throw error;
      const { code, description: detail } = error;
      const isFinal = code === 400 || code === 410 || code === 413;
      return { ok: false, why: isFinal ? "gone" : "later", detail };
    }
  };
}
