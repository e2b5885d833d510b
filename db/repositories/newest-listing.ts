import { desc, eq, type SQL } from 'drizzle-orm';
import type { Orm } from '../database.ts';
import { crawls, listings } from '../schema/crawls.ts';
import { instructionVersions, serverVersions } from '../schema/servers.ts';

/** The newest listed crawl of each server that the condition on `crawls.serverId` lets through. */
export function selectNewestListings(orm: Orm, ofServers: SQL) {
  return orm
    .selectDistinctOn([crawls.serverId], {
      serverId: crawls.serverId,
      version: serverVersions.version,
      instructions: instructionVersions.text,
      crawl: crawls,
      listing: listings,
    })
    .from(listings)
    .innerJoin(crawls, eq(crawls.id, listings.crawlId))
    .leftJoin(serverVersions, eq(serverVersions.id, crawls.serverVersionId))
    .leftJoin(instructionVersions, eq(instructionVersions.id, listings.instructionVersionId))
    .where(ofServers)
    .orderBy(crawls.serverId, desc(crawls.startedAt), desc(crawls.id));
}

/** The newest crawl, whatever came of it, of each server that the condition lets through. */
export function selectNewestCrawls(orm: Orm, ofServers: SQL) {
  return orm
    .selectDistinctOn([crawls.serverId], { version: serverVersions.version, crawl: crawls })
    .from(crawls)
    .leftJoin(serverVersions, eq(serverVersions.id, crawls.serverVersionId))
    .where(ofServers)
    .orderBy(crawls.serverId, desc(crawls.startedAt), desc(crawls.id));
}
