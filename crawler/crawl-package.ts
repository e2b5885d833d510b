import { type CrawlResult, isListed } from '../domain/crawl-outcome.ts';
import { serverIdentity } from '../domain/server.ts';
import type { CrawlOptions } from './crawl-options.ts';
import type { LaunchHints } from './launch/launch-hints.ts';
import { otherInstallations } from './other-installations.ts';
import { prepareLaunch } from './prepare-launch.ts';
import type { ResolvedServer } from './sources/source.ts';
import { findSandbox, type Report, startServer } from './start-server.ts';

/**
 * Installs an exact version of a package and starts it until it lists its tools; where it does not, tries other
 * installations of it. What is told of a package that none lists is how the usual one failed.
 */
export async function crawlPackage(
  { identity, version }: ResolvedServer & { version: string },
  options: CrawlOptions,
  report: Report,
  hints: LaunchHints | undefined,
): Promise<Partial<CrawlResult>> {
  const sandbox = await findSandbox(options);
  if ('outcome' in sandbox) return sandbox;
  const start = async (prepared: Prepared): Promise<Started> => {
    if ('failure' in prepared) return { ...prepared.failure, attempts: [], sandbox: sandbox.name };
    const started = await startServer(prepared, sandbox, options, report, hints);
    return { ...started, server: serverIdentity(identity.source, prepared.name) };
  };

  report('installing', `${identity.name} ${version}`);
  const prepared = await prepareLaunch(identity, version, options);
  const usual = await start(prepared);
  if (isListed(usual.outcome)) return usual;
  const attempts = [...usual.attempts];
  const first = 'failure' in prepared ? null : prepared;
  for await (const other of otherInstallations({ ...identity, version }, { ...usual, first }, options)) {
    report('starting', other.rung);
    const { recipe, ...started } = await start(other.launchable);
    const reason = `${started.reason.replace(/\.$/, '')}, ${other.how}.`;
    attempts.push({ rung: other.rung, outcome: started.outcome, reason });
    if (recipe) return { ...started, reason, recipe: { ...recipe, rung: other.rung }, attempts };
    if (options.signal?.aborted) break;
  }
  return { ...usual, attempts };
}

type Prepared = Awaited<ReturnType<typeof prepareLaunch>>;
type Started = Partial<CrawlResult> & Pick<CrawlResult, 'outcome' | 'reason' | 'attempts'>;
