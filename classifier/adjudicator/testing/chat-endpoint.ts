import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { z } from 'zod';
import type { Verdict } from '../verdict.ts';

const requestSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.object({ type: z.string() }).optional(),
});

export type ChatRequest = z.infer<typeof requestSchema>;
/** Answers one request; `turn` counts from 0. */
export type Reply = (response: ServerResponse, request: ChatRequest, turn: number) => void;

export interface ChatEndpoint {
  /** To be given as OPENAI_BASE_URL. */
  baseUrl: string;
  requests: ChatRequest[];
  /** The `Authorization` of each request. */
  keys: Array<string | undefined>;
}

/** A real HTTP server on loopback that takes chat completions and answers them so, until the test ends. */
export async function startChat(t: TestContext, reply: Reply): Promise<ChatEndpoint> {
  const requests: ChatRequest[] = [];
  const keys: ChatEndpoint['keys'] = [];
  const server = createServer(async (request, response) => {
    const asked = requestSchema.parse(await json(request));
    requests.push(asked);
    keys.push(request.headers.authorization);
    if (request.url !== '/v1/chat/completions') sendError(response, 404, `no such path: ${request.url}`);
    else reply(response, asked, requests.length - 1);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, requests, keys };
}

/** A completion whose message is this. */
export function sendMessage(response: ServerResponse, message: { content?: string | null; refusal?: string }): void {
  const completion = {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'example',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: null, ...message } }],
  };
  response.setHeader('content-type', 'application/json').end(JSON.stringify(completion));
}

/** An error as such endpoints word it, to be tried again at once where it can be. */
export function sendError(response: ServerResponse, status: number, message: string): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '1' })
    .end(JSON.stringify({ error: { message, type: 'example', code: null, param: null } }));
}

export function sendVerdict(response: ServerResponse, verdict: Verdict): void {
  sendMessage(response, { content: JSON.stringify(verdict) });
}

/** That the tool only reads, quoting these words. */
export function readVerdict(...quotes: string[]): Verdict {
  return { effects: ['read'], exposure: [], risk: 'low', confidence: 'high', quotes, rationale: 'Shows the weather.' };
}
