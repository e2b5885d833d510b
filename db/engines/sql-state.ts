/** PostgreSQL's five-character code of an error, also under what drizzle wraps around it; null for any other error. */
export function sqlState(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code) && 'severity' in at)
      return at.code;
  }
  return null;
}

/** Whether the database refused the data itself: not storable (22), against a constraint (23), over a limit (54). */
export function isRefusal(error: unknown): boolean {
  return /^(22|23|54)/.test(sqlState(error) ?? '');
}

/** The database's own words, without the statement that drizzle puts before them. */
export function databaseMessage(error: unknown): string {
  let at = error;
  while (at instanceof Error && at.cause instanceof Error) at = at.cause;
  return at instanceof Error ? at.message : String(at);
}
