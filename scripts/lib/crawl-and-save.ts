import { crawlServers } from '../../crawler/crawl-servers.ts';
import { defaultLimits } from '../../crawler/limits.ts';
import type { Database } from '../../db/open-database.ts';
import { readLatestListing } from '../../db/repositories/read-latest-listing.ts';
import { readStoredListing } from '../../db/repositories/read-stored-listing.ts';
import { recordCrawl } from '../../db/repositories/record-crawl.ts';
import { saveJudgements } from '../../db/repositories/save-judgements.ts';
import { type CrawlOutcome, isListed } from '../../domain/crawl-outcome.ts';
import type { ServerIdentity } from '../../domain/server.ts';
import { judgeTools } from './judge-tools.ts';
import type { Settings } from './settings.ts';
import { showCrawl } from './show-crawl.ts';

/** What came of one reference, after it was stored. */
export interface CrawlSummary {
  reference: string;
  server: string | null;
  version: string | null;
  outcome: CrawlOutcome;
  reason: string;
  /** How many tools the list holds. */
  tools: number;
  seconds: number;
}

export interface CrawlRequest {
  references: readonly string[];
  database: Database;
  settings: Settings;
  signal: AbortSignal;
  /** Whether a version that is stored as listed is taken as it is. */
  reuse: boolean;
  allowLocal: boolean;
  allowNoSandbox: boolean;
  concurrency?: number | undefined;
}

/**
 * Crawls, judges and stores, server by server, showing progress on standard error.
 * Each summary is handed out after its server is safely stored, in the order in which they end.
 */
export async function* crawlAndSave(request: CrawlRequest): AsyncGenerator<CrawlSummary> {
  const { references, database, settings, signal, allowLocal, allowNoSandbox, concurrency } = request;
  const view = showCrawl(references);
  const answers = crawlServers(references, {
    dataDir: settings.dataDir,
    environment: settings.environment,
    limits: defaultLimits,
    allowLocal,
    allowNoSandbox,
    concurrency,
    signal,
    onEvent: ({ reference, step, detail }) => step !== 'done' && view.step(reference, `${step} ${detail}`),
    reuse: request.reuse ? (identity, version) => isStored(database, identity, version) : undefined,
  });
  try {
    for await (const answer of answers) {
      const summary =
        answer.kind === 'unchanged'
          ? await takeStored(database, answer.reference, answer.server, answer.version)
          : await store(database, answer.result);
      view.finish(summary.reference, formatSummary(summary, answer.kind === 'unchanged'), isListed(summary.outcome));
      yield summary;
    }
  } finally {
    await view.close();
  }
}

async function isStored(database: Database, identity: ServerIdentity, version: string): Promise<boolean> {
  return (await readLatestListing(database, identity.id))?.version === version;
}

async function store(database: Database, result: Parameters<typeof recordCrawl>[1]): Promise<CrawlSummary> {
  const { reference, server, version, outcome, reason, listing, seconds } = result;
  const judgements =
    server && listing
      ? judgeTools({ serverId: server.id, instructions: listing.instructions, tools: listing.tools })
      : [];
  await recordCrawl(database, result, judgements);
  return { reference, server: server?.id ?? null, version, outcome, reason, tools: judgements.length, seconds };
}

/** A stored list needs no new crawl, but rules that have changed since must judge it again. */
async function takeStored(
  database: Database,
  reference: string,
  { id }: ServerIdentity,
  version: string,
): Promise<CrawlSummary> {
  const stored = await readStoredListing(database, id);
  const tools = stored?.tools ?? [];
  const judgements = judgeTools({ serverId: id, instructions: stored?.instructions ?? null, tools });
  if (stored && judgements.some(({ key }, index) => key !== stored.keys[index])) {
    await saveJudgements(database, id, judgements, stored.crawlId);
  }
  const latest = await readLatestListing(database, id);
  const outcome = latest?.outcome ?? 'listed';
  return { reference, server: id, version, outcome, reason: 'Stored already.', tools: tools.length, seconds: 0 };
}

function formatSummary({ reference, version, outcome, reason, tools, seconds }: CrawlSummary, reused: boolean): string {
  const head = `${reference}${version && !reference.endsWith(`@${version}`) ? ` ${version}` : ''}: ${outcome}`;
  const count = tools === 1 ? '1 tool' : `${tools} tools`;
  if (!isListed(outcome)) return `${head} — ${reason}`;
  return `${head}, ${count}, ${reused ? 'as stored' : `${seconds.toFixed(1)} s`}${outcome === 'listed' ? '' : ` — ${reason}`}`;
}
