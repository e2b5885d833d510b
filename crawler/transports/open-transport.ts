import type { CrawlLimits } from '../limits.ts';
import { openLegacySession } from './legacy-session.ts';
import { modernVersion, openModernSession } from './modern-session.ts';
import { type Session, SessionError } from './session.ts';
import type { StdioTransport } from './stdio.ts';

/**
 * Connects to a server over its standard streams: the 2025 handshake first, which nearly every server speaks, and for
 * one that answers it with an error a fresh process as a client of the 2026-07-28 revision. `start` starts a process.
 * Throws SessionError, and whatever `start` throws.
 */
export async function openStdioSession(
  start: () => Promise<StdioTransport>,
  limits: CrawlLimits,
  signal?: AbortSignal,
): Promise<Session> {
  const options = { timeoutMs: limits.connectTimeoutMs, signal };
  try {
    return await openLegacySession(await start(), 'stdio', options);
  } catch (refusal) {
    if (!(refusal instanceof SessionError) || refusal.kind !== 'error-response') throw refusal;
    return await openModernSession(await start(), 'stdio', { ...options, mode: { pin: modernVersion } }).catch(() => {
      throw refusal;
    });
  }
}
