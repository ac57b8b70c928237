import {
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { databaseFile, dataKey } from "../../src/store/key-file.ts";
import { cipherWith } from "../../src/store/cipher.ts";
import { openStore } from "../../src/store/store.ts";
import { cards } from "../../src/texts/zh-cn/emergency.ts";
import { openInside, words } from "./station-inside.ts";
import { launchStation } from "./station-process.ts";

/** A data folder with some hundred messages in its database. */
async function filledData(): Promise<string> {
  const dataDir = join(mkdtempSync(join(tmpdir(), "sanwu-damaged-")), "data");
  onTestFinished(() => rmSync(join(dataDir, ".."), { recursive: true, force: true }));
  const key = dataKey(dataDir, null);
  const store = await openStore(databaseFile(dataDir), cipherWith(key));
  const { app, clock } = await openInside({ store });
  await app.begin();
  for (let n = 0; n < 120; n++)
    await app.receive([words(String(n % 30), n, `第${n}件事`, clock.now())]);
  await app.settled();
  await app.stop();
  await store.close();
  return dataDir;
}

const damages: [string, (file: string) => void][] = [
  ["a page in the middle is noise", (file) => scribble(file, 4_096 * 10)],
  ["its second half is missing", (file) => truncateSync(file, statSync(file).size / 2)],
  ["it is no database at all", (file) => writeFileSync(file, "Guten Tag")],
];

function scribble(file: string, at: number): void {
  const open = openSync(file, "r+");
  writeSync(open, Buffer.alloc(4_096, 0x5a), 0, 4_096, at);
  closeSync(open);
}

it.each(damages)(
  "a damaged database (%s) is left as it is, said plainly, and danger is still answered",
  { timeout: 40_000 },
  async (_what, damage) => {
    const dataDir = await filledData();
    const file = databaseFile(dataDir);
    damage(file);
    const print = () => createHash("sha256").update(readFileSync(file)).digest("hex");
    const before = print();
    const station = await launchStation(dataDir, { LOG_LEVEL: "error" });
    onTestFinished(async () => void (await station.end("SIGKILL")));
    const url = `http://127.0.0.1:${station.port}`;
    expect(station.said()).toContain(file);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    const home = await fetch(url);
    const cookie = home.headers.get("set-cookie")!.split(";")[0]!;
    const said = await fetch(`${url}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie, origin: url },
      body: JSON.stringify({ id: "the-first-message", text: "我家着火了，快来人" }),
    });
    expect(said.status).toBe(503);
    const page = await (await fetch(url, { headers: { cookie } })).text();
    expect(page).toContain(cards.fire_accident.first);
    await station.end("SIGTERM");
    expect(print()).toBe(before);
  },
);
