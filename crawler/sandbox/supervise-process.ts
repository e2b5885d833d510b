import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Duplex, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { LocalFaultError } from '../../domain/errors.ts';
import type { CrawlLimits } from '../limits.ts';
import type { SandboxedProcess } from './sandbox.ts';
import { watch } from './watcher.ts';

/** A child whose first three streams are pipes. */
export type PipedChild = ChildProcess & { stdin: Writable; stdout: Readable; stderr: Readable };

/**
 * Watches a child that was just spawned and ends it on demand. `control` is descriptor 4 of the first process of a pid
 * namespace (see first-process.sh); without it there is no namespace. `cleanUp` runs once nothing of it lives.
 * Throws LocalFaultError where the child could not be started or its sandbox not be built.
 */
export async function superviseProcess(
  child: PipedChild,
  options: { control?: Duplex | undefined; limits: CrawlLimits; cleanUp?: () => void },
): Promise<SandboxedProcess> {
  // A server that ends while it is written to breaks the pipe, which says no more than its end does.
  for (const pipe of [child.stdin, options.control]) pipe?.on('error', () => {});
  try {
    await once(child, 'spawn');
  } catch (cause) {
    options.cleanUp?.();
    throw new LocalFaultError(`The sandbox could not be started: ${String(cause)}`, { cause });
  }
  const watcher = watch(child.pid as number, options.control !== undefined, options.limits);
  const ended = once(child, 'exit').then(async ([code, signal]: (number | string | null)[]) => {
    while (watcher.tree().length > 0) {
      watcher.kill();
      await wait(10);
    }
    watcher.close();
    options.cleanUp?.();
    return { code: code as number | null, signal: signal as string | null, limit: watcher.limit() };
  });
  const kill = async () => {
    // Again and again: a namespace that is just being set up has no first process yet.
    do watcher.kill();
    while (!(await within(100, ended)));
  };
  if (options.control) {
    const built = once(options.control, 'data').then(() => true);
    const ready = await within(buildTimeoutMs, Promise.race([built, ended.then(() => false)]));
    if (!ready) {
      await kill();
      throw new LocalFaultError(`The sandbox could not be built: ${(await text(child.stderr)).trim()}`);
    }
    options.control.end('go\n');
  }
  const stop = async () => {
    // Nothing that a sandboxed server could still do outlives the sandbox: there is nothing to wait for.
    if (options.control) return kill();
    child.stdin.end();
    if (await within(graceMs, ended)) return;
    watcher.signal('SIGTERM');
    if (await within(graceMs, ended)) return;
    await kill();
  };
  let stopped: Promise<void> | undefined;
  return {
    stdin: child.stdin,
    stdout: child.stdout,
    stderr: child.stderr,
    ended,
    stop() {
      stopped ??= stop();
      return stopped;
    },
    kill,
  };
}

const graceMs = 2000;
const buildTimeoutMs = 30_000;

/** What the promise gives, or null when it takes longer. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  const first = await Promise.race([promise, late]);
  clearTimeout(timer);
  return first;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
