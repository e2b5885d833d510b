import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { CrawlLimits } from '../limits.ts';
import { readAuthorizationScopes } from './authorization-scopes.ts';
import { createGuardedFetch, type GuardedFetch, type Lookup } from './guarded-fetch.ts';
import { openLegacySession } from './legacy-session.ts';
import { openModernSession } from './modern-session.ts';
import { type Session, SessionError } from './session.ts';

export interface HttpOptions {
  /** Sent to the server's own origin only. */
  headers: Readonly<Record<string, string>>;
  limits: CrawlLimits;
  /** Admits loopback addresses. */
  allowLocal: boolean;
  /** Instead of the system's resolver. */
  lookup?: Lookup | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Connects to a remote server: streamable HTTP in whichever era it speaks, then, where it refuses that, the older
 * HTTP with SSE. Throws SessionError.
 */
export async function openHttpSession(url: URL, options: HttpOptions): Promise<Session> {
  const guard = createGuardedFetch(options);
  try {
    const session = await connect(url, options, guard);
    const close = async () => {
      await session.close();
      await guard.close();
    };
    const explained = (error: unknown) => explain(error, url, options, guard).then((reason) => Promise.reject(reason));
    const listPage: Session['listPage'] = (...given) => session.listPage(...given).catch(explained);
    const listOther: Session['listOther'] = (...given) => session.listOther(...given).catch(explained);
    return { ...session, listPage, listOther, close };
  } catch (error) {
    const explained = await explain(error, url, options, guard);
    await guard.close();
    throw explained;
  }
}

async function connect(url: URL, options: HttpOptions, guard: GuardedFetch): Promise<Session> {
  const session = { timeoutMs: options.limits.connectTimeoutMs, signal: options.signal };
  const http = { fetch: guard.fetch, requestInit: { headers: { ...options.headers } } };
  try {
    const transport = new StreamableHTTPClientTransport(url, { ...http, reconnectionOptions: never });
    return await openModernSession(transport, 'streamable-http', { ...session, mode: 'auto' });
  } catch (error) {
    const status = guard.refusal()?.status ?? 0;
    if (guard.problem() || options.signal?.aborted || !refusesPost.has(status)) throw error;
    const transport: Transport = new SSEClientTransport(url, http);
    return await openLegacySession(transport, 'sse', session).catch(() => {
      throw error;
    });
  }
}

const never = { maxRetries: 0, initialReconnectionDelay: 0, maxReconnectionDelay: 0, reconnectionDelayGrowFactor: 1 };

// What a server of the 2024-11-05 transport answers to a POST at the address of its event stream.
const refusesPost = new Set([400, 404, 405, 406, 415, 501]);

/** What the fetch saw says more than what the SDK makes of it. */
async function explain(error: unknown, url: URL, options: HttpOptions, guard: GuardedFetch): Promise<unknown> {
  if (!(error instanceof SessionError) || error.kind === 'interrupted' || error.kind === 'error-response') {
    return error;
  }
  const problem = guard.problem();
  if (problem) return problem;
  const refusal = guard.refusal();
  if (refusal?.status === 401 || refusal?.status === 403) {
    const metadata = createGuardedFetch(options);
    const scopes = await readAuthorizationScopes(url, refusal, metadata.fetch).finally(() => metadata.close());
    const named = scopes.length > 0 ? ` Scopes: ${scopes.join(', ')}.` : '';
    return new SessionError('auth-required', `It asks for authorisation (HTTP ${refusal.status}).${named}`);
  }
  if (error.kind !== 'invalid' || !refusal) return error;
  if (refusal.status === 404 || refusal.status === 410) {
    return new SessionError('not-found', `There is no server at this address (HTTP ${refusal.status}).`);
  }
  if (refusal.status === 429) return new SessionError('unreachable', 'It takes no more requests now (HTTP 429).');
  if (refusal.status >= 500) return new SessionError('unreachable', `It answered with HTTP ${refusal.status}.`);
  return new SessionError('invalid', `It answered with HTTP ${refusal.status}.`);
}
