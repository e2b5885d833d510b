import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  CreateMessageRequestSchema,
  ElicitRequestSchema,
  ErrorCode,
  ListRootsRequestSchema,
  McpError,
} from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { capabilities, clientInfo } from './client-info.ts';
import { keepRawResults } from './keep-raw-results.ts';
import { type CountedKind, type RequestOptions, type Session, SessionError } from './session.ts';

/** Performs the 2025 handshake. Throws SessionError; the transport is closed then. */
export async function openLegacySession(
  transport: Transport,
  name: Session['transport'],
  options: { timeoutMs: number; signal?: AbortSignal | undefined },
): Promise<Session> {
  let protocolVersion = '';
  transport.setProtocolVersion = keepVersion(transport, (version) => {
    protocolVersion = version;
  });
  const takeResult = keepRawResults(transport, standIns);
  const client = new Client(clientInfo, { capabilities });
  client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: [] }));
  client.setRequestHandler(ElicitRequestSchema, () => ({ action: 'decline' as const }));
  client.setRequestHandler(CreateMessageRequestSchema, () => {
    throw new McpError(ErrorCode.InvalidRequest, 'Sampling is refused: tools are only listed here.');
  });
  await client.connect(transport, requestOptions(options)).catch((error) => {
    throw toSessionError(error, options.signal);
  });
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
    protocolVersion,
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

const standIns = { 'tools/list': { tools: [] }, 'resources/list': { resources: [] }, 'prompts/list': { prompts: [] } };

function requestOptions({ timeoutMs, signal }: RequestOptions) {
  return { timeout: timeoutMs, ...(signal && { signal }) };
}

/** The SDK tells the negotiated version to the transport only. */
function keepVersion(transport: Transport, keep: (version: string) => void): (version: string) => void {
  const tell = transport.setProtocolVersion?.bind(transport);
  return (version) => {
    keep(version);
    tell?.(version);
  };
}

function toSessionError(error: unknown, signal: AbortSignal | undefined): Error {
  if (error instanceof SessionError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (signal?.aborted) return new SessionError('interrupted', 'interrupted', { cause: error });
  if (!(error instanceof McpError)) return new SessionError('invalid', message, { cause: error });
  const kind =
    error.code === ErrorCode.RequestTimeout
      ? 'timed-out'
      : error.code === ErrorCode.ConnectionClosed
        ? 'closed'
        : 'error-response';
  return new SessionError(kind, message, { cause: error });
}
