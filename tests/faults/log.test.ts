import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { startBotApi } from "../support/bot-api/server.ts";
import { launchStation } from "./station-process.ts";

const phone = "13912345678";
const idNumber = "110101199003074477";
const card = "6222020200112233445";

it(
  "the log of a busy and troubled day holds nothing that anybody said",
  { timeout: 90_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "sanwu-log-"));
    const token = "7001:AAEabcdefghijklmnopqrstuvwxyz0123456";
    const api = await startBotApi({ token, seed: 3 });
    const station = await launchStation(join(folder, "data"), {
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: api.url,
      LOG_LEVEL: "debug",
    });
    onTestFinished(async () => {
      await station.end("SIGKILL");
      await api.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    const golden = (file: string) =>
      readFileSync(`tests/golden/${file}.jsonl`, "utf8")
        .trim()
        .split("\n")
        .flatMap((line) => (JSON.parse(line) as { text?: string }).text ?? []);
    const said = [
      ...golden("questions").slice(0, 150),
      ...golden("emergencies").slice(0, 100),
      `我电话${phone}，找民警`,
      `身份证号${idNumber}丢了`,
      `钱打到卡${card}了，还能追回来吗`,
    ];
    api.faults.rates([
      { method: "*", probability: 0.05, fault: { kind: "status", code: 502 } },
      { method: "*", probability: 0.05, fault: { kind: "drop" } },
      { method: "sendMessage", probability: 0.03, fault: { kind: "status", code: 400 } },
      { method: "sendMessage", probability: 0.02, fault: { kind: "status", code: 403 } },
      { method: "*", probability: 0.02, fault: { kind: "garbage" } },
    ]);
    said.forEach((text, n) => api.user(n + 1).says(text));
    await vi.waitFor(() => expect(api.updates.pending).toBe(0), { timeout: 30_000 });
    api.updates.push({ message: { chat: "nonsense", text: said[0] } });
    await vi.waitFor(() => expect(api.updates.pending).toBe(0), { timeout: 30_000 });
    // Troubles are logged as replies go out, which takes a slow machine a while.
    await vi.waitFor(() => expect(station.log().split("\n").length).toBeGreaterThan(3), {
      timeout: 60_000,
    });
    api.faults.heal();
    await station.end("SIGTERM");
    const log = station.log();
    const secrets = [token, token.split(":")[1]!, phone, idNumber, card, ...said];
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
    // Not even a piece of what was said, and of what was replied: no Chinese but the log's own lines.
    const lines = log.split("\n").filter((line) => /\p{Script=Han}/u.test(line));
    expect(lines).toEqual([]);
  },
);
