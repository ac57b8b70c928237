import fc from "fast-check";
import { bookDeeds } from "../tests/support/book-deeds.ts";
import { playBookings } from "../tests/support/book-play.ts";
import { openBookStore } from "../tests/support/book-station.ts";
import { atStation, realKnowledge } from "../tests/support/real-knowledge.ts";
import { flag } from "./corpus.ts";

/** What all people of one play do, at most. */
const mostDeeds = 14;

/** It says how far it is after so many dialogues. */
const told = 500;

/**
 * Appointments under chance: `npm run bench -- book [--dialogues 5000] [--seed 1]`. In each play four
 * villagers and an officer do whatever they like at one counter that is open for half an hour a day, or two; what
 * one villager does in a play is one dialogue. Ends at the first thing that must not be, with its play.
 */
export async function benchBook(args: string[]): Promise<void> {
  const wanted = Number(flag(args, "--dialogues") ?? 5_000);
  const seed = Number(flag(args, "--seed") ?? 1);
  const real = await realKnowledge();
  await real.warmUp();
  const days = [1, 2, 3, 4, 5];
  const morning = { days, from: "09:00", to: "09:30" };
  const afternoon = { days, from: "15:00", to: "15:30" };
  const stations = [[morning], [morning, afternoon]].map((hours) =>
    atStation(real, { seats: { counters: 1, hours } }),
  );
  const store = await openBookStore();
  const began = performance.now();
  const cpu = process.cpuUsage();
  const total: Record<string, number> = {};
  let dialogues = 0;
  let deeds = 0;
  for (let play = 0; dialogues < wanted; play++) {
    const [steps] = fc.sample(bookDeeds(mostDeeds), { numRuns: 1, seed: seed * 1_000_003 + play });
    const { wrong, counted, talked } = await playBookings(stations[play % 2]!, store, steps!);
    if (wrong.length > 0) {
      console.log(`play ${play} of seed ${seed}: ${wrong.join("; ")}`);
      console.log(JSON.stringify(steps));
      process.exitCode = 1;
      return;
    }
    if (Math.floor((dialogues + talked) / told) > Math.floor(dialogues / told))
      console.log(`  ${dialogues + talked} so far`);
    dialogues += talked;
    deeds += steps!.length;
    for (const [what, times] of Object.entries(counted)) total[what] = (total[what] ?? 0) + times;
  }
  const { user, system } = process.cpuUsage(cpu);
  const took = ((performance.now() - began) / 1_000).toFixed(0);
  const spent = ((user + system) / 1_000_000).toFixed(0);
  console.log(
    `book: ${dialogues} dialogues, ${deeds} deeds in ${took} s (${spent} s of a processor)`,
  );
  console.log(
    `  ${Object.entries(total)
      .map(([what, times]) => `${what} ${times}`)
      .join(", ")}`,
  );
  console.log("  nothing above capacity, unasked, untrue, said twice or in the night");
}
