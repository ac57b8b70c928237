import { existsSync } from "node:fs";
import type { Config } from "../config.ts";
import { flagCandidates } from "../store/flag-candidates.ts";
import { warningPageTexts } from "../texts/zh-cn/warnings-page.ts";
import { databaseOf } from "./backup.ts";
import { withStore } from "./with-store.ts";

/** How many are listed, the latest first. */
const most = 200;

/** Lists what was judged once and came out otherwise, masked. Gives the exit code; 2: not understood. */
export async function listFlagCandidates(
  config: Config,
  args: string[],
  print: (text: string) => void,
): Promise<number> {
  const { none, line, usage } = warningPageTexts.candidates;
  if (args[0] !== "candidates") {
    print(usage);
    return 2;
  }
  const file = databaseOf(config);
  if (config.databaseUrl === null && !existsSync(file)) {
    print(none);
    return 0;
  }
  const candidates = await withStore(config, ({ db, cipher }) => flagCandidates(db, cipher, most));
  if (candidates.length === 0) print(none);
  for (const it of candidates) print(`${line(it)}\n  ${it.text.replaceAll("\n", "\n  ")}`);
  return 0;
}
