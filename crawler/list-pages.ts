import type { RejectedTool } from '../domain/crawl-outcome.ts';
import { isJsonObject } from '../domain/json.ts';
import type { ToolDefinition } from '../domain/tool.ts';
import type { CrawlLimits } from './limits.ts';
import { parseTool } from './parse-tool.ts';
import { type Session, SessionError } from './transports/session.ts';

export interface ListedPages {
  tools: ToolDefinition[];
  rejected: RejectedTool[];
  /** Why paging ended before the last page; null for a complete list. */
  partial: string | null;
  /** How long the whole list may be kept: what its strictest page says, at most 24 hours. Null where none says. */
  ttlMs: number | null;
  /** `private` where any page says so. */
  cacheScope: 'public' | 'private' | null;
}

/** What it takes to ask for a list. */
export type ToolSession = Pick<Session, 'offersTools' | 'listPage'>;

/**
 * Asks for every page of a server's tools. Of tools with one name the first is kept. A server that offers no tools
 * has none: the specification (2025-11-25, Server Features, Tools) requires the capability of every server that has.
 * Throws SessionError where not even the first page came.
 */
export async function listPages(session: ToolSession, limits: CrawlLimits, signal?: AbortSignal): Promise<ListedPages> {
  const listed: ListedPages = { tools: [], rejected: [], partial: null, ttlMs: null, cacheScope: null };
  if (!session.offersTools) return listed;
  const names = new Set<string>();
  const cursors = new Set<string>();
  const deadline = performance.now() + maxSlowPages * limits.requestTimeoutMs;
  let cursor: string | undefined;
  for (let page = 1; ; page++) {
    const timeoutMs = Math.max(1, Math.min(limits.requestTimeoutMs, deadline - performance.now()));
    const result = await readPage(session, cursor, { timeoutMs, signal }).catch((error: unknown) => {
      if (page === 1 || !(error instanceof SessionError)) throw error;
      return `page ${page} did not come: ${error.message}`;
    });
    if (typeof result === 'string') return { ...listed, partial: result };
    addCacheHints(listed, result);
    for (const raw of result.tools) {
      if (listed.tools.length >= limits.maxTools) return { ...listed, partial: `more than ${limits.maxTools} tools` };
      add(listed, names, raw, limits);
    }
    if (result.nextCursor === undefined) return listed;
    if (cursors.has(result.nextCursor)) return { ...listed, partial: `the cursor of page ${page} was given before` };
    if (page === limits.maxPages) return { ...listed, partial: `more than ${limits.maxPages} pages` };
    cursor = result.nextCursor;
    cursors.add(cursor);
  }
}

// A hundred pages, each as late as one may be, would take half an hour.
const maxSlowPages = 5;

interface Page {
  tools: unknown[];
  nextCursor: string | undefined;
  ttlMs: unknown;
  cacheScope: unknown;
}

async function readPage(
  session: ToolSession,
  cursor: string | undefined,
  options: { timeoutMs: number; signal: AbortSignal | undefined },
): Promise<Page> {
  const result = await session.listPage(cursor, options);
  if (!isJsonObject(result) || !Array.isArray(result.tools)) {
    throw new SessionError('invalid', 'Expected the answer to tools/list to hold an array of tools.');
  }
  const next = Object.hasOwn(result, 'nextCursor') ? result.nextCursor : undefined;
  const nextCursor = typeof next === 'string' && next !== '' ? next : undefined;
  return { tools: result.tools, nextCursor, ttlMs: result.ttlMs, cacheScope: result.cacheScope };
}

const maxTtlMs = 24 * 3_600_000;

function addCacheHints(listed: ListedPages, { ttlMs, cacheScope }: Page): void {
  if (typeof ttlMs === 'number' && ttlMs >= 0) listed.ttlMs = Math.min(ttlMs, listed.ttlMs ?? maxTtlMs);
  if (cacheScope === 'private') listed.cacheScope = 'private';
  if (cacheScope === 'public') listed.cacheScope ??= 'public';
}

function add(listed: ListedPages, names: Set<string>, raw: unknown, limits: CrawlLimits): void {
  // Refused ones are counted too, or a server could name millions of them.
  if (listed.rejected.length >= limits.maxTools) return;
  const parsed = parseTool(raw, limits);
  if ('rejected' in parsed) listed.rejected.push(parsed.rejected);
  else if (names.has(parsed.tool.name))
    listed.rejected.push({ name: parsed.tool.name, reason: 'An earlier tool of the list has the same name.' });
  else {
    names.add(parsed.tool.name);
    listed.tools.push(parsed.tool);
  }
}
