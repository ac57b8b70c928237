import { existsSync, statSync } from "node:fs";
import { mkdir, statfs } from "node:fs/promises";
import type { Config } from "../config.ts";
import type { Log } from "../domain/ports.ts";
import { yearToWrite } from "../domain/calendar.ts";
import { hoursAreGuessed } from "../domain/seat-rules.ts";
import { missingFacts } from "../domain/station.ts";
import { backupsIn } from "../store/backup.ts";
import { isWhole, openDatabase } from "../store/connection.ts";
import { databaseFile, dataKey, keyFile } from "../store/key-file.ts";
import { lossySettings, publicName } from "../store/postgres.ts";
import { cliTexts, doctorTexts as texts } from "../texts/zh-cn/cli.ts";
import { missingFactNames } from "../texts/zh-cn/station.ts";
import { backupFolder, isServing } from "./backup.ts";
import { dayAt, openStationKnowledge } from "./station.ts";

interface Finding {
  what: string;
  /** False: something must be done before the station can rely on it. */
  ok: boolean;
  detail: string;
}

/** Looks at everything that the station relies on. True where nothing must be mended. */
export async function doctor(
  config: Config,
  log: Log,
  print: (text: string) => void,
): Promise<boolean> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const findings = [
    await key(config),
    await database(config),
    ...(await content(config, log)),
    await disk(config),
    backups(config),
    clock(),
    telegram(config),
    await page(config),
  ];
  for (const { what, ok, detail } of findings)
    print(`${ok ? cliTexts.ok : cliTexts.bad}  ${what}: ${detail}`);
  return findings.every(({ ok }) => ok);
}

async function key(config: Config): Promise<Finding> {
  const what = texts.key;
  const fresh = config.dataKey === null && !existsSync(keyFile(config.dataDir));
  if (fresh && !existsSync(databaseFile(config.dataDir)))
    return { what, ok: true, detail: texts.noKey };
  try {
    dataKey(config.dataDir, config.dataKey);
    return {
      what,
      ok: true,
      detail: config.dataKey === null ? keyFile(config.dataDir) : cliTexts.keyByEnv,
    };
  } catch (error) {
    return { what, ok: false, detail: sentenceOf(error) };
  }
}

async function database(config: Config): Promise<Finding> {
  const what = texts.database;
  if (config.databaseUrl !== null) return postgres(what, config.databaseUrl);
  const file = databaseFile(config.dataDir);
  if (!existsSync(file)) return { what, ok: true, detail: texts.noDatabase };
  const damaged = texts.damaged(backupsIn(backupFolder(config))[0] ?? null);
  try {
    const db = await openDatabase(file);
    const ok = await isWhole(db).finally(() => db.destroy());
    return { what, ok, detail: ok ? `${texts.whole} ${file}` : damaged };
  } catch {
    return { what, ok: false, detail: damaged };
  }
}

async function postgres(what: string, url: string): Promise<Finding> {
  try {
    const db = await openDatabase(url);
    const lossy = await lossySettings(db).finally(() => db.destroy());
    const name = publicName(url);
    const ok = lossy.length === 0;
    return { what, ok, detail: ok ? texts.connected(name) : texts.lossy(name, lossy) };
  } catch (error) {
    return { what, ok: false, detail: sentenceOf(error) };
  }
}

async function content(config: Config, log: Log): Promise<Finding[]> {
  const knowledge = await openStationKnowledge(config, log, false);
  const { entries, problems, station, calendar = [] } = knowledge;
  const year = yearToWrite(dayAt(Date.now()), calendar);
  const missing = missingFacts(station).map((fact) => missingFactNames[fact]);
  return [
    {
      what: texts.knowledge,
      ok: entries.length > 0 && problems.length === 0,
      detail: texts.entries(entries.length, problems.length),
    },
    {
      what: texts.station,
      ok: missing.length === 0,
      detail: missing.length === 0 ? station.name : texts.fill(missing),
    },
    {
      what: texts.seats,
      ok: !hoursAreGuessed(station),
      detail: hoursAreGuessed(station) ? texts.guessedHours : texts.seatHours,
    },
    {
      what: texts.holidays,
      ok: year === null,
      detail: year === null ? texts.holidaysKnown : texts.holidaysMissing(year),
    },
  ];
}

async function disk({ dataDir }: Config): Promise<Finding> {
  const { bavail, bsize } = await statfs(dataDir);
  const free = (bavail * bsize) / 1e9;
  return { what: texts.disk, ok: free > 1, detail: texts.free(free.toFixed(1)) };
}

/** A backup older than this is said to be missing. Unit: hours. */
const oldestBackup = 26;

function backups(config: Config): Finding {
  const what = texts.backup;
  if (config.databaseUrl !== null) return { what, ok: true, detail: texts.dumped };
  const [last] = backupsIn(backupFolder(config));
  if (last === undefined)
    return { what, ok: !existsSync(databaseFile(config.dataDir)), detail: texts.noBackup };
  const hours = Math.floor((Date.now() - statSync(last).mtimeMs) / 3_600_000);
  return { what, ok: hours < oldestBackup, detail: texts.backupAge(last, hours) };
}

function clock(): Finding {
  const year = new Date().getFullYear();
  const ok = year >= 2026 && year < 2100;
  return { what: texts.clock, ok, detail: ok ? new Date().toISOString() : texts.year(year) };
}

function telegram({ telegram: on, residency }: Config): Finding {
  return { what: texts.telegram, ok: true, detail: on ? texts.on(residency) : texts.off };
}

async function page(config: Config): Promise<Finding> {
  return {
    what: texts.port,
    ok: true,
    detail: (await isServing(config)) ? texts.answers : texts.silent,
  };
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
