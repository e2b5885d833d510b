/** The caller asked for something that cannot be asked for: exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Something on our side is missing, locked or not writable: exit status 3. */
export class LocalFaultError extends Error {
  override name = 'LocalFaultError';
}
