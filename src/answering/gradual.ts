/** Work that is done when its result is first asked for, or bit by bit before that. */
export interface Gradual<T> {
  /** The result; does what is left of the work. */
  now(): T;
  /** Does one bit. False = nothing is left. */
  bit(): boolean;
}

/** @param work yields where it can be interrupted */
export function gradual<T>(work: () => Generator<undefined, T>): Gradual<T> {
  let under: Generator<undefined, T> | undefined;
  let made: { value: T } | undefined;
  const step = (): { value: T } | undefined => {
    if (made) return made;
    under ??= work();
    const next = under.next();
    if (next.done) {
      made = { value: next.value };
      under = undefined;
    }
    return made;
  };
  return {
    now() {
      for (;;) {
        const done = step();
        if (done) return done.value;
      }
    },
    bit: () => step() === undefined,
  };
}
