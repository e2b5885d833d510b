import { join, resolve } from 'node:path';
import { projectFolder, runAstro } from './run-astro.ts';

/** Shows a snapshot with Astro's development server, which follows every change of the site's sources, until aborted. */
export async function devSite(options: {
  snapshotDir: string;
  port?: number;
  signal?: AbortSignal;
  onLine?: (line: string) => void;
}): Promise<void> {
  await runAstro({
    arguments: ['dev', '--port', String(options.port ?? 4321)],
    snapshotDir: resolve(options.snapshotDir),
    cacheDir: join(projectFolder, '.data', 'site-dev-cache'),
    signal: options.signal,
    onLine: options.onLine,
  });
}
