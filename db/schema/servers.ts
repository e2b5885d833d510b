import { sql } from 'drizzle-orm';
import { bigint, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import type { PackageFacts, Source } from '../../domain/server.ts';
import { exactJson, isoTime, storableText } from './column-types.ts';

export const servers = pgTable(
  'servers',
  {
    /** `<source>:<canonical name>`. */
    id: storableText('id').primaryKey(),
    source: text('source').$type<Source>().notNull(),
    name: storableText('name').notNull(),
    /** Its address under the source, given at first sight and never reassigned. */
    slug: text('slug').notNull(),
    /** As last known: a crawl that learns nothing leaves them. */
    facts: exactJson<PackageFacts>('facts').notNull(),
    firstSeen: isoTime('first_seen').notNull(),
    lastSeen: isoTime('last_seen').notNull(),
  },
  (table) => [uniqueIndex('servers_slug').on(table.source, sql`lower(${table.slug})`)],
);

export const serverVersions = pgTable(
  'server_versions',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    serverId: storableText('server_id')
      .notNull()
      .references(() => servers.id),
    /** Null for a remote that states none, and where it was not resolved. */
    version: storableText('version'),
    firstSeen: isoTime('first_seen').notNull(),
    lastSeen: isoTime('last_seen').notNull(),
  },
  (table) => [unique('server_versions_version').on(table.serverId, table.version).nullsNotDistinct()],
);

/** What a server tells every client about itself, versioned like its tools because rules read it. */
export const instructionVersions = pgTable(
  'instruction_versions',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    serverId: storableText('server_id')
      .notNull()
      .references(() => servers.id),
    hash: text('hash').notNull(),
    text: storableText('text').notNull(),
    firstSeen: isoTime('first_seen').notNull(),
    lastSeen: isoTime('last_seen').notNull(),
  },
  (table) => [unique('instruction_versions_hash').on(table.serverId, table.hash)],
);
