import { Agent, request } from "node:http";
import type { Update } from "./updates.ts";

/** Posts updates to the bot: in order within a chat, at most `connections` at once, again and again until 2xx. */
export interface Delivery {
  readonly pending: number;
  readonly lastError: string | null;
  give(update: Update): void;
  /** Stops; what was not delivered, oldest first. */
  stop(): Update[];
}

export function createDelivery(
  url: string,
  secret: string | null,
  connections: number,
  /** Unit: ms; doubles up to 60 times of it. */
  firstWait: number,
): Delivery {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const lanes = new Map<string, Update[]>();
  const ready: string[] = [];
  let open = 0;
  let stopped = false;
  let lastError: string | null = null;

  const post = (update: Update) =>
    new Promise<string | null>((resolve) => {
      const body = JSON.stringify(update);
      const call = request(
        url,
        {
          method: "POST",
          agent,
          timeout: 60_000,
          headers: {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
            ...(secret === null ? {} : { "x-telegram-bot-api-secret-token": secret }),
          },
        },
        (answer) => {
          answer.resume();
          answer.on("close", () =>
            resolve(
              Math.floor(answer.statusCode! / 100) === 2
                ? null
                : `Wrong response from the webhook: ${answer.statusCode} ${answer.statusMessage}`,
            ),
          );
        },
      );
      call.on("timeout", () => call.destroy(new Error("Read timeout expired")));
      call.on("error", (error) => resolve(error.message || "Connection refused"));
      call.end(body);
    });

  const run = async (name: string) => {
    const lane = lanes.get(name)!;
    let wait = firstWait;
    for (;;) {
      const error = await post(lane[0]!);
      if (stopped) return;
      if (error === null) break;
      lastError = error;
      await new Promise((resolve) => setTimeout(resolve, wait).unref());
      if (stopped) return;
      wait = Math.min(wait * 2, firstWait * 60);
    }
    lane.shift();
    open--;
    if (lane.length > 0) ready.push(name);
    else lanes.delete(name);
    pump();
  };
  const pump = () => {
    while (!stopped && open < connections && ready.length > 0) {
      open++;
      void run(ready.shift()!);
    }
  };
  return {
    get pending() {
      let count = 0;
      for (const lane of lanes.values()) count += lane.length;
      return count;
    },
    get lastError() {
      return lastError;
    },
    give(update) {
      const name = laneOf(update);
      const lane = lanes.get(name);
      if (lane) lane.push(update);
      else {
        lanes.set(name, [update]);
        ready.push(name);
        pump();
      }
    },
    stop() {
      stopped = true;
      agent.destroy();
      return [...lanes.values()].flat().sort((a, b) => a.update_id - b.update_id);
    },
  };
}

function laneOf(update: Update): string {
  const inside = Object.entries(update).find(([key]) => key !== "update_id")?.[1] as
    { chat?: { id?: number }; message?: { chat?: { id?: number } } } | undefined;
  return String(inside?.chat?.id ?? inside?.message?.chat?.id ?? "none");
}
