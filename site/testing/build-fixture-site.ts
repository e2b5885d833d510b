import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueServer } from '../../domain/catalogue.ts';
import { buildSite } from '../build/build-site.ts';
import { projectFolder } from '../build/run-astro.ts';
import { writeSnapshot } from '../build/write-snapshot.ts';
import { fixtureServers, fixtureUnresolved } from './fixture-catalogue.ts';

/** The fixture catalogue as a snapshot and a built site in a folder of its own. */
export interface FixtureSite {
  snapshotDir: string;
  outDir: string;
  remove(): Promise<void>;
}

export async function buildFixtureSite(
  servers: readonly CatalogueServer[] = fixtureServers,
  options: Parameters<typeof writeSnapshot>[3] = {},
): Promise<FixtureSite> {
  const folder = join(projectFolder, '.data', `test-site-${randomUUID()}`);
  const site = { snapshotDir: join(folder, 'snapshot'), outDir: join(folder, 'site') };
  await writeSnapshot(streamServers(servers), fixtureUnresolved, site.snapshotDir, options);
  await buildSite(site);
  return { ...site, remove: () => rm(folder, { recursive: true, force: true }) };
}

export async function* streamServers(servers: readonly CatalogueServer[]): AsyncGenerator<CatalogueServer> {
  yield* servers;
}
