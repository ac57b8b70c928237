/** What a timer of a program is here: something to be done at a moment that only `pass` brings nearer. */
interface HandTimer {
  at: number;
  every: number | null;
  does: () => void;
  ref(): HandTimer;
  unref(): HandTimer;
  hasRef(): boolean;
}

/**
 * Timers that only go when they are told to, for plays outside a test's own. They stand in for the
 * program's until `end`.
 */
export function handTimers() {
  const real = {
    ...{ setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout },
    ...{ setInterval: globalThis.setInterval, clearInterval: globalThis.clearInterval },
  };
  const going = new Set<HandTimer>();
  let now = 0;
  const begin = (
    does: (...args: unknown[]) => void,
    ms: number,
    repeats: boolean,
    args: unknown[],
  ) => {
    const timer: HandTimer = {
      ...{ at: now + Math.max(1, ms || 0), every: repeats ? Math.max(1, ms || 0) : null },
      does: () => does(...args),
      ref: () => timer,
      unref: () => timer,
      hasRef: () => false,
    };
    going.add(timer);
    return timer;
  };
  const end = (timer: unknown) => void going.delete(timer as HandTimer);
  Object.assign(globalThis, {
    setTimeout: (does: () => void, ms: number, ...args: unknown[]) => begin(does, ms, false, args),
    setInterval: (does: () => void, ms: number, ...args: unknown[]) => begin(does, ms, true, args),
    clearTimeout: end,
    clearInterval: end,
  });
  return {
    /** Lets time pass; what was begun has a moment to go on between two timers. Unit: ms. */
    async pass(ms: number): Promise<void> {
      const until = now + ms;
      for (;;) {
        const [next] = [...going].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
        if (!next) break;
        now = next.at;
        if (next.every === null) going.delete(next);
        else next.at = now + next.every;
        next.does();
        await new Promise(setImmediate);
      }
      now = until;
    },
    end: () => void Object.assign(globalThis, real),
  };
}
