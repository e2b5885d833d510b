import { mkdir } from 'node:fs/promises';
import type { CrawlResult } from '../domain/crawl-outcome.ts';
import { LocalFaultError } from '../domain/errors.ts';
import type { PackageFacts, ServerIdentity } from '../domain/server.ts';
import type { CrawlOptions } from './crawl-options.ts';
import { crawlOwn } from './crawl-own.ts';
import { crawlPackage } from './crawl-package.ts';
import type { ClientFailure } from './install/read-npm-error.ts';
import { listRemote, withoutPrivateList } from './list-remote.ts';
import { resolveContext, resolveTarget } from './sources/index.ts';
import { parseReference } from './sources/parse-reference.ts';
import { type Target, unknownFacts } from './sources/source.ts';
import type { Report } from './start-server.ts';

export type CrawlAnswer =
  | { kind: 'crawled'; result: CrawlResult }
  | { kind: 'unchanged'; reference: string; server: ServerIdentity; version: string };

/**
 * Crawls one server: finds its exact version, installs it and starts it until it lists its tools. A server that
 * misbehaves is a result. Throws UsageError for text that is no reference, and LocalFaultError.
 */
export async function crawlServer(reference: string, options: CrawlOptions): Promise<CrawlAnswer> {
  const target = parseReference(reference, options);
  const draft = startDraft(reference);
  const report: Report = (step, detail) => options.onEvent?.({ reference, step, detail });
  await makeFolder(options.dataDir);

  const lead = options.leads?.get(reference);
  if (lead?.own) return finish(draft, await crawlOwn(lead.own, options, report), options);
  report('resolving', target.name);
  const resolved = await resolveTarget(target, resolveContext(options));
  if (resolved.kind === 'failed') {
    return finish(draft, { server: resolved.identity, ...failed(resolved) }, options);
  }
  const { identity, version } = resolved;
  if (version !== null && (await options.reuse?.(identity, version))) {
    report('done', 'unchanged');
    return { kind: 'unchanged', reference, server: identity, version };
  }
  const known = { server: identity, version, facts: resolved.facts };
  if (version === null) {
    report('listing', identity.name);
    return finish(draft, { ...known, ...withoutPrivateList(await listRemote(identity.name, options)) }, options);
  }
  const crawled = await crawlPackage({ ...resolved, version }, options, report, lead?.hints);
  // An exact version is taken at its word until its installation fails.
  if (crawled.outcome === 'not-found') return finish(draft, { ...known, ...crawled, version: null }, options);
  const facts = crawled.facts ?? (await askForFacts(target, options));
  return finish(draft, { ...known, ...crawled, facts }, options);
}

/** What the registry says of a package that could not be installed or started, and so says nothing itself. */
async function askForFacts(target: Target, options: CrawlOptions): Promise<PackageFacts> {
  const resolved = await resolveTarget(target, { ...resolveContext(options), refresh: true });
  return resolved.kind === 'resolved' ? resolved.facts : unknownFacts;
}

type Draft = CrawlResult & { begun: number };

function failed({ outcome, reason }: ClientFailure): Pick<CrawlResult, 'outcome' | 'reason'> {
  return { outcome, reason };
}

function startDraft(reference: string): Draft {
  return {
    reference,
    server: null,
    version: null,
    outcome: 'broken',
    reason: '',
    stderrTail: '',
    attempts: [],
    recipe: null,
    sandbox: null,
    runtime: null,
    listing: null,
    facts: unknownFacts,
    startedAt: new Date().toISOString(),
    seconds: 0,
    begun: performance.now(),
  };
}

/** What a crawl found after it was interrupted is not to be trusted as the server's doing. */
function finish({ begun, ...draft }: Draft, found: Partial<CrawlResult>, options: CrawlOptions): CrawlAnswer {
  const interrupted = options.signal?.aborted && !found.listing;
  const result: CrawlResult = {
    ...draft,
    ...found,
    ...(interrupted && { outcome: 'interrupted' as const, reason: 'The crawl was interrupted.' }),
    seconds: Math.round(performance.now() - begun) / 1000,
  };
  options.onEvent?.({ reference: result.reference, step: 'done', detail: result.outcome });
  return { kind: 'crawled', result };
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    throw new LocalFaultError(`Expected to write to ${path}; it is not writable. Choose another data folder.`, {
      cause,
    });
  }
}
