import type { ListingFailure } from './listing-attempt.ts';
import type { SandboxedProcess } from './sandbox/sandbox.ts';
import type { SessionError, SessionFailure } from './transports/session.ts';
import type { StdioTransport } from './transports/stdio.ts';

export interface Explanation {
  failure: ListingFailure;
  reason: string;
  exitCode: number | null;
}

/** Says what became of a server that was started and did not list its tools. */
export async function explainStdioFailure(
  error: SessionError,
  transport: StdioTransport,
  process: SandboxedProcess,
): Promise<Explanation> {
  const explained = (failure: ListingFailure, reason: string, exitCode: number | null = null) => ({
    failure,
    reason,
    exitCode,
  });
  if (error.kind === 'interrupted') return explained('interrupted', 'The crawl was interrupted.');
  if (transport.tooLarge) return explained('too-large', `It was ended because ${transport.tooLarge}.`);
  if (error.kind === 'closed') {
    const { code, limit } = await process.ended;
    if (limit) return explained('too-large', `It was ended because it passed the limit on ${limit}.`);
    return explained('exited', `It exited with code ${code} before it had listed its tools.`, code);
  }
  if (error.kind !== 'timed-out') return explained('protocol-error', error.message);
  if (!transport.hasSpoken && saysItListens(`${transport.noise.text}\n${transport.stderr.text}`)) {
    return explained('http-only', 'It never answered on its standard input but said that it listens on a port.');
  }
  if (!transport.hasSpoken && transport.noise.text.includes('"jsonrpc"')) {
    return explained('protocol-error', 'It answered, but not with one JSON-RPC message on each line.');
  }
  return explained(
    'timed-out',
    transport.hasSpoken ? 'It did not list its tools in time.' : 'It did not answer in time.',
  );
}

/** Says what became of a remote server that did not list its tools. */
export function explainHttpFailure(error: SessionError): Explanation {
  return { failure: httpFailures[error.kind], reason: error.message, exitCode: null };
}

const httpFailures: Record<SessionFailure, ListingFailure> = {
  'timed-out': 'timed-out',
  closed: 'unreachable',
  'error-response': 'protocol-error',
  invalid: 'protocol-error',
  interrupted: 'interrupted',
  'auth-required': 'auth-required',
  unreachable: 'unreachable',
  'not-found': 'not-found',
  refused: 'refused',
  'too-large': 'too-large',
};

function saysItListens(output: string): boolean {
  return /\b(listening|running|started|serving|available|ready)\b.{0,80}(\bport\b|:\d{2,5}\b)|\bhttps?:\/\/(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])/i.test(
    output,
  );
}
