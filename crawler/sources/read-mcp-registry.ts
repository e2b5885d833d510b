import { z } from 'zod';
import { LocalFaultError, UsageError } from '../../domain/errors.ts';
import type { CrawlLimits } from '../limits.ts';
import { createGuardedFetch } from '../transports/guarded-fetch.ts';
import { SessionError } from '../transports/session.ts';
import { parseRegistryRecord } from './parse-registry-record.ts';
import { parseRemoteUrl } from './parse-remote-url.ts';
import type { ServerLead } from './server-lead.ts';

export interface RegistryOptions {
  /** At most so many leads; null for all. */
  limit: number | null;
  /** ISO 8601: only what was changed since then. */
  updatedSince: string | null;
  allowLocal: boolean;
  limits: CrawlLimits;
  signal?: AbortSignal | undefined;
}

/** What a registry answered. */
export interface RegistryReading {
  /** No two of one reference. */
  leads: ServerLead[];
  /** How many packages and remotes of each kind cannot be crawled here. */
  notSupported: Record<string, number>;
  /** Records that could not be read. */
  dropped: number;
  /** Why reading ended before the end of the list; null for all of it. */
  partial: string | null;
  /** The newest date of a change, ISO 8601; null where there was none. */
  newest: string | null;
}

const pageSize = 100;
const maxPages = 2_000;
const pageSchema = z.object({
  servers: z.array(z.unknown()),
  metadata: z
    .object({ nextCursor: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/**
 * Reads the servers that a registry of the official API names (v0.1, records of schema 2025-12-11), newest version
 * each. Throws UsageError for an address that is none and LocalFaultError where not even the first page came.
 */
export async function readMcpRegistry(address: string, options: RegistryOptions): Promise<RegistryReading> {
  const base = registryAddress(address, options.allowLocal);
  const reading: RegistryReading = { leads: [], notSupported: {}, dropped: 0, partial: null, newest: null };
  const known = new Set<string>();
  const cursors = new Set<string>();
  let cursor: string | undefined;
  for (let page = 1; ; page++) {
    const answer = await readPage(pageAddress(base, cursor, options), options);
    if (typeof answer === 'string') {
      if (page === 1) throw new LocalFaultError(`Expected a page of servers from ${base}; got: ${answer}`);
      return { ...reading, partial: `page ${page} did not come: ${answer}` };
    }
    for (const raw of answer.servers.slice(0, 10 * pageSize)) {
      const record = parseRegistryRecord(raw, options);
      if (!record) reading.dropped += 1;
      else if (!add(reading, known, record, options.limit))
        return { ...reading, partial: `more than ${options.limit} servers` };
    }
    const next = answer.metadata?.nextCursor;
    if (!next) return reading;
    if (cursors.has(next)) return { ...reading, partial: `the cursor of page ${page} was given before` };
    if (page === maxPages) return { ...reading, partial: `more than ${maxPages} pages` };
    cursors.add(next);
    cursor = next;
  }
}

/** The base address in its canonical form, with a slash at its end. */
export function registryAddress(address: string, allowLocal: boolean): string {
  const url = new URL(parseRemoteUrl(address, { allowLocal }));
  if (url.search) throw new UsageError(`Expected --registry to be a base address without a query; got ${address}.`);
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

function pageAddress(base: string, cursor: string | undefined, { updatedSince }: RegistryOptions): URL {
  const url = new URL('v0.1/servers', base);
  url.searchParams.set('limit', String(pageSize));
  url.searchParams.set('version', 'latest');
  if (updatedSince !== null) url.searchParams.set('updated_since', updatedSince);
  if (cursor !== undefined) url.searchParams.set('cursor', cursor);
  return url;
}

/** One page, or why it did not come. Each has its own guard, so that the cap on bytes is a page's. */
async function readPage(url: URL, options: RegistryOptions): Promise<z.infer<typeof pageSchema> | string> {
  const guard = createGuardedFetch({ ...options, signal: undefined });
  const late = AbortSignal.timeout(options.limits.requestTimeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, late]) : late;
  try {
    const response = await guard.fetch(url, { signal, headers: { accept: 'application/json' } });
    if (!response.ok) return `It answered with HTTP ${response.status}.`;
    const page = pageSchema.safeParse(await response.json()).data;
    return page ?? 'Its answer holds no list of servers.';
  } catch (error) {
    options.signal?.throwIfAborted();
    if (late.aborted) return 'It did not answer in time.';
    const told = guard.problem() ?? error;
    return told instanceof SessionError ? told.message : 'Its answer is no JSON.';
  } finally {
    await guard.close();
  }
}

/** False where the limit is reached. */
function add(
  reading: RegistryReading,
  known: Set<string>,
  record: NonNullable<ReturnType<typeof parseRegistryRecord>>,
  limit: number | null,
): boolean {
  for (const kind of record.notSupported) reading.notSupported[kind] = (reading.notSupported[kind] ?? 0) + 1;
  for (const lead of record.leads.filter(({ reference }) => !known.has(reference))) {
    if (limit !== null && reading.leads.length >= limit) return false;
    known.add(lead.reference);
    reading.leads.push(lead);
  }
  const { updatedAt } = record;
  if (updatedAt !== null && Date.parse(updatedAt) > Date.parse(reading.newest ?? '1970-01-01'))
    reading.newest = updatedAt;
  return true;
}
