import { crashRun, type CrashRun } from "../tests/faults/crash-run.ts";
import { flag } from "./corpus.ts";
import { benchAlarms } from "./alarms.ts";
import { benchBackups } from "./backups.ts";
import { benchDeskFaults } from "./desk-faults.ts";
import { benchDamages } from "./damages.ts";
import { benchFullDisk } from "./full-disk.ts";
import { benchMigrateKills } from "./migrate-kills.ts";
import { benchNaughty } from "./naughty.ts";
import { benchRelay } from "./relay.ts";
import { benchSoak } from "./soak.ts";
import { benchTakes } from "./takes.ts";

/**
 * The long forms of what tests/faults/ tests in short: `npm run bench -- faults [--only kill,term,desk,workers,takes,
 * alarms,relay,migrate,backup,disk,damage,soak,naughty] [--kills 300] [--terms 50] [--villagers 900] [--desk-kills 300]
 * [--worker-ends 50] [--matters 500] [--alarms 300] [--messages 100000] [--conversations 100000] [--migrate-kills 50] [--backups 20]
 * [--damages 200] [--updates 20000]`. Two workers need a PostgreSQL that is installed; it runs a server of its own.
 */
export async function benchFaults(args: string[]): Promise<void> {
  const only = flag(args, "--only")?.split(",");
  const number = (name: string, usual: number) => Number(flag(args, name) ?? usual);
  const wants = (name: string) => only === undefined || only.includes(name);
  const crash = { villagers: number("--villagers", 900), rate: 130, seed: number("--seed", 1) };
  if (wants("kill"))
    await crashes({
      ...crash,
      signal: "SIGKILL",
      times: number("--kills", 300),
      life: [50, 1_300],
    });
  if (wants("term"))
    await crashes({ ...crash, signal: "SIGTERM", times: number("--terms", 50), life: [50, 1_300] });
  if (wants("desk")) await benchDeskFaults("one", number("--desk-kills", 300), crash.seed);
  if (wants("workers")) await benchDeskFaults("two", number("--worker-ends", 50), crash.seed);
  if (wants("takes")) await benchTakes(number("--matters", 500));
  if (wants("alarms")) await benchAlarms(number("--alarms", 300), crash.seed);
  if (wants("relay")) await benchRelay(number("--messages", 100_000), crash.seed);
  if (wants("migrate"))
    await benchMigrateKills(
      number("--conversations", 100_000),
      number("--migrate-kills", 50),
      crash.seed,
    );
  if (wants("backup")) await benchBackups(number("--backups", 20));
  if (wants("disk")) await benchFullDisk();
  if (wants("damage")) await benchDamages(number("--damages", 200), crash.seed);
  if (wants("soak")) await benchSoak(number("--updates", 20_000));
  if (wants("naughty")) await benchNaughty();
}

/** In rounds: villagers have only so much to say. */
async function crashes(run: CrashRun): Promise<void> {
  const round = 30;
  const sum = { ends: 0, messages: 0, inFlight: 0, duplicates: 0, wrong: 0, slowestEnd: 0 };
  for (let done = 0; done < run.times; done += round) {
    const times = Math.min(round, run.times - done);
    const report = await crashRun({ ...run, times, seed: run.seed + done });
    const { lost, storedTwice, outOfOrder, strays, wrongRows, badDuplicates, unsent } = report;
    sum.ends += report.ends;
    sum.messages += report.messages;
    sum.inFlight += report.inFlight;
    sum.duplicates += report.duplicates;
    sum.slowestEnd = Math.max(sum.slowestEnd, report.slowestEnd);
    sum.wrong += lost + storedTwice + outOfOrder + strays + wrongRows + badDuplicates + unsent;
    if (sum.wrong > 0) console.log(report);
  }
  const { ends, messages, inFlight, duplicates, wrong, slowestEnd } = sum;
  console.log(
    `${run.signal}: ${ends} ends, ${messages} messages of ${run.villagers} villagers, ${run.rate}/s; lost, doubled, mixed up or left: ${wrong}`,
  );
  console.log(
    `  seen twice (marked): ${duplicates} = ${(duplicates / ends).toFixed(2)} an end; on their way at the end: ${(inFlight / ends).toFixed(2)} an end; slowest end ${slowestEnd.toFixed(0)} ms`,
  );
}
