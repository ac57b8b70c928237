/**
 * A call to Telegram that failed. `code` is the API's error code; null = no answer of the API was had
 * (socket, time limit, a body that is not the API's). It never holds the bot's token.
 */
export class TelegramFault extends Error {
  readonly method: string;
  readonly code: number | null;
  readonly description: string;
  /** Unit: ms. */
  readonly retryAfter: number | null;
  /** The group has this new id. */
  readonly migrateTo: string | null;

  constructor(
    method: string,
    code: number | null,
    description: string,
    more: { retryAfter?: number; migrateTo?: string } = {},
  ) {
    super(`Telegram ${method}: ${code ?? "no answer"}, ${description}`);
    this.method = method;
    this.code = code;
    this.description = description;
    this.retryAfter = more.retryAfter ?? null;
    this.migrateTo = more.migrateTo ?? null;
  }
}

/** What a fault means for whoever keeps the connection up; null = it concerns only this call. */
export function troubleOf(fault: TelegramFault): "unauthorized" | "unreachable" | null {
  // The API says "Not Found" to every method where a token has the wrong shape.
  if (fault.code === 401 || fault.code === 404) return "unauthorized";
  return fault.code === null || fault.code >= 500 ? "unreachable" : null;
}
