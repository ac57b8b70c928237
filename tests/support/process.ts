import { spawn, type ChildProcess } from "node:child_process";
import { onTestFinished } from "vitest";

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface Started {
  readonly child: ChildProcess;
  /** What it wrote so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves when its output holds this; rejects when it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<Ended>;
}

/** Only what a station's process needs: settings of the machine that runs the tests stay out. */
function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, TZ } = process.env;
  return { PATH, HOME, TZ, LOG_LEVEL: "silent", ...settings };
}

/** Starts `npm run <command>` without npm; it is killed when the test ends, should it still run. */
export function startProcess(args: string[], settings: Record<string, string> = {}): Started {
  const child = spawn("node", ["--import", "tsx", "src/main.ts", ...args], {
    env: environment(settings),
    stdio: ["pipe", "pipe", "pipe"],
  });
  const texts = { out: "", err: "" };
  const listeners = new Set<() => void>();
  const collect = (stream: NodeJS.ReadableStream, name: "out" | "err") => {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      texts[name] += text;
      for (const look of listeners) look();
    });
  };
  collect(child.stdout, "out");
  collect(child.stderr, "err");
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code) => resolve({ code, ...texts }));
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return {
    child,
    out: () => texts.out,
    err: () => texts.err,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(texts.out);
          if (!found) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
        void ended.then(({ out, err }) => reject(new Error(`It ended: ${out}\n${err}`)));
      }),
  };
}

/** Runs a command to its end. */
export function run(
  args: string[],
  { input = "", settings = {} }: { input?: string; settings?: Record<string, string> } = {},
): Promise<Ended> {
  const { child, ended } = startProcess(args, settings);
  child.stdin!.end(input);
  return ended;
}
