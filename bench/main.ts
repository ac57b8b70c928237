/** `npm run bench [-- name flags]`: without a name road, search and start, as one report. */
type Bench = (args: string[]) => Promise<void>;

/** Each loads only what it measures with. */
const benches: Record<string, () => Promise<Bench>> = {
  road: async () => (await import("./road.ts")).benchRoad,
  search: async () => (await import("./search.ts")).benchSearch,
  start: async () => (await import("./start.ts")).benchStart,
  faults: async () => (await import("./faults.ts")).benchFaults,
  desk: async () => (await import("./desk.ts")).benchDesk,
  fuzz: async () => (await import("./fuzz.ts")).benchFuzz,
  golden: async () => (await import("./golden.ts")).benchGolden,
  dispute: async () => (await import("./dispute.ts")).benchDispute,
  when: async () => (await import("./when.ts")).benchWhen,
  book: async () => (await import("./book.ts")).benchBook,
  fraud: async () => (await import("./fraud.ts")).benchFraud,
  fit: async () => (await import("./fit.ts")).benchFit,
  syllables: async () => (await import("./syllables.ts")).writeSyllables,
  statutes: async () => (await import("./statutes.ts")).benchStatutes,
};

const [name, ...args] = process.argv.slice(2);
const named = name === undefined || name.startsWith("--") ? null : name;
const chosen = named === null ? ["road", "search", "start"] : [named];
for (const one of chosen) {
  const open = benches[one];
  if (!open) {
    console.error(`No bench "${one}"; there are: ${Object.keys(benches).join(", ")}.`);
    process.exit(2);
  }
  const bench = await open();
  await bench(named === null ? process.argv.slice(2) : args);
}
process.exit();
