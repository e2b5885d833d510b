import {
  Client,
  ProtocolError,
  ProtocolErrorCode,
  SdkError,
  SdkErrorCode,
  type Transport,
} from '@modelcontextprotocol/client';
import { z } from 'zod';
import { capabilities, clientInfo } from './client-info.ts';
import { keepRawResults } from './keep-raw-results.ts';
import { type CountedKind, type RequestOptions, type Session, SessionError } from './session.ts';

/** The revision without a handshake: every request carries its version, `server/discover` tells the rest. */
export const modernVersion = '2026-07-28';

/**
 * Connects as a client of the 2026-07-28 revision, with `auto` also of the older ones.
 * Throws SessionError; the transport is closed then.
 */
export async function openModernSession(
  transport: Transport,
  name: Session['transport'],
  options: { timeoutMs: number; signal?: AbortSignal | undefined; mode: { pin: string } | 'auto' },
): Promise<Session> {
  const takeResult = keepRawResults(transport, standIns);
  const client = new Client(clientInfo, { capabilities, versionNegotiation: { mode: options.mode } });
  // Only in the older revisions do servers send requests.
  client.setRequestHandler('roots/list', () => ({ roots: [] }));
  client.setRequestHandler('elicitation/create', () => ({ action: 'decline' as const }));
  client.setRequestHandler('sampling/createMessage', () => {
    throw new ProtocolError(ProtocolErrorCode.InvalidRequest, 'Sampling is refused: tools are only listed here.');
  });
  try {
    await client.connect(transport, requestOptions(options));
  } catch (error) {
    await transport.close();
    throw toSessionError(error, options.signal);
  }
  const list = async (kind: 'tools' | CountedKind, cursor: string | undefined, options: RequestOptions) => {
    const request = { method: `${kind}/list` as const, params: cursor === undefined ? {} : { cursor } };
    await client.request(request, z.unknown(), requestOptions(options)).catch((error) => {
      throw toSessionError(error, options.signal);
    });
    return takeResult();
  };
  const server = client.getServerVersion();
  return {
    transport: name,
    protocolVersion: client.getNegotiatedProtocolVersion() ?? modernVersion,
    serverInfo: { name: server?.name ?? '', version: server?.version ?? '', title: server?.title ?? null },
    instructions: client.getInstructions() ?? null,
    offersTools: client.getServerCapabilities()?.tools !== undefined,
    offers: {
      resources: client.getServerCapabilities()?.resources !== undefined,
      prompts: client.getServerCapabilities()?.prompts !== undefined,
    },
    listPage: (cursor, options) => list('tools', cursor, options),
    listOther: list,
    close: () => client.close(),
  };
}

const common = { resultType: 'complete', ttlMs: 0, cacheScope: 'private' };
const standIns = {
  'tools/list': { tools: [], ...common },
  'resources/list': { resources: [], ...common },
  'prompts/list': { prompts: [], ...common },
};

function requestOptions({ timeoutMs, signal }: RequestOptions) {
  return { timeout: timeoutMs, ...(signal && { signal }) };
}

function toSessionError(error: unknown, signal: AbortSignal | undefined): Error {
  if (error instanceof SessionError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (signal?.aborted) return new SessionError('interrupted', 'interrupted', { cause: error });
  if (error instanceof ProtocolError) return new SessionError('error-response', message, { cause: error });
  const code = error instanceof SdkError ? error.code : null;
  const kind =
    code === SdkErrorCode.RequestTimeout ? 'timed-out' : code === SdkErrorCode.ConnectionClosed ? 'closed' : 'invalid';
  return new SessionError(kind, message, { cause: error });
}
