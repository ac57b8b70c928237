import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { backUp, inspect, restore } from "../store/backup.ts";
import { databaseFile, dataKey, keyFile } from "../store/key-file.ts";
import { publicName } from "../store/postgres.ts";
import { cliTexts } from "../texts/zh-cn/cli.ts";

export function backupFolder({ dataDir }: Pick<Config, "dataDir">): string {
  return join(dataDir, "backups");
}

/** The station's database: its address, or its file. */
export function databaseOf({ dataDir, databaseUrl }: Pick<Config, "dataDir" | "databaseUrl">) {
  return databaseUrl ?? databaseFile(dataDir);
}

function dumpHint(url: string): string {
  return cliTexts.useDump(`pg_dump --format=custom --file=sanwu.dump ${publicName(url)}`);
}

function restoreHint(url: string): string {
  return cliTexts.useDump(`pg_restore --clean --if-exists -d ${publicName(url)} sanwu.dump`);
}

/** Writes a checked backup beside the database, also while the station is serving. */
export async function backup(config: Config, print: (text: string) => void): Promise<void> {
  if (config.databaseUrl !== null) throw new Error(dumpHint(config.databaseUrl));
  const file = databaseFile(config.dataDir);
  if (!existsSync(file)) throw new Error(`There is no database at ${file} to back up.`);
  const key = dataKey(config.dataDir, config.dataKey);
  const facts = await backUp(file, backupFolder(config), key, new Date());
  const where = config.dataKey === null ? keyFile(config.dataDir) : cliTexts.keyByEnv;
  print(cliTexts.backedUp(facts.file, facts.bytes, facts.conversations) + where);
}

/** `restore FILE --verify` only checks; `restore FILE` puts it in place while nothing is serving. */
export async function restoreFrom(
  config: Config,
  args: string[],
  print: (text: string) => void,
): Promise<void> {
  const verify = args.includes("--verify");
  const [file] = args.filter((arg) => !arg.startsWith("--"));
  if (config.databaseUrl !== null) throw new Error(restoreHint(config.databaseUrl));
  if (file === undefined) throw new Error("Which backup? npm run restore -- FILE [--verify]");
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const key = dataKey(config.dataDir, config.dataKey);
  if (verify) {
    const { conversations, updates } = await inspect(file, key);
    print(cliTexts.verified(file, conversations, updates));
    return;
  }
  if (await isServing(config)) throw new Error(cliTexts.running);
  await restore(file, databaseFile(config.dataDir), key, new Date());
  print(cliTexts.restored(file));
}

/** Whether a station with these settings answers on this computer. */
export async function isServing({ port, tls }: Pick<Config, "port" | "tls">): Promise<boolean> {
  if (port === 0) return false;
  try {
    await fetch(`${tls ? "https" : "http"}://127.0.0.1:${port}/livez`, {
      signal: AbortSignal.timeout(2_000),
    });
    return true;
  } catch (error) {
    // Somebody who is slow to answer is there all the same.
    return error instanceof Error && error.name === "TimeoutError";
  }
}
