/**
 * Gives every term (a whole number 1 … 2³²-1) a small number of its own, in order of first sight.
 * Open addressing in typed arrays: a Map of numbers of this size is several times slower.
 */
export interface TermTable {
  readonly size: number;
  /** The term's number, made if it is new. */
  add(term: number): number;
  /** The term's number, or -1. */
  find(term: number): number;
}

export function termTable(): TermTable {
  let keys = new Uint32Array(1 << 12);
  let values = new Int32Array(1 << 12);
  let size = 0;

  const slotOf = (term: number): number => {
    const mask = keys.length - 1;
    let slot = Math.imul(term, 0x9e3779b1) >>> 8;
    for (;;) {
      slot &= mask;
      const key = keys[slot];
      if (key === term || key === 0) return slot;
      slot += 1;
    }
  };
  const grow = (): void => {
    const oldKeys = keys;
    const oldValues = values;
    keys = new Uint32Array(oldKeys.length * 2);
    values = new Int32Array(oldKeys.length * 2);
    for (let at = 0; at < oldKeys.length; at += 1) {
      const key = oldKeys[at] ?? 0;
      if (key === 0) continue;
      const slot = slotOf(key);
      keys[slot] = key;
      values[slot] = oldValues[at] ?? 0;
    }
  };
  return {
    get size() {
      return size;
    },
    add(term) {
      let slot = slotOf(term);
      if (keys[slot] === term) return values[slot] ?? -1;
      if (size * 2 >= keys.length) {
        grow();
        slot = slotOf(term);
      }
      keys[slot] = term;
      values[slot] = size;
      size += 1;
      return size - 1;
    },
    find(term) {
      const slot = slotOf(term);
      return keys[slot] === term && term !== 0 ? (values[slot] ?? -1) : -1;
    },
  };
}
