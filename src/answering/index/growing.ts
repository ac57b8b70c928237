/** A list of whole numbers below 2³² that grows without boxing them. */
export interface Growing {
  readonly length: number;
  push(value: number): void;
  /** The values so far; valid until the next push. */
  values(): Uint32Array;
}

export function growing(capacity = 1 << 12): Growing {
  let held = new Uint32Array(capacity);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === held.length) {
        const wider = new Uint32Array(held.length * 2);
        wider.set(held);
        held = wider;
      }
      held[length] = value;
      length += 1;
    },
    values: () => held.subarray(0, length),
  };
}
