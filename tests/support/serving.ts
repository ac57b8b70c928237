import { createServer } from "node:net";
import { join } from "node:path";
import { expect } from "vitest";
import { startProcess, type Started } from "./process.ts";

/** Settings of a station that only this computer sees. */
export function stationSettings(folder: string, port = 0) {
  return { PORT: String(port), HOST: "127.0.0.1", DATA_DIR: join(folder, "data") };
}

export function startStation(settings: Record<string, string>): Started {
  return startProcess(["start"], settings);
}

/** A port that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Its address, once it says that it is ready. */
export async function readyAt(started: Started): Promise<string> {
  const [, port] = await started.says(/ready\n.*http:\/\/localhost:(\d+)/);
  return `http://127.0.0.1:${port}`;
}

/** How it ended after this signal: within the ten seconds that systemd and Docker give. */
export async function stopped({ child, ended }: Started, signal: NodeJS.Signals) {
  const began = Date.now();
  child.kill(signal);
  const end = await ended;
  expect(Date.now() - began).toBeLessThan(10_000);
  return end;
}
