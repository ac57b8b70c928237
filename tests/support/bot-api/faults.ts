/** What goes wrong with one call. */
export type Fault =
  | { kind: "status"; code: number; description?: string; retryAfter?: number; migrateTo?: number }
  /** The socket is cut before anything was done. */
  | { kind: "drop" }
  /** The work is done, then the socket is cut: the caller cannot know. */
  | { kind: "drop-after" }
  | { kind: "hang" }
  /** HTTP 200 with half a JSON document. */
  | { kind: "garbage" }
  /** HTTP 200 with this body. */
  | { kind: "reply"; body: string }
  | { kind: "slow"; ms: number };

export interface Rate {
  /** A method's name, or "*". */
  method: string;
  /** 0 … 1. */
  probability: number;
  fault: Fault;
}

/** Decides for each call whether and how it fails: first what was ordered, then by chance. */
export interface Faults {
  /** The next `times` calls of `method` ("*" = of any) fail so. */
  next(method: string, fault: Fault, times?: number): void;
  /** From now on calls fail by chance; replaces the rates before. */
  rates(rates: Rate[]): void;
  heal(): void;
  of(method: string): Fault | null;
}

export function createFaults(seed: number): Faults {
  let ordered: { method: string; fault: Fault; left: number }[] = [];
  let rates: Rate[] = [];
  let state = seed >>> 0;
  const chance = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const matches = (wanted: string, method: string) => wanted === "*" || wanted === method;
  return {
    next(method, fault, times = 1) {
      ordered.push({ method, fault, left: times });
    },
    rates(given) {
      rates = given;
    },
    heal() {
      ordered = [];
      rates = [];
    },
    of(method) {
      const order = ordered.find((one) => matches(one.method, method));
      if (order) {
        if (--order.left <= 0) ordered = ordered.filter((one) => one !== order);
        return order.fault;
      }
      for (const rate of rates) {
        if (matches(rate.method, method) && chance() < rate.probability) return rate.fault;
      }
      return null;
    },
  };
}
