/** Whether the store itself failed (disk full, locked, damaged), and not what we asked of it. */
export function isStoreTrouble(error: unknown): boolean {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  if (name === "KnexTimeoutError") return true;
  return (
    typeof code === "string" &&
    /^(SQLITE_(FULL|BUSY|LOCKED|IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY|MISUSE|NOMEM)|E[A-Z]+$)/.test(
      code,
    )
  );
}
