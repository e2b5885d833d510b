import { join } from 'node:path';
import type { Database } from '../../db/open-database.ts';
import { readCatalogue, readUnresolved } from '../../db/read-catalogue.ts';
import { buildSite } from '../../site/build/build-site.ts';
import { writeSnapshot } from '../../site/build/write-snapshot.ts';
import { createLiveList } from './live-list.ts';
import type { Settings } from './settings.ts';

/** Where the site's snapshot of the catalogue lies. */
export function snapshotFolder({ dataDir }: Settings): string {
  return join(dataDir, 'site', 'snapshot');
}

/** Where the built site lies. */
export function siteFolder({ projectDir }: Settings): string {
  return join(projectDir, 'dist');
}

/** Writes one consistent snapshot of the catalogue for the site; private servers only where they are asked for. */
export async function takeSnapshot(database: Database, settings: Settings, includePrivate?: boolean) {
  const unresolved = await readUnresolved(database);
  return writeSnapshot(readCatalogue(database), unresolved, snapshotFolder(settings), { includePrivate });
}

/** Builds `dist/` from the snapshot, telling on standard error how it goes. */
export async function publishSite(settings: Settings, signal: AbortSignal, force = false): Promise<void> {
  const title = 'Building the site';
  const list = process.stderr.isTTY ? createLiveList([title]) : null;
  if (!list) console.error(`${title} …`);
  try {
    const { pages, reused, seconds } = await buildSite({
      snapshotDir: snapshotFolder(settings),
      outDir: siteFolder(settings),
      signal,
      force,
      onLine: (line) => list?.row(title)?.show(line),
    });
    const done = reused
      ? `The site is up to date: ${pages} pages.`
      : `Built ${pages} pages in ${seconds.toFixed(1)} s.`;
    if (list) list.row(title)?.end(done, true);
    else console.error(done);
  } finally {
    await list?.close('not finished');
  }
}
