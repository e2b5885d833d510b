import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { CrawlResult, Listing, RejectedTool } from '../../domain/crawl-outcome.ts';
import type { Database, Orm } from '../database.ts';
import type { Judgement } from '../judgement.ts';
import { runTransaction } from '../run-transaction.ts';
import { crawls, listings } from '../schema/crawls.ts';
import { saveInstructions, saveServer, saveServerVersion } from './save-server.ts';
import { type ListedTool, saveTools } from './save-tools.ts';

/**
 * Stores everything that one crawl found, in one transaction: cut short, it leaves the state before it.
 * `judgements[i]` judges `result.listing.tools[i]`. A tool that cannot be stored is recorded as rejected instead.
 */
export async function recordCrawl(
  database: Database,
  result: CrawlResult,
  judgements: readonly Judgement[],
): Promise<void> {
  await runTransaction(database, async (orm) => {
    const { server, listing } = result;
    const at = new Date(result.startedAt).toISOString();
    if (server) await saveServer(orm, server, result.facts, at);
    const serverVersionId = server && (await saveServerVersion(orm, server.id, result.version, at));
    const crawlId = await insertCrawl(orm, { ...result, serverId: server?.id ?? null, serverVersionId, startedAt: at });
    if (!server || !listing) return;

    const { first, repeated } = separateRepeated(pairUp(listing, judgements));
    const instructionVersionId = await saveInstructions(orm, server.id, hashed(listing.instructions), at);
    const rejected = [...listing.rejected, ...repeated];
    await orm.insert(listings).values({ ...listing, crawlId, instructionVersionId, rejected });
    const refused = await saveTools(orm, { crawlId, serverId: server.id, at }, first);
    if (refused.length === 0) return;
    const ofThisCrawl = eq(listings.crawlId, crawlId);
    await orm
      .update(listings)
      .set({ rejected: [...rejected, ...refused] })
      .where(ofThisCrawl);
    await orm.update(crawls).set({ outcome: 'listed-partly' }).where(eq(crawls.id, crawlId));
  });
}

async function insertCrawl(orm: Orm, crawl: typeof crawls.$inferInsert): Promise<number> {
  const [row] = await orm.insert(crawls).values(crawl).returning({ id: crawls.id });
  if (!row) throw new Error('Expected the id of the crawl that was inserted; got no row');
  return row.id;
}

function pairUp(listing: Listing, judgements: readonly Judgement[]): ListedTool[] {
  return listing.tools.map((definition, position) => {
    const judgement = judgements[position];
    if (judgement && judgements.length === listing.tools.length) return { position, definition, judgement };
    throw new TypeError(`Expected a judgement for each of ${listing.tools.length} tools; got ${judgements.length}`);
  });
}

/** A second tool of one name has no address of its own, and no client could tell which of the two it calls. */
function separateRepeated(listed: readonly ListedTool[]): { first: ListedTool[]; repeated: RejectedTool[] } {
  const byName = new Map<string, ListedTool>();
  const repeated: RejectedTool[] = [];
  for (const tool of listed) {
    const { name } = tool.definition;
    if (byName.has(name)) repeated.push({ name, reason: 'The list names it more than once; the first one is kept.' });
    else byName.set(name, tool);
  }
  return { first: [...byName.values()], repeated };
}

function hashed(instructions: string | null): { hash: string; text: string } | null {
  if (instructions === null) return null;
  return { hash: createHash('sha256').update(JSON.stringify(instructions)).digest('hex'), text: instructions };
}
