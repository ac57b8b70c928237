import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Log } from "../domain/ports.ts";
import { cliTexts } from "../texts/zh-cn/cli.ts";

/** First comes who writes in at once; a check takes some seconds of the computer. Unit: ms. */
const after = 60_000;

/**
 * Checks the whole knowledge base a minute after the start, in a process of its own: villagers wait
 * for nothing. What must be mended is told in one line; `npm run kb -- check` names it.
 */
export function checkLater(log: Log, print: (text: string) => void): () => void {
  const timer = setTimeout(() => {
    const main = fileURLToPath(new URL("../main.ts", import.meta.url));
    const child = spawn(process.execPath, [...process.execArgv, main, "kb", "check"], {
      stdio: "ignore",
    });
    child.on("error", () => log.warn("knowledge check did not run"));
    child.on("exit", (code) => {
      log.info("knowledge checked", { clean: code === 0 });
      if (code === 1) print(cliTexts.mendKnowledge);
    });
    child.unref();
  }, after);
  timer.unref();
  return () => clearTimeout(timer);
}
