/** The station's own time: UTC+8, no summer time. All moments are ms since 1970. */
const zone = 8 * 3_600_000;
export const hour = 3_600_000;
export const day = 24 * hour;

/** Midnight at the beginning of the station's day. */
export function midnightBefore(at: number): number {
  return Math.floor((at + zone) / day) * day - zone;
}

/** The station's date. Format: YYYY-MM-DD. */
export function dateOf(at: number): string {
  return new Date(at + zone).toISOString().slice(0, 10);
}
