import type { CrawlResult } from '../../domain/crawl-outcome.ts';
import { hideEverywhere, hideValues } from './hide-values.ts';
import type { Placeholder } from './placeholder.ts';

/** What a crawl found, with the user's own values hidden in every text of it. */
export function hideOwnValues<Found extends Pick<CrawlResult, 'outcome' | 'reason' | 'listing'>>(
  found: Found,
  values: readonly Placeholder[],
): Found {
  if (values.length === 0) return found;
  const { listing, printed } = found.listing ? hideValues(found.listing, values) : { listing: null, printed: [] };
  const prints = printed.length > 0 ? ` Its definitions print the value of ${printed.join(', ')}.` : '';
  const { outcome } = found;
  return { ...hideEverywhere({ ...found, listing, reason: `${found.reason}${prints}` }, values), outcome };
}
