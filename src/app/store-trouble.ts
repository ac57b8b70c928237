const inSqlite = /^SQLITE_(FULL|BUSY|LOCKED|IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY|MISUSE|NOMEM)/;
/**
 * Classes of PostgreSQL's codes: connection, transaction rolled back (two waited for each other),
 * resources, operator, system, damage; a lock not had in time, a transaction that stood still, a
 * server that takes no writes.
 */
const inPostgres = /^((08|40|53|57|58|XX)[0-9A-Z]{3}|55P03|25P0[23]|25006)$/;

/** PostgreSQL's driver gives a lost connection no code, and the query builder puts the query before it. */
const lostConnection =
  /\b(Connection terminated|is not queryable|timeout expired|Unable to acquire a connection|Transaction query already complete)/;

/** Whether the store itself failed (disk full, locked, damaged), and not what we asked of it. */
export function isStoreTrouble(error: unknown): boolean {
  const { code, name, message } = (error ?? {}) as Record<string, unknown>;
  if (name === "KnexTimeoutError") return true;
  if (typeof code !== "string") return lostConnection.test(String(message));
  return inSqlite.test(code) || inPostgres.test(code) || /^E[A-Z]+$/.test(code);
}
