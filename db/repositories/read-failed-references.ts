import { asc, desc, notInArray } from 'drizzle-orm';
import { isListed, outcomes } from '../../domain/crawl-outcome.ts';
import type { Database } from '../database.ts';
import { crawls } from '../schema/crawls.ts';

/** The references whose newest crawl listed nothing, in their own order. */
export async function readFailedReferences({ orm }: Database): Promise<string[]> {
  const newest = orm
    .selectDistinctOn([crawls.reference], { reference: crawls.reference, outcome: crawls.outcome })
    .from(crawls)
    .orderBy(crawls.reference, desc(crawls.startedAt), desc(crawls.id))
    .as('newest');
  const rows = await orm
    .select({ reference: newest.reference })
    .from(newest)
    .where(notInArray(newest.outcome, outcomes.filter(isListed)))
    .orderBy(asc(newest.reference));
  return rows.map(({ reference }) => reference);
}
