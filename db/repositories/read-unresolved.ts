import { asc, eq, isNull } from 'drizzle-orm';
import type { UnresolvedReference } from '../../domain/catalogue.ts';
import type { Database } from '../database.ts';
import { crawls } from '../schema/crawls.ts';
import { selectNewestCrawls } from './newest-crawls.ts';

/** The references whose newest crawl resolved to no server, in their own order. */
export async function readUnresolved({ orm }: Database): Promise<UnresolvedReference[]> {
  const newest = selectNewestCrawls(orm);
  const rows = await orm
    .select({ crawl: crawls })
    .from(crawls)
    .innerJoin(newest, eq(newest.id, crawls.id))
    .where(isNull(newest.serverId))
    .orderBy(asc(crawls.reference));
  return rows.map(({ crawl: { reference, outcome, reason, startedAt, seconds } }) => ({
    reference,
    crawl: { reference, version: null, outcome, reason, startedAt, seconds },
  }));
}
