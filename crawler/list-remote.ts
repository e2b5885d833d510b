import type { CrawlResult } from '../domain/crawl-outcome.ts';
import type { CrawlOptions } from './crawl-options.ts';
import { readShortfall } from './launch/read-shortfall.ts';
import { listToolsOverHttp } from './list-tools.ts';

/** Asks a remote server for its tools. Headers are the user's own: what comes back is not searched for them here. */
export async function listRemote(
  address: string,
  options: CrawlOptions,
): Promise<Pick<CrawlResult, 'outcome' | 'reason' | 'listing'>> {
  const { headers = {}, limits, allowLocal, signal } = options;
  const attempt = await listToolsOverHttp(new URL(address), { headers, limits, allowLocal, signal });
  if (!attempt.listing) return { outcome: remoteOutcome(attempt.failure), reason: attempt.reason, listing: null };
  const shortfall = readShortfall(attempt);
  return {
    outcome: shortfall ? 'listed-partly' : 'listed',
    reason: shortfall ?? attempt.reason,
    listing: attempt.listing,
  };
}

function remoteOutcome(failure: Awaited<ReturnType<typeof listToolsOverHttp>>['failure']): CrawlResult['outcome'] {
  return failure === null || failure === 'exited' ? 'broken' : failure;
}
