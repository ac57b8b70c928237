import { describe, expect, it } from "vitest";
import { crashRun } from "./crash-run.ts";

/** Messages that the outbox may have on their way at once. */
const senders = 8;

const faultless = {
  ...{ lost: 0, examples: [], storedTwice: 0, outOfOrder: 0, strays: 0, wrongRows: 0 },
  ...{ badDuplicates: 0, unsent: 0 },
};

describe("a station that is ended while hundreds of villagers write", () => {
  it("loses nothing and mixes up nothing, killed 20 times", { timeout: 300_000 }, async () => {
    const report = await crashRun({
      ...{
        signal: "SIGKILL",
        times: 20,
        villagers: 900,
        rate: 130,
        life: [100, 1_300],
        seed: 7,
      },
    });
    expect(report).toMatchObject(faultless);
    expect(report.messages).toBeGreaterThan(1_000);
    // Only what was on its way at the moment of death can be seen twice.
    expect(report.duplicates).toBeLessThanOrEqual(report.inFlight);
    expect(report.inFlight).toBeLessThanOrEqual(senders * report.ends);
    expect(report.duplicates).toBeLessThanOrEqual(0.6 * senders * report.ends);
  });

  it("shows nothing twice when it is asked to stop", { timeout: 120_000 }, async () => {
    const report = await crashRun({
      ...{ signal: "SIGTERM", times: 4, villagers: 500, rate: 130, life: [300, 1_300], seed: 11 },
    });
    expect(report).toMatchObject({ ...faultless, duplicates: 0, codes: [0, 0, 0, 0] });
    expect(report.slowestEnd).toBeLessThan(10_000);
  });
});
