import { basename } from 'node:path';
import { clientEnvironment } from './client-environment.ts';
import { type ClientAnswer, runClient } from './run-client.ts';

export interface ClientContext {
  /** The user's own environment, as the caller read it. */
  environment: Readonly<Record<string, string | undefined>>;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** Runs the user's own npm: the one that started us, as `npm_execpath` names it, else the one on the PATH. */
export function runNpm(context: ClientContext, folder: string, parameters: readonly string[]): Promise<ClientAnswer> {
  const script = context.environment.npm_execpath;
  const own = script && basename(script) === 'npm-cli.js';
  return runClient({
    command: own ? process.execPath : 'npm',
    arguments: own ? [script, ...parameters] : parameters,
    folder,
    environment: clientEnvironment(context.environment),
    timeoutMs: context.timeoutMs,
    signal: context.signal,
  });
}
