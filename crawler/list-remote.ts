import type { CrawlResult } from '../domain/crawl-outcome.ts';
import { sayVariations, withVariations } from './compare-lists.ts';
import type { CrawlOptions } from './crawl-options.ts';
import { readShortfall } from './launch/read-shortfall.ts';
import { listToolsOverHttp } from './list-tools.ts';

/** Asks a remote server for its tools. Headers are the user's own: what comes back is not searched for them here. */
export async function listRemote(
  address: string,
  options: CrawlOptions,
  headers: Readonly<Record<string, string>> = {},
): Promise<Pick<CrawlResult, 'outcome' | 'reason' | 'listing'>> {
  const { limits, allowLocal, signal } = options;
  const attempt = await listToolsOverHttp(new URL(address), { headers, limits, allowLocal, signal });
  if (!attempt.listing) return { outcome: remoteOutcome(attempt.failure), reason: attempt.reason, listing: null };
  const shortfall = readShortfall(attempt);
  const listing = withVariations(attempt.listing, attempt.again);
  return {
    outcome: shortfall ? 'listed-partly' : 'listed',
    reason: `${shortfall ?? attempt.reason}${sayVariations(listing)}`,
    listing,
  };
}

type Answer = Awaited<ReturnType<typeof listRemote>>;

/**
 * What may be shown to everybody of what a remote answered. A list whose server says that it is for the one who asks
 * alone is not kept. Of a package the list is everybody's, whatever it says: it was made from made-up values.
 */
export function withoutPrivateList(answer: Answer): Answer {
  if (answer.listing?.observed?.cacheScope !== 'private') return answer;
  const reason = 'It marks its list as meant for the one who asks alone (cacheScope "private"), so it is not kept.';
  return { outcome: 'refused', reason, listing: null };
}

function remoteOutcome(failure: Awaited<ReturnType<typeof listToolsOverHttp>>['failure']): CrawlResult['outcome'] {
  return failure === null || failure === 'exited' ? 'broken' : failure;
}
