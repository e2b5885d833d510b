import { asc, eq, gt, inArray, type SQL } from 'drizzle-orm';
import type { CatalogueCrawl, CatalogueListing, CatalogueServer } from '../domain/catalogue.ts';
import type { Database, Orm } from './database.ts';
import { selectNewestCrawls, selectNewestListings } from './repositories/newest-listing.ts';
import { readListedTools } from './repositories/read-listed-tools.ts';
import { runTransaction } from './run-transaction.ts';
import { crawls } from './schema/crawls.ts';
import { servers } from './schema/servers.ts';
import { streamBatches } from './stream-batches.ts';

export { readUnresolved } from './repositories/read-unresolved.ts';

const serversPerBatch = 50;
const snapshot = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;

/**
 * Every server with everything that its pages need, in the order of ids, out of one snapshot: what is written meanwhile
 * does not show. Do not use a PGlite database inside the loop: it has one connection, and the snapshot holds it.
 */
export async function* readCatalogue(database: Database): AsyncGenerator<CatalogueServer> {
  const batches = streamBatches<CatalogueServer>((send) =>
    runTransaction(
      database,
      async (orm) => {
        let last: string | null = null;
        do {
          const batch = await readBatch(orm, last === null ? undefined : gt(servers.id, last));
          last = batch.at(-1)?.identity.id ?? null;
          if (last !== null) await send(batch);
        } while (last !== null);
      },
      snapshot,
    ),
  );
  for await (const batch of batches) yield* batch;
}

/** One server with everything that its pages need; null where it is not known. */
export async function readCatalogueServer(database: Database, id: string): Promise<CatalogueServer | null> {
  const found = await runTransaction(database, (orm) => readBatch(orm, eq(servers.id, id)), snapshot);
  return found[0] ?? null;
}

async function readBatch(orm: Orm, which: SQL | undefined): Promise<CatalogueServer[]> {
  const batch = await orm.select().from(servers).where(which).orderBy(asc(servers.id)).limit(serversPerBatch);
  if (batch.length === 0) return [];
  const ofBatch = inArray(
    crawls.serverId,
    batch.map((server) => server.id),
  );
  const newestCrawls = new Map((await selectNewestCrawls(orm, ofBatch)).map((row) => [row.crawl.serverId, row]));
  const newestListings = new Map((await selectNewestListings(orm, ofBatch)).map((row) => [row.serverId, row]));
  const tools = await readListedTools(
    orm,
    [...newestListings.values()].map((row) => row.crawl.id),
  );
  return batch.map(({ id, source, name, slug, facts }) => {
    const crawl = newestCrawls.get(id);
    const listing = newestListings.get(id);
    if (!crawl) throw new Error(`Expected a crawl of ${id}; the database holds none`);
    return {
      identity: { id, source, name },
      slug,
      facts,
      crawl: catalogueCrawl(crawl),
      listing: listing ? catalogueListing(listing) : null,
      tools: (listing && tools.get(listing.crawl.id)) ?? [],
    };
  });
}

function catalogueCrawl(row: Awaited<ReturnType<typeof selectNewestCrawls>>[number]): CatalogueCrawl {
  const { reference, outcome, reason, startedAt, seconds } = row.crawl;
  return { reference, version: row.version, outcome, reason, startedAt, seconds };
}

function catalogueListing(row: Awaited<ReturnType<typeof selectNewestListings>>[number]): CatalogueListing {
  const { transport, protocolVersion, serverInfo, rejected, observed } = row.listing;
  const { recipe, sandbox, runtime, outcome, reason, startedAt } = row.crawl;
  return {
    version: row.version,
    transport,
    protocolVersion,
    serverInfo,
    instructions: row.instructions,
    recipe,
    sandbox,
    runtime,
    outcome,
    reason,
    rejected,
    observed,
    startedAt,
  };
}
