import { fileURLToPath } from 'node:url';
import { clientEnvironment } from './client-environment.ts';
import type { Python } from './find-python.ts';
import type { ClientContext } from './npm-client.ts';
import { type ClientAnswer, runClient } from './run-client.ts';

const wheelsOnly = fileURLToPath(new URL('wheels-only.py', import.meta.url));

/** Runs an interpreter's pip in a way that cannot build. */
export function runPip(
  context: ClientContext,
  python: Python,
  folder: string,
  parameters: readonly string[],
): Promise<ClientAnswer> {
  const [command = '', ...rest] = parameters;
  return runClient({
    command: python.command,
    arguments: ['-I', wheelsOnly, command, '--no-input', '--disable-pip-version-check', '--retries=1', ...rest],
    folder,
    environment: clientEnvironment(context.environment),
    timeoutMs: context.timeoutMs,
    signal: context.signal,
  });
}

export function runUv(
  context: ClientContext,
  python: Python,
  folder: string,
  parameters: readonly string[],
  input?: string,
): Promise<ClientAnswer> {
  const [command = '', ...rest] = parameters;
  const flags = ['--no-build', '--no-progress', '--color=never', `--python=${python.command}`];
  return runClient({
    command: 'uv',
    arguments: ['pip', command, ...flags, ...rest],
    folder,
    environment: clientEnvironment(context.environment),
    timeoutMs: context.timeoutMs,
    signal: context.signal,
    input,
  });
}
