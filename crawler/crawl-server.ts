import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { CrawlResult } from '../domain/crawl-outcome.ts';
import { LocalFaultError } from '../domain/errors.ts';
import { type ServerIdentity, serverIdentity } from '../domain/server.ts';
import type { CrawlOptions } from './crawl-options.ts';
import type { ClientFailure } from './install/read-npm-error.ts';
import { climbLadder } from './launch/ladder.ts';
import { listRemote } from './list-remote.ts';
import { prepareLaunch } from './prepare-launch.ts';
import { NoSandboxError } from './sandbox/no-sandbox-error.ts';
import { openSandbox } from './sandbox/open-sandbox.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { resolveTarget } from './sources/index.ts';
import { parseReference } from './sources/parse-reference.ts';
import { type ResolvedServer, unknownFacts } from './sources/source.ts';

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
  const report = (step: Step, detail: string) => options.onEvent?.({ reference, step, detail });
  await makeFolder(options.dataDir);

  report('resolving', target.name);
  const timeoutMs = Math.min(resolveTimeoutMs, options.limits.installTimeoutMs);
  const context = { ...options, folder: options.dataDir, timeoutMs };
  const resolved = await resolveTarget(target, context);
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
    return finish(draft, { ...known, ...(await listRemote(identity.name, options)) }, options);
  }
  return finish(draft, { ...known, ...(await crawlPackage({ ...resolved, version }, options, report)) }, options);
}

/** A registry's answer to one question; slow ones take seconds. */
const resolveTimeoutMs = 60_000;

type Step = Parameters<NonNullable<CrawlOptions['onEvent']>>[0]['step'];
type Draft = CrawlResult & { begun: number };

async function crawlPackage(
  resolved: ResolvedServer & { version: string },
  options: CrawlOptions,
  report: (step: Step, detail: string) => void,
): Promise<Partial<CrawlResult>> {
  const sandbox = await findSandbox(options);
  if ('outcome' in sandbox) return failed(sandbox);
  report('installing', `${resolved.identity.name} ${resolved.version}`);
  const launchable = await prepareLaunch(resolved.identity, resolved.version, options);
  if ('failure' in launchable) return { ...failed(launchable.failure), sandbox: sandbox.name };

  const { limits, signal } = options;
  const seed = randomBytes(16).toString('hex');
  const onTry = ({ rung }: { rung: string }) => report('starting', rung);
  const climbed = await climbLadder(launchable, { sandbox, limits, signal, seed, onTry });
  const server = serverIdentity(resolved.identity.source, launchable.name);
  return { ...climbed, server, sandbox: sandbox.name, runtime: launchable.runtime, facts: launchable.facts };
}

/** Looked for before the installation: without a sandbox an installed package is of no use. */
async function findSandbox(options: CrawlOptions): Promise<Sandbox | ClientFailure> {
  try {
    return await openSandbox({ allowNone: options.allowNoSandbox });
  } catch (error) {
    if (error instanceof NoSandboxError) return { outcome: 'no-sandbox', reason: error.message };
    throw error;
  }
}

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
