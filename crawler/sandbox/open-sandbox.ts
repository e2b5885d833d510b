import { text } from 'node:stream/consumers';
import type { SandboxName } from '../../domain/crawl-outcome.ts';
import { defaultLimits } from '../limits.ts';
import { bubblewrap } from './bubblewrap.ts';
import { NoSandboxError } from './no-sandbox-error.ts';
import { none } from './none.ts';
import type { Sandbox } from './sandbox.ts';
import { unshare } from './unshare.ts';

/**
 * The first driver that works here: bubblewrap, then unshare, then, only with `allowNone`, none at all. `prefer`
 * names the only driver to try. Each is tried by running a program in it. Throws NoSandboxError where none works.
 */
export async function openSandbox(options: { allowNone: boolean; prefer?: SandboxName }): Promise<Sandbox> {
  const candidates = options.prefer ? [drivers[options.prefer]] : [bubblewrap, unshare];
  const failures: string[] = [];
  for (const driver of candidates.filter(({ name }) => name !== 'none')) {
    const failure =
      process.platform === 'linux' ? await tryOnce(driver) : `works on Linux only, this is ${process.platform}`;
    if (failure === null) return driver;
    failures.push(`${driver.name}: ${failure}`);
  }
  if (options.allowNone && (options.prefer ?? 'none') === 'none') return none;
  throw new NoSandboxError(
    `No sandbox works here. Tried ${failures.join('; ') || 'none'}. ` +
      'Install bubblewrap (apt-get install bubblewrap), or allow unprivileged user namespaces, ' +
      'or accept that servers run with all your rights: --unsafe-no-sandbox.',
  );
}

const drivers = { bubblewrap, unshare, none } satisfies Record<SandboxName, Sandbox>;

const working = new Set<Sandbox>();

/** A driver that worked is not tried again in this process; one that did not may have been repaired. */
async function tryOnce(driver: Sandbox): Promise<string | null> {
  if (working.has(driver)) return null;
  const failure = await tryDriver(driver);
  if (failure === null) working.add(driver);
  return failure;
}

/** Null where the driver works, else its complaint. */
async function tryDriver(driver: Sandbox): Promise<string | null> {
  try {
    const probe = await driver.start({
      command: '/bin/sh',
      arguments: ['-c', 'echo works'],
      environment: {},
      mounts: [],
      homeFiles: {},
      limits: defaultLimits,
    });
    const late = setTimeout(() => probe.stop(), probeTimeoutMs);
    const [output, complaint] = await Promise.all([text(probe.stdout), text(probe.stderr), probe.ended]);
    clearTimeout(late);
    return output === 'works\n' ? null : complaint.trim().split('\n')[0] || 'the program did not run';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const probeTimeoutMs = 10_000;
