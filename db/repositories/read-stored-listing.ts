import { asc, eq } from 'drizzle-orm';
import type { Classification } from '../../domain/classification.ts';
import type { ServerIdentity } from '../../domain/server.ts';
import type { ToolDefinition } from '../../domain/tool.ts';
import type { Database } from '../database.ts';
import { classifications } from '../schema/classifications.ts';
import { crawls } from '../schema/crawls.ts';
import { servers } from '../schema/servers.ts';
import { listedTools, toolVersions } from '../schema/tools.ts';
import { selectNewestListings } from './newest-listing.ts';

/** A server's newest list with everything that judging it again needs. */
export interface StoredListing {
  /** The crawl that got it; see `saveJudgements`. */
  crawlId: number;
  identity: ServerIdentity;
  instructions: string | null;
  /** In list order. */
  tools: ToolDefinition[];
  /** The current ones: `classifications[i]` and `keys[i]` judge `tools[i]`. */
  classifications: Classification[];
  keys: string[];
}

/** Null where the server is not known or was never listed. */
export async function readStoredListing({ orm }: Database, serverId: string): Promise<StoredListing | null> {
  const [newest] = await selectNewestListings(orm, eq(crawls.serverId, serverId));
  const [server] = await orm.select().from(servers).where(eq(servers.id, serverId));
  if (!newest || !server) return null;
  const rows = await orm
    .select({
      definition: toolVersions.definition,
      key: classifications.key,
      classification: classifications.judgement,
    })
    .from(listedTools)
    .innerJoin(toolVersions, eq(toolVersions.id, listedTools.toolVersionId))
    .innerJoin(classifications, eq(classifications.key, listedTools.classificationKey))
    .where(eq(listedTools.crawlId, newest.crawl.id))
    .orderBy(asc(listedTools.position));
  return {
    crawlId: newest.crawl.id,
    identity: { id: server.id, source: server.source, name: server.name },
    instructions: newest.instructions,
    tools: rows.map((row) => row.definition),
    classifications: rows.map((row) => row.classification),
    keys: rows.map((row) => row.key),
  };
}

/** Ids of all known servers, listed or not. */
export async function listServerIds({ orm }: Database): Promise<string[]> {
  const rows = await orm.select({ id: servers.id }).from(servers).orderBy(asc(servers.id));
  return rows.map((row) => row.id);
}
