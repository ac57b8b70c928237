import { createServer } from "node:net";
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cliTexts } from "../../src/texts/zh-cn/cli.ts";
import { missingFactNames } from "../../src/texts/zh-cn/station.ts";
import { folderForTest } from "../support/opened-store.ts";
import { run } from "../support/process.ts";
import { readyAt, startStation, stationSettings, stopped } from "../support/serving.ts";

const limit = 60_000;

describe("starting", () => {
  it(
    "says in two languages that it is ready, where, and what is on or off; stops when asked to",
    async () => {
      const settings = stationSettings(folderForTest());
      const publicUrl = "http://192.168.1.20:8080";
      const station = startStation({ ...settings, PUBLIC_URL: publicUrl });
      const page = await readyAt(station);
      const text = station.out();
      expect(text).toContain(cliTexts.ready(page.replace("127.0.0.1", "localhost")));
      expect(text).toMatch(/[\u4e00-\u9fff].*\/ Sanwu is ready/);
      expect(text).toContain(cliTexts.network(publicUrl));
      expect(text).toContain(cliTexts.scan);
      expect(text.match(/^[█▀▄ ]{20,}$/gm)!.length).toBeGreaterThan(10);
      expect(text).toContain(cliTexts.data(settings.DATA_DIR));
      expect(text).toContain(cliTexts.telegramOff);
      expect(text).toContain(cliTexts.modelOff);
      expect(text).toContain(missingFactNames.phone);
      expect((await fetch(`${page}/livez`)).status).toBe(200);
      expect(await (await fetch(page)).text()).toContain("110");
      expect(statSync(join(settings.DATA_DIR, "key")).mode & 0o777).toBe(0o600);
      const { code, out, err } = await stopped(station, "SIGTERM");
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out.trimEnd().endsWith(`${cliTexts.stopping}\n${cliTexts.stopped}`)).toBe(true);
      await expect(fetch(`${page}/livez`)).rejects.toThrow();
    },
    limit,
  );

  it(
    "stops as well when the very first thing it hears is Ctrl-C",
    async () => {
      const station = startStation(stationSettings(folderForTest()));
      await readyAt(station);
      expect(await stopped(station, "SIGINT")).toMatchObject({ code: 0 });
    },
    limit,
  );

  it(
    "refuses a port that is taken, in a sentence",
    async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const { port } = server.address() as { port: number };
      const settings = stationSettings(folderForTest(), port);
      const { code, err } = await run(["start"], { settings });
      server.close();
      expect(code).toBe(1);
      expect(err).toContain(String(port));
      expect(err).not.toMatch(/\n\s+at /);
    },
    limit,
  );
});
