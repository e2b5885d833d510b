import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { McpServer as LegacyServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';

/** A server on a free port of loopback. `paths` are those that were asked for, in order. */
export interface RemoteServer {
  url: URL;
  paths: string[];
  /** Headers of every request, in order. */
  headers: IncomingMessage['headers'][];
  close(): void;
}

export async function startRemote(listener: RequestListener): Promise<RemoteServer> {
  const paths: string[] = [];
  const headers: RemoteServer['headers'] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    headers.push(request.headers);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: new URL(`http://127.0.0.1:${port}/mcp`), paths, headers, close };
}

/** Streamable HTTP of the 2025 era, with a session. */
export function legacyListener(): RequestListener {
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: () => 'session' });
  const connected = legacyServer().connect(transport as Transport);
  return (request, response) => void connected.then(() => transport.handleRequest(request, response));
}

/** The HTTP with SSE of 2024-11-05: events from /mcp, messages to /messages, nothing else. */
export function sseListener(): RequestListener {
  let transport: SSEServerTransport | undefined;
  return (request, response) => {
    if (request.method === 'GET' && request.url === '/mcp') {
      transport = new SSEServerTransport('/messages', response);
      void legacyServer().connect(transport);
    } else if (request.method === 'POST' && request.url?.startsWith('/messages')) {
      void transport?.handlePostMessage(request, response);
    } else response.writeHead(405).end();
  };
}

/** Streamable HTTP of the 2026-07-28 revision alone. */
export function modernListener(): RequestListener {
  const handler = createMcpHandler(
    () => {
      const server = new McpServer({ name: 'modern', version: '2.6.0' });
      server.registerTool('look', { description: 'Looks.' }, () => ({ content: [] }));
      return server;
    },
    { legacy: 'reject' },
  );
  return (request, response) => void answer(request, response, handler.fetch);
}

/** Answers by hand: `answers` says what each JSON-RPC method returns, as text of the whole body. */
export function scriptedListener(answers: Record<string, (id: unknown) => string>): RequestListener {
  return async (request, response) => {
    if (request.method !== 'POST') return void response.writeHead(405).end();
    const { method, id } = (await json(request)) as { method: string; id?: unknown };
    const body = answers[method]?.(id);
    if (id === undefined) return void response.writeHead(202).end();
    if (body === undefined) return void response.writeHead(400).end();
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  };
}

export const initialized = (id: unknown) =>
  JSON.stringify({
    jsonrpc: '2.0',
    id,
    result: { protocolVersion: '2025-06-18', capabilities: { tools: {} }, serverInfo: { name: 'x', version: '1' } },
  });

function legacyServer(): LegacyServer {
  const server = new LegacyServer({ name: 'legacy', version: '2.5.0' });
  server.registerTool('look', { description: 'Looks.' }, () => ({ content: [] }));
  return server;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  fetch: (request: Request) => Promise<Response>,
): Promise<void> {
  const { method = 'GET', headers, url = '/' } = request;
  const body = method === 'GET' ? null : await text(request);
  const result = await fetch(
    new Request(new URL(url, 'http://127.0.0.1'), { method, headers: headers as Record<string, string>, body }),
  );
  response.writeHead(result.status, Object.fromEntries(result.headers));
  response.end(Buffer.from(await result.arrayBuffer()));
}
