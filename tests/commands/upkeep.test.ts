import { createServer } from "node:http";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { backup, isServing, restoreFrom } from "../../src/commands/backup.ts";
import { doctor } from "../../src/commands/doctor.ts";
import { readConfig } from "../../src/config.ts";
import { openLog } from "../../src/log.ts";
import { backupsIn } from "../../src/store/backup.ts";
import { keyFile } from "../../src/store/key-file.ts";
import { cliTexts, doctorTexts } from "../../src/texts/zh-cn/cli.ts";
import { folderForTest } from "../support/opened-store.ts";
import { run } from "../support/process.ts";
import { freePort, readyAt, startStation, stationSettings, stopped } from "../support/serving.ts";

const limit = 60_000;
const root = process.cwd();

/** The admin's commands on a station with these settings, in this process. */
function admin(settings: Record<string, string>) {
  const config = readConfig(root, settings);
  const saying = async (work: (print: (text: string) => void) => Promise<unknown>) => {
    const lines: string[] = [];
    const result = await work((text) => lines.push(text));
    return { result, out: lines.join("\n") };
  };
  return {
    backup: () => saying((print) => backup(config, print)),
    restore: (...args: string[]) => saying((print) => restoreFrom(config, args, print)),
    doctor: () => saying((print) => doctor(config, openLog("silent"), print)),
  };
}

describe("looking after a station", () => {
  it(
    "back up while it serves, verify, damage, be told, restore, serve again",
    async () => {
      const settings = stationSettings(folderForTest(), await freePort());
      const data = settings.DATA_DIR;
      const database = join(data, "sanwu.sqlite");
      const looking = admin(settings);

      const station = startStation(settings);
      const page = await readyAt(station);
      const backedUp = await run(["backup"], { settings });
      expect(backedUp).toMatchObject({ code: 0, err: "" });
      const [file, ...more] = backupsIn(join(data, "backups"));
      expect(more).toEqual([]);
      expect(backedUp.out).toContain(file);
      expect(backedUp.out).toContain(join(data, "key"));
      const well = await looking.doctor();
      expect(well.out).toContain(`${cliTexts.ok}  ${doctorTexts.port}: ${doctorTexts.answers}`);
      expect(well.out).toContain(`${cliTexts.ok}  ${doctorTexts.database}`);
      expect(well.out).toContain(`${cliTexts.ok}  ${doctorTexts.backup}`);

      const verified = await run(["restore", file!, "--verify"], { settings });
      expect(verified).toMatchObject({ code: 0, out: `${cliTexts.verified(file!, 0, 0)}\n` });
      await expect(looking.restore(file!)).rejects.toThrow(cliTexts.running);
      expect((await fetch(`${page}/livez`)).status).toBe(200);
      await stopped(station, "SIGTERM");

      writeFileSync(database, "x".repeat(100_000));
      const ill = await looking.doctor();
      expect(ill.result).toBe(false);
      const damaged = doctorTexts.damaged(file!);
      expect(ill.out).toContain(`${cliTexts.bad}  ${doctorTexts.database}: ${damaged}`);
      const careful = startStation(settings);
      await readyAt(careful);
      expect(careful.out()).toContain(cliTexts.damaged(database, file!));
      expect(readFileSync(database, "utf8")).toBe("x".repeat(100_000));
      expect((await stopped(careful, "SIGTERM")).code).toBe(0);

      expect((await looking.restore(file!)).out).toBe(cliTexts.restored(file!));
      expect(readdirSync(data).some((name) => name.includes(".before-"))).toBe(true);
      const again = startStation(settings);
      expect((await fetch(`${await readyAt(again)}/livez`)).status).toBe(200);
      expect(again.out()).not.toContain(cliTexts.damaged(database, file!));
      await stopped(again, "SIGTERM");

      // Without its key the database is not touched, and no new key is made.
      const key = readFileSync(keyFile(data), "utf8");
      writeFileSync(keyFile(data), "damaged");
      const keyless = await run(["start"], { settings });
      expect(keyless.code).toBe(1);
      expect(keyless.err).toMatch(/damaged/);
      expect((await looking.doctor()).out).toContain(`${cliTexts.bad}  ${doctorTexts.key}`);
      writeFileSync(keyFile(data), key);

      // A damaged backup is refused, and what is there stays.
      writeFileSync(file!, readFileSync(file!).subarray(0, 30_000));
      const before = readFileSync(database);
      await expect(looking.restore(file!, "--verify")).rejects.toThrow();
      await expect(looking.restore(file!)).rejects.toThrow();
      expect(readFileSync(database).equals(before)).toBe(true);
    },
    limit,
  );

  it("a fresh installation is told what is still to do, and nothing is made by looking", async () => {
    const settings = stationSettings(folderForTest());
    const { result, out } = await admin(settings).doctor();
    expect(result).toBe(false);
    const { key, database, knowledge, station, disk, clock, backup, telegram, port } = doctorTexts;
    const { seats, holidays } = doctorTexts;
    const looked = out.split("\n").map((line) => /^\S+  (.+?): ./.exec(line)?.[1]);
    expect(looked).toEqual([
      ...[key, database, knowledge, station, seats, holidays, disk, backup, clock, telegram, port],
    ]);
    expect(out).toContain(`${cliTexts.ok}  ${key}: ${doctorTexts.noKey}`);
    expect(out).toContain(`${cliTexts.ok}  ${database}: ${doctorTexts.noDatabase}`);
    expect(out).toContain(`${cliTexts.bad}  ${station}`);
    expect(existsSync(join(settings.DATA_DIR, "sanwu.sqlite"))).toBe(false);
    expect(existsSync(keyFile(settings.DATA_DIR))).toBe(false);
  }, 20_000);

  it("a station that is slow to answer is serving all the same; a closed port is not", async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as { port: number };
    expect(await isServing({ port, tls: null })).toBe(true);
    await new Promise((resolve) => silent.close(resolve).closeAllConnections());
    expect(await isServing({ port, tls: null })).toBe(false);
  }, 20_000);

  it("exits with 1 where something must be mended", async () => {
    const { code, err } = await run(["doctor"], { settings: stationSettings(folderForTest()) });
    expect({ code, err }).toEqual({ code: 1, err: "" });
  }, 20_000);
});
