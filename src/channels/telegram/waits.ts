export interface Span {
  from: number;
  to: number;
}

/** How long the connection waits for what. Unit: ms, unless said otherwise. */
export interface Waits {
  /** How long Telegram may hold a getUpdates. Unit: s. */
  poll: number;
  /** How long Telegram may be late with the answer to a getUpdates. */
  late: number;
  /** Limit of one call. */
  call: number;
  /** Telegram is not to be reached: 1 s at least, so that an outage sees at most one request a second. */
  outage: Span;
  /** Another program polls: below 30 s, so that we are back soon after it stops. */
  conflict: Span;
  /** The store could not take the updates. */
  store: Span;
  /** The token is wrong: a revoked token seldom comes back, but Telegram has erred before. */
  unauthorized: number;
  /** A command list or description could not be set. */
  profile: number;
  /** Between two looks at whether the webhook is still ours. */
  webhook: number;
}

export const usualWaits: Waits = {
  poll: 40,
  late: 10_000,
  call: 20_000,
  outage: { from: 1_000, to: 15_000 },
  conflict: { from: 5_000, to: 25_000 },
  store: { from: 500, to: 10_000 },
  unauthorized: 600_000,
  profile: 600_000,
  webhook: 600_000,
};

/** The wait before try number `tried` + 1: doubled each time, spread by chance so that two of us part. */
export function backOff(tried: number, { from, to }: Span, chance: () => number): number {
  const most = Math.min(to, from * 2 ** Math.min(tried, 20));
  return from + Math.floor((most - from) * chance());
}

/** Resolves after `ms`, or at once when `signal` is aborted. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
  });
}
