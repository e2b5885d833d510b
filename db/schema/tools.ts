import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ToolDefinition } from '../../domain/tool.ts';
import { classifications } from './classifications.ts';
import { exactJson, isoTime, storableText } from './column-types.ts';
import { listings } from './crawls.ts';
import { servers } from './servers.ts';

/** A name under which a server has ever listed a tool. */
export const tools = pgTable(
  'tools',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    serverId: storableText('server_id')
      .notNull()
      .references(() => servers.id),
    name: storableText('name').notNull(),
    /** Last segment of its address, given at first sight and never reassigned. */
    slug: text('slug').notNull(),
    firstSeen: isoTime('first_seen').notNull(),
    lastSeen: isoTime('last_seen').notNull(),
  },
  (table) => [
    unique('tools_name').on(table.serverId, table.name),
    uniqueIndex('tools_slug').on(table.serverId, sql`lower(${table.slug})`),
  ],
);

/** Every definition that a tool has ever had. Rows are added, never changed but for `lastSeen`. */
export const toolVersions = pgTable(
  'tool_versions',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    toolId: bigint('tool_id', { mode: 'number' })
      .notNull()
      .references(() => tools.id),
    definitionHash: text('definition_hash').notNull(),
    definition: exactJson<ToolDefinition>('definition').notNull(),
    /** For queries only: U+FFFD stands for what jsonb refuses. */
    queryable: jsonb('queryable').notNull(),
    firstSeen: isoTime('first_seen').notNull(),
    lastSeen: isoTime('last_seen').notNull(),
  },
  (table) => [unique('tool_versions_hash').on(table.toolId, table.definitionHash)],
);

/** What a listing holds, in its order. The classification is the current one: a changed rule replaces the key. */
export const listedTools = pgTable(
  'listed_tools',
  {
    crawlId: bigint('crawl_id', { mode: 'number' })
      .notNull()
      .references(() => listings.crawlId),
    position: integer('position').notNull(),
    toolVersionId: bigint('tool_version_id', { mode: 'number' })
      .notNull()
      .references(() => toolVersions.id),
    classificationKey: storableText('classification_key')
      .notNull()
      .references(() => classifications.key),
  },
  (table) => [
    primaryKey({ columns: [table.crawlId, table.position] }),
    index('listed_tools_version').on(table.toolVersionId),
    index('listed_tools_classification').on(table.classificationKey),
  ],
);
