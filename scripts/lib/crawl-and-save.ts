import type { Panel } from '../../classifier/adjudicator/panel.ts';
import type { CrawlOptions } from '../../crawler/crawl-options.ts';
import { crawlServers } from '../../crawler/crawl-servers.ts';
import { defaultLimits } from '../../crawler/limits.ts';
import type { Database } from '../../db/open-database.ts';
import { readLatestListing } from '../../db/repositories/read-latest-listing.ts';
import { recordCrawl } from '../../db/repositories/record-crawl.ts';
import { saveJudgements } from '../../db/repositories/save-judgements.ts';
import { type CrawlOutcome, isListed } from '../../domain/crawl-outcome.ts';
import type { ServerIdentity } from '../../domain/server.ts';
import { judgeAnew } from './judge-anew.ts';
import { judgeTools } from './judge-tools.ts';
import { openModel, tellUnanswered } from './open-model.ts';
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
  /** What lists say of them; see CrawlOptions. */
  leads?: CrawlOptions['leads'];
  database: Database;
  settings: Settings;
  signal: AbortSignal;
  /** Whether a version that is stored as listed is taken as it is. */
  reuse: boolean;
  allowLocal: boolean;
  allowNoSandbox: boolean;
  concurrency?: number | undefined;
  /** What installed packages may take on the disk; see ManyOptions. */
  diskBudgetBytes?: number | undefined;
  /** Whether registries are asked even about an exact version. */
  refresh?: boolean | undefined;
}

/** Some two hundred packages of the usual size, in bytes. */
const defaultDiskBudget = 10e9;

/**
 * Crawls, judges and stores, server by server, showing progress on standard error.
 * Each summary is handed out after its server is safely stored, in the order in which they end.
 */
export async function* crawlAndSave(request: CrawlRequest): AsyncGenerator<CrawlSummary> {
  const { references, leads, database, settings, signal, allowLocal, allowNoSandbox } = request;
  const panel = openModel(settings, { signal });
  const judging = { database, panel, signal };
  const view = showCrawl(references);
  const answers = crawlServers(references, {
    dataDir: settings.dataDir,
    environment: settings.environment,
    limits: defaultLimits,
    leads,
    allowLocal,
    allowNoSandbox,
    concurrency: request.concurrency,
    diskBudgetBytes: request.diskBudgetBytes ?? defaultDiskBudget,
    refresh: request.refresh,
    signal,
    onEvent: ({ reference, step, detail }) => step !== 'done' && view.step(reference, `${step} ${detail}`),
    reuse: request.reuse ? (identity, version) => isStored(database, identity, version) : undefined,
  });
  try {
    for await (const answer of answers) {
      if (panel) view.step(answer.kind === 'unchanged' ? answer.reference : answer.result.reference, 'judging');
      const summary =
        answer.kind === 'unchanged'
          ? await takeStored(judging, answer.reference, answer.server, answer.version)
          : await store(judging, answer.result);
      const reused = answer.kind === 'unchanged';
      view.finish(summary.reference, formatSummary(summary, reused), summary.outcome, reused);
      yield summary;
    }
  } finally {
    await view.close();
    tellUnanswered(panel);
  }
}

async function isStored(database: Database, identity: ServerIdentity, version: string): Promise<boolean> {
  return (await readLatestListing(database, identity.id))?.version === version;
}

interface Judging {
  database: Database;
  panel: Panel | null;
  signal: AbortSignal;
}

async function store({ database, panel }: Judging, result: Parameters<typeof recordCrawl>[1]): Promise<CrawlSummary> {
  const { reference, server, version, outcome, reason, listing, seconds } = result;
  const judgements =
    server && listing
      ? await judgeTools({ serverId: server.id, instructions: listing.instructions, tools: listing.tools }, panel)
      : [];
  await recordCrawl(database, result, judgements);
  return { reference, server: server?.id ?? null, version, outcome, reason, tools: judgements.length, seconds };
}

/** A stored list needs no new crawl, but rules that have changed since, or another model, must judge it again. */
async function takeStored(
  { database, panel, signal }: Judging,
  reference: string,
  { id }: ServerIdentity,
  version: string,
): Promise<CrawlSummary> {
  const anew = await judgeAnew(database, id, panel);
  if (anew?.isChanged && !signal.aborted) await saveJudgements(database, id, anew.judgements, anew.stored.crawlId);
  const latest = await readLatestListing(database, id);
  const outcome = latest?.outcome ?? 'listed';
  return {
    reference,
    server: id,
    version,
    outcome,
    reason: 'Stored already.',
    tools: anew?.judgements.length ?? 0,
    seconds: 0,
  };
}

function formatSummary({ reference, version, outcome, reason, tools, seconds }: CrawlSummary, reused: boolean): string {
  const head = `${reference}${version && !reference.endsWith(`@${version}`) ? ` ${version}` : ''}: ${outcome}`;
  const count = tools === 1 ? '1 tool' : `${tools} tools`;
  if (!isListed(outcome)) return `${head} — ${reason}`;
  return `${head}, ${count}, ${reused ? 'as stored' : `${seconds.toFixed(1)} s`}${outcome === 'listed' ? '' : ` — ${reason}`}`;
}
