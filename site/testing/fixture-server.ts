import type { CatalogueListing, CatalogueServer, CatalogueTool } from '../../domain/catalogue.ts';
import type { CrawlOutcome } from '../../domain/crawl-outcome.ts';
import { type Source, serverIdentity } from '../../domain/server.ts';
import { serverSlug } from '../../domain/slug.ts';

/** A listed server with these tools; what is not given is that of a plain package. */
export function fixtureServer(
  source: Source,
  name: string,
  tools: CatalogueTool[],
  changes: { listing?: Partial<CatalogueListing>; facts?: Partial<CatalogueServer['facts']> } = {},
): CatalogueServer {
  const identity = serverIdentity(source, name);
  return {
    identity,
    slug: serverSlug(identity),
    facts: {
      title: null,
      description: `Tools of ${name}.`,
      license: 'MIT',
      repository: 'https://github.com/example/example',
      homepage: null,
      ...changes.facts,
    },
    crawl: fixtureCrawl(identity.id, 'listed', 'Listed with nothing but its own start command.'),
    listing: {
      version: '1.4.2',
      transport: 'stdio',
      protocolVersion: '2025-11-25',
      serverInfo: { name, version: '0.1.0', title: null },
      instructions: null,
      recipe: { rung: 'nothing', arguments: [], environmentNames: [] },
      sandbox: 'bubblewrap',
      runtime: 'Node 24.21.0',
      outcome: 'listed',
      reason: 'Listed with nothing but its own start command.',
      rejected: [],
      observed: {
        variations: [],
        resources: 2,
        prompts: 0,
        ttlMs: null,
        cacheScope: null,
        protocolVersions: ['2025-11-25'],
        triedHosts: ['telemetry.example.com'],
      },
      startedAt: '2026-11-02T10:00:00.000Z',
      ...changes.listing,
    },
    tools,
  };
}

/** A server that no crawl ever listed. */
export function unlistedServer(source: Source, name: string, outcome: CrawlOutcome, reason: string): CatalogueServer {
  const server = fixtureServer(source, name, []);
  return { ...server, crawl: fixtureCrawl(server.identity.id, outcome, reason), listing: null };
}

export function fixtureCrawl(reference: string, outcome: CrawlOutcome, reason: string): CatalogueServer['crawl'] {
  return { reference, version: '1.4.2', outcome, reason, startedAt: '2026-11-02T10:00:00.000Z', seconds: 3.2 };
}
