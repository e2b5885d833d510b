import { eq, sql } from 'drizzle-orm';
import type { RejectedTool } from '../../domain/crawl-outcome.ts';
import { hashDefinition } from '../../domain/definition-hash.ts';
import { slug } from '../../domain/slug.ts';
import type { ToolDefinition } from '../../domain/tool.ts';
import { bulkRows } from '../bulk-rows.ts';
import type { Orm } from '../database.ts';
import { databaseMessage, isRefusal } from '../engines/sql-state.ts';
import type { Judgement } from '../judgement.ts';
import { listedTools, tools, toolVersions } from '../schema/tools.ts';
import { encodeText, queryableJson } from '../storable-text.ts';
import { saveClassifications } from './save-classifications.ts';

export interface ListedTool {
  position: number;
  definition: ToolDefinition;
  judgement: Judgement;
}

/** A tool with its address and the text of its definition. */
type Row = ListedTool & { slug: string | undefined; text: string };

interface ListingKey {
  crawlId: number;
  serverId: string;
  at: string;
}

/** In UTF-16 code units of definitions: PGlite runs out of memory well above it. */
const maxBatchLength = 4 * 2 ** 20;

/** Stores the tools of one listing and returns those that the database refused: each fails alone. */
export async function saveTools(orm: Orm, listing: ListingKey, listed: readonly ListedTool[]): Promise<RejectedTool[]> {
  const slugs = await giveSlugs(orm, listing.serverId, listed);
  const rows = listed.map((tool) => ({
    ...tool,
    slug: slugs.get(tool.definition.name),
    text: JSON.stringify(tool.definition),
  }));
  return saveOrHalve(orm, listing, rows);
}

/** As few batches as fit; a refused one is tried again in halves, down to the tool that is to blame. */
async function saveOrHalve(orm: Orm, listing: ListingKey, rows: readonly Row[]): Promise<RejectedTool[]> {
  const [first] = rows;
  if (!first) return [];
  const length = rows.reduce((sum, row) => sum + row.text.length, 0);
  if (rows.length === 1 || length <= maxBatchLength) {
    try {
      await orm.transaction((savepoint) => saveBatch(savepoint, listing, rows));
      return [];
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const reason = `The database refused it: ${databaseMessage(error)}.`;
      if (rows.length === 1) return [{ name: first.definition.name, reason }];
    }
  }
  const middle = Math.ceil(rows.length / 2);
  const before = await saveOrHalve(orm, listing, rows.slice(0, middle));
  return [...before, ...(await saveOrHalve(orm, listing, rows.slice(middle)))];
}

async function saveBatch(orm: Orm, { crawlId, serverId, at }: ListingKey, batch: readonly Row[]): Promise<void> {
  const stored = encodeText(serverId);
  const rows = batch.map(({ position, definition, judgement, slug, text }) => ({
    position,
    name: encodeText(definition.name),
    slug,
    hash: hashDefinition(definition),
    definition: text,
    queryable: queryableJson(definition),
    key: encodeText(judgement.key),
  }));
  await saveClassifications(
    orm,
    batch.map(({ judgement }) => judgement),
  );
  await orm.execute(sql`
    insert into ${tools} (server_id, name, slug, first_seen, last_seen)
    select ${stored}, name, slug, ${at}::timestamptz, ${at}::timestamptz from ${bulkRows(['name', 'slug'], rows)}
    on conflict (server_id, name) do update set
      first_seen = least(${tools.firstSeen}, excluded.first_seen),
      last_seen = greatest(${tools.lastSeen}, excluded.last_seen)`);
  await orm.execute(sql`
    insert into ${toolVersions} (tool_id, definition_hash, definition, queryable, first_seen, last_seen)
    select ${tools.id}, given.hash, given.definition, given.queryable::jsonb, ${at}::timestamptz, ${at}::timestamptz
    from ${bulkRows(['name', 'hash', 'definition', 'queryable'], rows)}
    join ${tools} on ${tools.serverId} = ${stored} and ${tools.name} = given.name
    on conflict (tool_id, definition_hash) do update set
      first_seen = least(${toolVersions.firstSeen}, excluded.first_seen),
      last_seen = greatest(${toolVersions.lastSeen}, excluded.last_seen)`);
  await orm.execute(sql`
    insert into ${listedTools} (crawl_id, position, tool_version_id, classification_key)
    select ${crawlId}::bigint, given.position, ${toolVersions.id}, given.key
    from ${bulkRows(['position', 'name', 'hash', 'key'], rows)}
    join ${tools} on ${tools.serverId} = ${stored} and ${tools.name} = given.name
    join ${toolVersions} on ${toolVersions.toolId} = ${tools.id} and ${toolVersions.definitionHash} = given.hash`);
}

/** The path segment of each listed name: the one it already has, else a new one that no other tool of the server has. */
async function giveSlugs(orm: Orm, serverId: string, listed: readonly ListedTool[]): Promise<Map<string, string>> {
  const known = await orm
    .select({ name: tools.name, slug: tools.slug })
    .from(tools)
    .where(eq(tools.serverId, serverId));
  const slugs = new Map(known.map((tool) => [tool.name, tool.slug]));
  const taken = new Set(known.map((tool) => tool.slug.toLowerCase()));
  for (const { definition } of listed) {
    if (slugs.has(definition.name)) continue;
    const given = slug(definition.name, taken);
    slugs.set(definition.name, given);
    taken.add(given.toLowerCase());
  }
  return slugs;
}
