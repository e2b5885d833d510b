/** How a script waits for the embedded database: only where asked to, and saying whom it waits for. */
export function databaseOptions(wait: boolean | undefined, signal: AbortSignal) {
  return {
    wait: wait ?? false,
    signal,
    onWait: (holder: string) => console.error(`Waiting for the database: ${holder}`),
  };
}
