import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");

/** A station in a process of its own: `npm start`, as an operating system sees it. */
export interface StationProcess {
  pid: number;
  port: number;
  /** From its start until it listened. Unit: ms. */
  startedIn: number;
  /** What it printed on standard output so far. */
  said(): string;
  /** Its log: JSON lines of standard error. */
  log(): string;
  /** Sends the signal and waits until the process is gone. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<{ code: number | null; after: number }>;
  /** Sends the signal and waits for nothing. */
  hit(signal: NodeJS.Signals): void;
}

/**
 * Starts a station and waits until it listens on a free port of 127.0.0.1.
 * @param settings environment variables beside those that every run has
 * @throws with what it printed when it ends before it listens
 */
export async function launchStation(
  dataDir: string,
  settings: Record<string, string> = {},
  nodeFlags: string[] = [],
): Promise<StationProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, "--import", "tsx", "src/main.ts", "start"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"],
      HOST: "127.0.0.1",
      PORT: "0",
      DATA_DIR: dataDir,
      ...settings,
    },
  });
  const gone = once(child, "exit") as Promise<[number | null]>;
  let said = "";
  let log = "";
  child.stderr.on("data", (part: Buffer) => (log += part.toString()));
  const port = await new Promise<number>((found, failed) => {
    child.stdout.on("data", (part: Buffer) => {
      said += part.toString();
      const url = /https?:\/\/localhost:(\d+)/.exec(said);
      if (url) found(Number(url[1]));
    });
    child.once("exit", (code) =>
      failed(new Error(`The station ended with ${code} before it listened.\n${said}\n${log}`)),
    );
  });
  return {
    pid: child.pid!,
    port,
    startedIn: performance.now() - began,
    said: () => said,
    log: () => log,
    hit: (signal) => void child.kill(signal),
    async end(signal) {
      const asked = performance.now();
      if (isRunning(child)) child.kill(signal);
      const [code] = await gone;
      return { code, after: performance.now() - asked };
    },
  };
}

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;
