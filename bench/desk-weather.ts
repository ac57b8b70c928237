import { setTimeout as pause } from "node:timers/promises";
import type { Rate } from "../tests/support/bot-api/faults.ts";
import type { BotApi } from "../tests/support/bot-api/server.ts";

const calm: Rate[] = [
  { method: "*", probability: 0.01, fault: { kind: "status", code: 502 } },
  { method: "sendMessage", probability: 0.01, fault: { kind: "drop" } },
];

const storm: Rate[] = [
  { method: "*", probability: 0.3, fault: { kind: "status", code: 429, retryAfter: 2 } },
  { method: "*", probability: 0.35, fault: { kind: "status", code: 502 } },
  { method: "*", probability: 0.1, fault: { kind: "drop" } },
  { method: "*", probability: 0.03, fault: { kind: "hang" } },
  { method: "*", probability: 0.03, fault: { kind: "garbage" } },
];

/** What follows what, over and over. `down`: nothing listens. Unit: s. */
const forecast: { rates: Rate[]; down?: true; seconds: number }[] = [
  { rates: calm, seconds: 60 },
  { rates: storm, seconds: 120 },
  { rates: calm, seconds: 45 },
  { rates: calm, down: true, seconds: 75 },
];

/** Telegram as it is on bad days, minutes at a time. `end` brings good weather for good. */
export function badWeather(api: BotApi): { end(): Promise<void> } {
  const over = new AbortController();
  const running = (async () => {
    for (let n = 0; !over.signal.aborted; n++) {
      const { rates, down, seconds } = forecast[n % forecast.length]!;
      api.faults.rates(rates);
      if (down) await api.down();
      await pause(seconds * 1_000, null, { signal: over.signal }).catch(() => undefined);
      if (down) await api.up();
    }
    api.faults.heal();
  })();
  return {
    async end() {
      over.abort();
      await running;
    },
  };
}
