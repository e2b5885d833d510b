import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { LocalFaultError } from '../../domain/errors.ts';

export const projectFolder = join(import.meta.dirname, '..', '..');
const siteFolder = join(projectFolder, 'site');

/** Astro prints one such line for every page: too many to pass on. */
const pageLine = /^\S*\s*[├└]─/;

/** What a run of Astro's command line needs. Nothing of our own environment reaches it. */
export interface AstroRun {
  arguments: readonly string[];
  snapshotDir: string;
  cacheDir: string;
  signal?: AbortSignal | undefined;
  onLine?: ((line: string) => void) | undefined;
}

/** Runs Astro in a child process on this very Node; rejects with its last lines where it fails. */
export async function runAstro(run: AstroRun): Promise<void> {
  run.signal?.throwIfAborted();
  const child = spawn(process.execPath, [astroBin(), ...run.arguments, '--root', siteFolder], {
    cwd: projectFolder,
    env: {
      PATH: dirname(process.execPath),
      NO_COLOR: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      ASSAY_SNAPSHOT: run.snapshotDir,
      ASSAY_SITE_CACHE: run.cacheDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: run.signal,
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (pageLine.test(line)) return;
      if (lines.push(line) > 20) lines.shift();
      run.onLine?.(line);
    });
  }
  let failure: Error | undefined;
  child.on('error', (error) => {
    failure = error;
  });
  // Also after an abort: the files may be touched only when nobody writes them any more.
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (failure) throw failure;
  if (code !== 0) throw new LocalFaultError(`Astro ended with ${code}:\n${lines.join('\n')}`);
}

function astroBin(): string {
  return join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs');
}
