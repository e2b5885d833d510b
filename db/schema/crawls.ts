import { bigint, doublePrecision, index, pgTable, text } from 'drizzle-orm/pg-core';
import type {
  CrawlOutcome,
  LaunchAttempt,
  LaunchRecipe,
  Listing,
  ListingObservations,
  RejectedTool,
  SandboxName,
} from '../../domain/crawl-outcome.ts';
import { exactJson, isoTime, storableText } from './column-types.ts';
import { instructionVersions, servers, serverVersions } from './servers.ts';

/** Every attempt to list a server, whatever came of it. Append-only. */
export const crawls = pgTable(
  'crawls',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    reference: storableText('reference').notNull(),
    /** Null where the reference did not resolve to a server. */
    serverId: storableText('server_id').references(() => servers.id),
    serverVersionId: bigint('server_version_id', { mode: 'number' }).references(() => serverVersions.id),
    outcome: text('outcome').$type<CrawlOutcome>().notNull(),
    reason: storableText('reason').notNull(),
    stderrTail: storableText('stderr_tail').notNull(),
    attempts: exactJson<LaunchAttempt[]>('attempts').notNull(),
    recipe: exactJson<LaunchRecipe>('recipe'),
    sandbox: text('sandbox').$type<SandboxName>(),
    runtime: storableText('runtime'),
    startedAt: isoTime('started_at').notNull(),
    seconds: doublePrecision('seconds').notNull(),
  },
  (table) => [
    index('crawls_server').on(table.serverId, table.startedAt, table.id),
    index('crawls_reference').using('hash', table.reference),
  ],
);

/** What a crawl got as an answer: one row for each crawl that listed tools. */
export const listings = pgTable('listings', {
  crawlId: bigint('crawl_id', { mode: 'number' })
    .primaryKey()
    .references(() => crawls.id),
  transport: text('transport').$type<Listing['transport']>().notNull(),
  protocolVersion: storableText('protocol_version').notNull(),
  serverInfo: exactJson<Listing['serverInfo']>('server_info').notNull(),
  instructionVersionId: bigint('instruction_version_id', { mode: 'number' }).references(() => instructionVersions.id),
  rejected: exactJson<RejectedTool[]>('rejected').notNull(),
  /** Null where nobody observed it. */
  observed: exactJson<ListingObservations>('observed'),
});
