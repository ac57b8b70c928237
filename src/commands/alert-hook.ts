import { spawn } from "node:child_process";
import type { Log } from "../domain/ports.ts";

/** A hook that does not end is left to itself after so long. Unit: ms. */
const patience = 20_000;

/**
 * Sets off the station's own siren or text messages. It is told the kind of danger and nothing else:
 * SANWU_DANGER for a command, ?danger= for a URL.
 */
export function alertHook(hook: string | null, log: Log): (kind: string) => void {
  if (hook === null) return () => undefined;
  return (kind) => {
    const failed = (error: unknown): void =>
      log.error("alert hook failed", { kind, error: error instanceof Error ? error.name : "" });
    if (/^https?:\/\//.test(hook)) {
      const url = new URL(hook);
      url.searchParams.set("danger", kind);
      fetch(url, { method: "POST", signal: AbortSignal.timeout(patience) }).catch(failed);
      return;
    }
    const child = spawn(hook, {
      shell: true,
      stdio: "ignore",
      env: { ...childEnvironment(), SANWU_DANGER: kind },
      timeout: patience,
    });
    child.on("error", failed);
    child.on("exit", (code) => code === 0 || failed(new Error(`exit ${code}`)));
  };
}

/** The command needs to find programs; it is told none of our settings. */
function childEnvironment(): NodeJS.ProcessEnv {
  return { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" };
}
