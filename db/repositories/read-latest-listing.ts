import { count, eq } from 'drizzle-orm';
import type { CrawlOutcome } from '../../domain/crawl-outcome.ts';
import type { Database } from '../database.ts';
import { crawls } from '../schema/crawls.ts';
import { listedTools } from '../schema/tools.ts';
import { selectNewestListings } from './newest-listing.ts';

export interface LatestListing {
  version: string | null;
  outcome: CrawlOutcome;
  /** ISO 8601, UTC. */
  startedAt: string;
  protocolVersion: string;
  toolCount: number;
  rejectedCount: number;
}

/** What is known of a server's newest list, to tell whether another crawl is due; null where none ever listed it. */
export async function readLatestListing({ orm }: Database, serverId: string): Promise<LatestListing | null> {
  const [newest] = await selectNewestListings(orm, eq(crawls.serverId, serverId));
  if (!newest) return null;
  const { crawl, listing, version } = newest;
  const [tools] = await orm.select({ count: count() }).from(listedTools).where(eq(listedTools.crawlId, crawl.id));
  return {
    version,
    outcome: crawl.outcome,
    startedAt: crawl.startedAt,
    protocolVersion: listing.protocolVersion,
    toolCount: tools?.count ?? 0,
    rejectedCount: listing.rejected.length,
  };
}
