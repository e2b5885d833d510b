import type { ListingObservations } from '../domain/crawl-outcome.ts';
import { isJsonObject } from '../domain/json.ts';
import type { ToolDefinition } from '../domain/tool.ts';
import type { CrawlLimits } from './limits.ts';
import { type ListedPages, listPages } from './list-pages.ts';
import { type CountedKind, type Session, SessionError } from './transports/session.ts';

/** What is asked once the list is there may not cost as much as the list. */
const requestTimeoutMs = 3_000;
const maxCountPages = 20;

/**
 * Asks a server that has listed its tools for them once more and counts what else it lists. Whatever fails is not
 * known. `again` is the second list; comparing it is for later, when the values that we passed are hidden in both.
 */
export async function observeSession(
  session: Session,
  { ttlMs, cacheScope, partial }: ListedPages,
  limits: CrawlLimits,
  signal?: AbortSignal,
): Promise<{ observed: ListingObservations; again: ToolDefinition[] | null }> {
  const brief = { ...limits, requestTimeoutMs: Math.min(requestTimeoutMs, limits.requestTimeoutMs) };
  const second = partial === null ? await orNull(listPages(session, brief, signal)) : null;
  const count = (kind: CountedKind) => orNull(countListed(session, kind, brief, signal));
  const observed: ListingObservations = {
    variations: null,
    resources: await count('resources'),
    prompts: await count('prompts'),
    ttlMs,
    cacheScope,
    protocolVersions: [session.protocolVersion],
    triedHosts: null,
  };
  return { observed, again: second?.partial === null ? second.tools : null };
}

async function countListed(
  session: Session,
  kind: CountedKind,
  { requestTimeoutMs: timeoutMs, maxTools }: CrawlLimits,
  signal: AbortSignal | undefined,
): Promise<number | null> {
  if (!session.offers[kind]) return 0;
  const cursors = new Set<string>();
  let cursor: string | undefined;
  for (let total = 0; cursors.size < maxCountPages; ) {
    const result = await session.listOther(kind, cursor, { timeoutMs, signal });
    const items = isJsonObject(result) ? result[kind] : undefined;
    if (!isJsonObject(result) || !Array.isArray(items)) return null;
    total += items.length;
    const next = result.nextCursor;
    if (typeof next !== 'string' || next === '') return total;
    if (cursors.has(next) || total > maxTools) return null;
    cursors.add(next);
    cursor = next;
  }
  return null;
}

async function orNull<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof SessionError) return null;
    throw error;
  }
}
