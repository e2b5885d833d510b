import type { ListingObservations } from '../../domain/crawl-outcome.ts';
import { count } from './text/count.ts';

/** Whether a list stayed the same when it was asked for twice in one session, as a cell says it. */
export function describeVariations(variations: ListingObservations['variations']): string {
  if (variations === null) return 'not known';
  if (variations.length === 0) return 'gave the same list';
  const free = variations.filter(({ maskedHash }) => maskedHash === null).length;
  const only = `${count(variations.length, 'definition')} differed in dates or numbers alone`;
  if (free === 0) return only;
  return `${count(free, 'definition')} differed in more than dates or numbers`;
}
