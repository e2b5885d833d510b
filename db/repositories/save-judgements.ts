import { asc, eq, sql } from 'drizzle-orm';
import { bulkRows } from '../bulk-rows.ts';
import type { Database } from '../database.ts';
import type { Judgement } from '../judgement.ts';
import { runTransaction } from '../run-transaction.ts';
import { crawls } from '../schema/crawls.ts';
import { servers } from '../schema/servers.ts';
import { listedTools } from '../schema/tools.ts';
import { encodeText } from '../storable-text.ts';
import { selectNewestListings } from './newest-listing.ts';
import { saveClassifications } from './save-classifications.ts';

/**
 * Gives the tools of a server's newest list new classifications, all or none; `judgements[i]` judges the tool that
 * `readStoredListing` put at `i`. Returns false and changes nothing where a crawl has brought another list since:
 * `crawlId`, of that stored listing, tells.
 */
export async function saveJudgements(
  database: Database,
  serverId: string,
  judgements: readonly Judgement[],
  crawlId?: number,
): Promise<boolean> {
  return runTransaction(database, async (orm) => {
    await orm.select({ id: servers.id }).from(servers).where(eq(servers.id, serverId)).for('update');
    const [newest] = await selectNewestListings(orm, eq(crawls.serverId, serverId));
    if (!newest || newest.crawl.id !== (crawlId ?? newest.crawl.id)) return false;
    const ofThisListing = eq(listedTools.crawlId, newest.crawl.id);
    const listed = await orm
      .select({ position: listedTools.position })
      .from(listedTools)
      .where(ofThisListing)
      .orderBy(asc(listedTools.position));
    if (listed.length !== judgements.length) return false;

    await saveClassifications(orm, judgements);
    const rows = listed.map(({ position }, at) => ({ position, key: encodeText(judgements[at]?.key ?? '') }));
    await orm.execute(sql`
      update ${listedTools} set classification_key = given.key from ${bulkRows(['position', 'key'], rows)}
      where ${ofThisListing} and ${listedTools.position} = given.position`);
    return true;
  });
}
