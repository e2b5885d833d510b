import { isJsonObject } from '../../domain/json.ts';
import type { CrawlLimits } from '../limits.ts';
import type { SandboxedProcess } from '../sandbox/sandbox.ts';
import { capabilities, clientInfo } from './client-info.ts';
import { modernVersion } from './modern-session.ts';
import { StdioTransport } from './stdio.ts';

const timeoutMs = 3_000;

/** What the 2026-07-28 revision asks of every request, and what tells the revisions apart. */
const discover = {
  jsonrpc: '2.0',
  id: 1,
  method: 'server/discover',
  params: {
    _meta: {
      'io.modelcontextprotocol/protocolVersion': modernVersion,
      'io.modelcontextprotocol/clientInfo': clientInfo,
      'io.modelcontextprotocol/clientCapabilities': capabilities,
    },
  },
} as const;

/** Whether a process that was just started answers as a server of the 2026-07-28 revision. Ends the process. */
export async function answersModern(process: SandboxedProcess, limits: CrawlLimits): Promise<boolean> {
  const transport = new StdioTransport(process, limits);
  const answer = Promise.withResolvers<boolean>();
  transport.onmessage = (message) => {
    if ('id' in message && message.id === discover.id) answer.resolve('result' in message && isModern(message.result));
  };
  transport.onclose = () => answer.resolve(false);
  const timer = setTimeout(() => answer.resolve(false), timeoutMs);
  try {
    await transport.start();
    await transport.send(discover);
    return await answer.promise;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    await process.kill();
  }
}

function isModern(result: unknown): boolean {
  return (
    isJsonObject(result) && Array.isArray(result.supportedVersions) && result.supportedVersions.includes(modernVersion)
  );
}
