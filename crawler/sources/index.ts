import { serverIdentity } from '../../domain/server.ts';
import type { CrawlOptions } from '../crawl-options.ts';
import { resolveNpm } from './npm.ts';
import { resolvePypi } from './pypi.ts';
import { type Resolution, type SourceContext, type Target, unknownFacts } from './source.ts';

/** Finds the server that a target names, in one exact version; a server that is not there is a Resolution. */
export async function resolveTarget(target: Target, context: SourceContext): Promise<Resolution> {
  switch (target.source) {
    case 'npm':
      return resolveNpm(target, context);
    case 'pypi':
      return resolvePypi(target, context);
    default: {
      const identity = serverIdentity(target.source, target.name);
      return { kind: 'resolved', identity, version: null, facts: unknownFacts };
    }
  }
}

/** A registry's answer to one question; slow ones take seconds. */
const resolveTimeoutMs = 60_000;

/** What a source needs of a crawl's options. */
export function resolveContext(options: CrawlOptions): SourceContext {
  const timeoutMs = Math.min(resolveTimeoutMs, options.limits.installTimeoutMs);
  return { ...options, folder: options.dataDir, timeoutMs };
}
