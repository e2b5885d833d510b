import type { CrawlResult } from '../domain/crawl-outcome.ts';
import { UsageError } from '../domain/errors.ts';
import type { CrawlOptions } from './crawl-options.ts';
import type { ClientFailure } from './install/read-npm-error.ts';
import { hideOwnValues } from './launch/hide-own-values.ts';
import { launchCommand } from './launch/launch-command.ts';
import { launchFolder } from './launch/launch-folder.ts';
import type { Launchable } from './launch/launchable.ts';
import { addressValues, headerValues, withOwnValues } from './launch/own-values.ts';
import { listRemote } from './list-remote.ts';
import { listSupplied } from './list-supplied.ts';
import { prepareLaunch } from './prepare-launch.ts';
import { resolveContext, resolveTarget } from './sources/index.ts';
import type { OwnServer } from './sources/server-lead.ts';
import { findSandbox, type Report, startServer } from './start-server.ts';

/** Crawls what no public list holds. The user's own values are hidden in all that comes back. */
export async function crawlOwn(own: OwnServer, options: CrawlOptions, report: Report): Promise<Partial<CrawlResult>> {
  return { ...(await ask(own, options, report)), server: own.identity };
}

async function ask(own: OwnServer, options: CrawlOptions, report: Report): Promise<Partial<CrawlResult>> {
  if (own.kind === 'tools') return listSupplied(own.tools, own.identity.name, options.limits);
  if (own.kind === 'remote') {
    report('listing', own.identity.name);
    const values = [...headerValues(own.headers), ...addressValues(own.address)];
    return hideOwnValues(await listRemote(own.address, options, own.headers), values);
  }
  const sandbox = await findSandbox(options);
  if ('outcome' in sandbox) return sandbox;
  const prepared = await prepare(own, options, report);
  if ('failure' in prepared) return { ...prepared.failure, sandbox: sandbox.name };
  const { version, ...launchable } = prepared;
  try {
    return { ...(await startServer(launchable, sandbox, options, report)), version };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // The error names the user's folder, which is not to be kept.
    return { outcome: 'refused', reason: folderRefusal, sandbox: sandbox.name, version };
  }
}

const folderRefusal =
  'Its files lie in a folder that holds other things, which no sandbox is to show. Move them into a folder of their own.';

type Prepared = (Launchable & { version: string | null }) | { failure: ClientFailure };

async function prepare(
  own: OwnServer & { kind: 'package' | 'folder' | 'command' },
  options: CrawlOptions,
  report: Report,
): Promise<Prepared> {
  if (own.kind === 'folder') return launchFolder(own.path, resolveContext(options));
  if (own.kind === 'command') return launchCommand(own);
  report('resolving', own.target.name);
  const resolved = await resolveTarget(own.target, resolveContext(options));
  if (resolved.kind === 'failed') return { failure: { outcome: resolved.outcome, reason: resolved.reason } };
  const version = resolved.version ?? '';
  report('installing', `${resolved.identity.name} ${version}`);
  const launchable = await prepareLaunch(resolved.identity, version, options);
  if ('failure' in launchable) return launchable;
  return { ...withOwnValues(launchable, own.values), version };
}
