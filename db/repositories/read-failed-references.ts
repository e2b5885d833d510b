import { asc, notInArray } from 'drizzle-orm';
import { isListed, outcomes } from '../../domain/crawl-outcome.ts';
import type { Database } from '../database.ts';
import { selectNewestCrawls } from './newest-crawls.ts';

/** The references whose newest crawl listed nothing, in their own order. */
export async function readFailedReferences({ orm }: Database): Promise<string[]> {
  const newest = selectNewestCrawls(orm);
  const rows = await orm
    .select({ reference: newest.reference })
    .from(newest)
    .where(notInArray(newest.outcome, outcomes.filter(isListed)))
    .orderBy(asc(newest.reference));
  return rows.map(({ reference }) => reference);
}
