/**
 * Shares one piece of work among all who ask while it is under way: what comes in during one run
 * goes together into the next. Several messages so share one commit, and a lone one never waits.
 * @param most how many go into one run
 * @param work answers all items, in order; its exception is everybody's
 */
export function inBatches<T, R>(
  most: number,
  work: (items: T[]) => Promise<R[]>,
): {
  add(item: T): Promise<R>;
  idle(): Promise<void>;
  /** Forgets what has not begun; nobody hears of it. */
  drop(): void;
} {
  const waiting: { item: T; resolve(result: R): void; reject(error: unknown): void }[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      try {
        const results = await work(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, i) => resolve(results[i]!));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running = null;
  }

  return {
    add(item) {
      const result = new Promise<R>((resolve, reject) => waiting.push({ item, resolve, reject }));
      running ??= Promise.resolve().then(run);
      return result;
    },
    drop() {
      waiting.length = 0;
    },
    async idle() {
      while (running) await running;
    },
  };
}
