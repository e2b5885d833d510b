import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import type { CrawlLimits } from '../limits.ts';
import { isPublicAddress } from './public-address.ts';
import { SessionError } from './session.ts';
import { waitAsAsked } from './wait-as-asked.ts';

/** The addresses of a host name. */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

export interface GuardedFetch {
  fetch(url: string | URL, init?: RequestInit): Promise<Response>;
  /** The first reason for which a request was refused, cut off or could not be made. */
  problem(): SessionError | null;
  /** The newest response, without its body, if it was an error (status 400 or higher). */
  refusal(): Response | null;
  close(): Promise<void>;
}

export interface GuardOptions {
  limits: Pick<CrawlLimits, 'connectTimeoutMs' | 'maxMessageBytes' | 'maxOutputBytes' | 'maxPutOffMs'>;
  /** Admits loopback addresses. */
  allowLocal: boolean;
  lookup?: Lookup | undefined;
  /** Ends every request. */
  signal?: AbortSignal | undefined;
}

/**
 * A fetch for addresses that strangers name: connects to public addresses only, checked on the very address that is
 * connected to, follows redirects only within their origin, and bounds what is read: one answer that is no stream by
 * `maxMessageBytes`, all answers together by `maxOutputBytes`.
 */
export function createGuardedFetch(options: GuardOptions): GuardedFetch {
  const { limits, allowLocal } = options;
  let problem: SessionError | null = null;
  let refusal: Response | null = null;
  let bytes = 0;
  const fail = (kind: SessionError['kind'], message: string, cause?: unknown) => {
    problem ??= new SessionError(kind, message, { cause });
    return new SessionError(kind, message, { cause });
  };
  const checkAddress = (address: string) => {
    if (!isPublicAddress(address, allowLocal))
      throw fail('refused', `The address ${address} is not on the public internet.`);
  };
  const agent = new Agent({
    headersTimeout: limits.connectTimeoutMs,
    connect: {
      timeout: limits.connectTimeoutMs,
      lookup: checkedLookup(options.lookup ?? systemAddresses, checkAddress),
    },
  });

  const request = async (url: URL, init: RequestInit | undefined, hops: number): Promise<Response> => {
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
      throw fail('refused', `The scheme ${url.protocol} is not http.`);
    // A literal address is connected to without a look-up.
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host)) checkAddress(host);
    const signal = anyOf(init?.signal, options.signal);
    const response = await waitAsAsked(() => send(url, init), { maxWaitMs: limits.maxPutOffMs, signal });
    const location = redirects.has(response.status) ? response.headers.get('location') : null;
    if (location === null || !URL.canParse(location, url)) return response;
    await response.body?.cancel();
    const target = new URL(location, url);
    if (target.origin !== url.origin) throw fail('refused', `It redirects to another origin, ${target.origin}.`);
    if (hops === maxRedirects) throw fail('refused', `It redirects more than ${maxRedirects} times.`);
    const keepsMethod = response.status === 307 || response.status === 308 || (init?.method ?? 'GET') === 'GET';
    if (!keepsMethod)
      throw fail('refused', `It redirects a message with status ${response.status}, which would drop it.`);
    return request(target, init, hops + 1);
  };
  const send = async (url: URL, init: RequestInit | undefined): Promise<Response> => {
    try {
      // The package's own types and Node's differ in name only.
      const given = { ...init, signal: anyOf(init?.signal, options.signal), redirect: 'manual', dispatcher: agent };
      return (await undiciFetch(url, given as unknown as Parameters<typeof undiciFetch>[1])) as unknown as Response;
    } catch (error) {
      if (init?.signal?.aborted || options.signal?.aborted) throw error;
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      if (cause instanceof SessionError) throw cause;
      throw fail(
        'unreachable',
        `It could not be reached: ${cause instanceof Error ? cause.message : String(cause)}`,
        error,
      );
    }
  };
  const capped = (response: Response) => {
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    let own = 0;
    return response.body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          bytes += chunk.length;
          own += chunk.length;
          if (bytes > limits.maxOutputBytes)
            throw fail('too-large', `Its answers passed the limit of ${limits.maxOutputBytes} bytes.`);
          if (!isStream && own > limits.maxMessageBytes)
            throw fail('too-large', `One answer passed the limit of ${limits.maxMessageBytes} bytes.`);
          controller.enqueue(chunk);
        },
      }),
    );
  };

  return {
    async fetch(url, init) {
      const response = await request(new URL(url), init, 0);
      const { status, statusText, headers } = response;
      const readable = { status, statusText, headers: new Headers([...headers]) };
      if (problem?.kind === 'unreachable') problem = null;
      // A server may say that it has no event stream; that refuses nothing.
      if (!(status === 405 && init?.method === 'GET')) refusal = status >= 400 ? new Response(null, readable) : null;
      return new Response(bodiless.has(status) ? null : (capped(response) ?? null), readable);
    },
    problem: () => problem,
    refusal: () => refusal,
    close: () => agent.destroy(),
  };
}

function anyOf(...signals: (AbortSignal | null | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal instanceof AbortSignal));
}

const redirects = new Set([301, 302, 303, 307, 308]);
const bodiless = new Set([204, 205, 304]);
const maxRedirects = 5;

async function systemAddresses(hostname: string): Promise<string[]> {
  return (await systemLookup(hostname, { all: true })).map(({ address }) => address);
}

/** Refuses a name as soon as one of its addresses is not public: which of them is used is not for its owner to choose. */
function checkedLookup(lookup: Lookup, check: (address: string) => void): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname).then(
      (addresses) => {
        try {
          addresses.forEach(check);
        } catch (error) {
          return callback(error as Error, '', 0);
        }
        const found = addresses.map((address) => ({ address, family: isIP(address) }));
        const [first] = found;
        if (!first) callback(new Error(`${hostname} has no address`), '', 0);
        else if (options.all) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error as NodeJS.ErrnoException, '', 0),
    );
  };
}
