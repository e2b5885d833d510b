import { desc } from 'drizzle-orm';
import type { Orm } from '../database.ts';
import { crawls } from '../schema/crawls.ts';

/** The newest crawl of every reference, as a subquery named `newest`. */
export function selectNewestCrawls(orm: Orm) {
  const { id, reference, outcome, serverId } = crawls;
  return orm
    .selectDistinctOn([reference], { id, reference, outcome, serverId })
    .from(crawls)
    .orderBy(reference, desc(crawls.startedAt), desc(id))
    .as('newest');
}
