import { openStationKnowledge } from "../src/commands/station.ts";
import { naughtyTexts } from "../tests/faults/naughty.ts";
import { openInside, recordingChannel, words } from "../tests/faults/station-inside.ts";
import { quantile } from "./corpus.ts";

/** Each naughty text alone through the whole road. */
export async function benchNaughty(): Promise<void> {
  const knowledge = await openStationKnowledge(
    { knowledgeDir: "knowledge" },
    { info() {}, warn() {}, error() {} },
    false,
  );
  const channel = recordingChannel();
  const inside = await openInside({ knowledge, channels: new Map([["telegram", channel]]) });
  const { app, store, clock } = inside;
  await app.begin();
  const times: { ms: number; text: string }[] = [];
  for (const round of [0, 1])
    for (const [n, text] of naughtyTexts.entries()) {
      clock.pass(60_000);
      const began = performance.now();
      await app.receive([words(String(n), `${round}:${n}`, text || " ", clock.now())]);
      await app.settled();
      if (round === 1) times.push({ ms: performance.now() - began, text });
    }
  await app.stop();
  await store.close();
  knowledge.close();
  times.sort((a, b) => b.ms - a.ms);
  const slow = times.filter(({ ms }) => ms > 50);
  console.log(
    `naughty: ${times.length} texts, p50 ${quantile(
      times.map(({ ms }) => ms),
      0.5,
    ).toFixed(1)} ms, worst ${times[0]!.ms.toFixed(1)} ms, over 50 ms: ${slow.length}`,
  );
  for (const { ms, text } of slow.slice(0, 5))
    console.log(
      `  ${ms.toFixed(0)} ms: ${JSON.stringify(text.slice(0, 40))}, ${text.length} units`,
    );
}
