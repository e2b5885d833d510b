import type { CrawlResult } from '../domain/crawl-outcome.ts';
import type { CrawlLimits } from './limits.ts';
import { listPages } from './list-pages.ts';

/** Takes a list that somebody handed in: tools as they would have come from the server. Nothing is asked or started. */
export async function listSupplied(
  tools: readonly unknown[],
  name: string,
  limits: CrawlLimits,
): Promise<Pick<CrawlResult, 'outcome' | 'reason' | 'listing'>> {
  const origin = {
    transport: 'file',
    protocolVersion: 'not known',
    serverInfo: { name, version: 'not known', title: null },
    instructions: null,
  } as const;
  // A file answers as a server would that has one page.
  const session = { offersTools: true, listPage: async () => ({ tools: [...tools] }) };
  const { tools: read, rejected, partial } = await listPages(session, limits);
  const shortfall = partial ?? (rejected.length > 0 ? `${rejected.length} of its tools could not be read` : null);
  return {
    outcome: shortfall ? 'listed-partly' : 'listed',
    reason: `Taken from a file that was handed in; no server was asked${shortfall ? `: ${shortfall}` : ''}.`,
    listing: { ...origin, tools: read, rejected },
  };
}
