import { LocalFaultError, UsageError } from '../../domain/errors.ts';

/** 0 done · 1 some servers failed · 2 wrong usage · 3 our fault. */
export type ExitStatus = 0 | 1 | 2 | 3;

const interruptedStatus = 130;

/**
 * Runs a script's `main` and turns what it returns or throws into one clear line and an exit status.
 * The first Ctrl-C (or SIGTERM) aborts the signal, so that what is finished is kept; a `main` that was cut short throws,
 * and the status is 130. The second ends the process.
 */
export async function runMain(main: (signal: AbortSignal) => Promise<ExitStatus>): Promise<void> {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(interruptedStatus);
    console.error('\nStopping; what is finished is kept. Press Ctrl-C again to stop at once.');
    controller.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  // A reader that went away (`| head`) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));

  process.exitCode = await main(controller.signal).catch((error: unknown) => explain(error, controller.signal));
}

function explain(error: unknown, signal: AbortSignal): ExitStatus | typeof interruptedStatus {
  if (signal.aborted) return interruptedStatus;
  if (error instanceof UsageError) {
    console.error(error.message);
    return 2;
  }
  console.error(error instanceof LocalFaultError ? error.message : error);
  return 3;
}
