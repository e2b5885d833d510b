import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CrawlLimits, defaultLimits } from '../limits.ts';
import type { SandboxRequest } from '../sandbox/sandbox.ts';

/** Limits small enough that a server which passes one does so at once. */
export const smallLimits: CrawlLimits = {
  ...defaultLimits,
  connectTimeoutMs: 20_000,
  requestTimeoutMs: 20_000,
  maxMessageBytes: 2 * 2 ** 20,
  maxOutputBytes: 6 * 2 ** 20,
  maxPages: 10,
  maxTools: 100,
  maxMemoryBytes: 400 * 2 ** 20,
  maxProcesses: 60,
  maxScratchBytes: 16 * 2 ** 20,
  stderrTailLength: 500,
};

/** What it takes to start one of the servers of testing/servers, by its file's name, under this very Node. */
export function fixtureRequest(
  server: string,
  options: { arguments?: readonly string[]; limits?: Partial<CrawlLimits>; environment?: Record<string, string> } = {},
): SandboxRequest {
  return {
    command: `/opt/node/${realpathSync(process.execPath).split('/').at(-1)}`,
    arguments: [`/app/servers/${server}`, ...(options.arguments ?? [])],
    environment: options.environment ?? {},
    mounts: [
      { source: dirname(realpathSync(process.execPath)), target: '/opt/node' },
      { source: fileURLToPath(new URL('./servers', import.meta.url)), target: '/app/servers' },
      { source: fileURLToPath(new URL('../../node_modules', import.meta.url)), target: '/app/node_modules' },
    ],
    homeFiles: {},
    limits: { ...smallLimits, ...options.limits },
  };
}
