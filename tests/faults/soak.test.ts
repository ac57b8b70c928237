import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { forgetOldTalk, keptDays } from "../../src/store/retention.ts";
import { entry, knowledgeOf } from "../web/fakes.ts";
import { openInside, words } from "./station-inside.ts";

const rounds = 4;
const perRound = 960;
const day = 24 * 3_600_000;

it(
  "leaves neither files open nor rows behind, however long it runs",
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "sanwu-soak-"));
    const knowledge = knowledgeOf([entry("replace")]);
    const { app, store, channel, clock } = await openInside({
      file: join(folder, "sanwu.sqlite"),
      knowledge,
    });
    await app.begin();
    onTestFinished(async () => {
      await app.stop();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const openFiles = () => readdirSync("/proc/self/fd").length;
    const rowsIn = async (table: string) =>
      Number((await store.db(table).count({ n: "*" }))[0]!["n"]);
    const seen: { files: number; inbox: number; outbox: number; conversations: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      for (let n = 0; n < perRound; n += 64)
        await app.receive(
          Array.from({ length: 64 }, (_, i) =>
            words(
              String(i),
              `${round}:${n + i}`,
              i % 2 ? `身份证丢了怎么补${n}` : `事${n}`,
              clock.now(),
            ),
          ),
        );
      await app.settled();
      expect(channel.sent.splice(0).length).toBeGreaterThanOrEqual(perRound);
      clock.pass((keptDays + 1) * day);
      while ((await forgetOldTalk(store, clock.now())) > 0);
      seen.push({
        files: openFiles(),
        inbox: await rowsIn("inbox"),
        outbox: await rowsIn("outbox"),
        conversations: await rowsIn("conversations"),
      });
    }
    const [, second] = seen;
    expect(seen.slice(1)).toEqual(Array.from({ length: rounds - 1 }, () => second));
    expect(second).toMatchObject({ inbox: 0, outbox: 0, conversations: 64 });
  },
);
