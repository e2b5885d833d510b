import { setTimeout as wait } from 'node:timers/promises';

const putOff = new Set([429, 503]);
const maxTries = 4;

/**
 * Sends a request again when the server puts it off (429 or 503) and says in Retry-After for how long, as long as the
 * waits together stay within `maxWaitMs`. What is put off for longer, or without a time, is the answer.
 */
export async function waitAsAsked(
  send: () => Promise<Response>,
  options: { maxWaitMs: number; signal: AbortSignal },
): Promise<Response> {
  let left = options.maxWaitMs;
  for (let tries = 1; ; tries++) {
    const response = await send();
    const waitMs = putOff.has(response.status) ? retryAfterMs(response) : null;
    if (waitMs === null || waitMs > left || tries === maxTries) return response;
    await response.body?.cancel();
    left -= waitMs;
    await wait(waitMs, undefined, { signal: options.signal });
  }
}

/** Retry-After as milliseconds from now; null where there is none. RFC 9110, 10.2.3: seconds, or a date. */
export function retryAfterMs(response: Response, now = Date.now()): number | null {
  const text = response.headers.get('retry-after')?.trim();
  if (!text) return null;
  const at = /^\d{1,9}$/.test(text) ? now + Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
