import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { readPids, sendSignal } from '../crawler/sandbox/process-tree.ts';

export interface NpxRequest {
  name: string;
  version: string;
  /** Home and working folder of the server: a new and empty one, so that nothing of the user's is in reach by name. */
  home: string;
  /** npm's cache, where npx also installs. */
  cache: string;
  environment: Readonly<Record<string, string | undefined>>;
  timeoutMs: number;
  signal: AbortSignal;
}

/**
 * The naive way to a server's tools: `npx -y <name>@<version>` through the SDK's client, without a sandbox. Gives the
 * number of tools, or null where they were not listed. Seconds count from the start until the server has been ended.
 */
export async function listWithNpx(request: NpxRequest): Promise<{ tools: number | null; seconds: number }> {
  const begun = performance.now();
  const transport = new StdioClientTransport({
    command: 'npx',
    args: ['-y', `${request.name}@${request.version}`],
    env: environmentOf(request),
    cwd: request.home,
    stderr: 'ignore',
  });
  const client = new Client({ name: 'assay-bench', version: '0.0.0' });
  const options = { timeout: request.timeoutMs, signal: request.signal };
  let tools: number | null = null;
  try {
    await client.connect(transport, options);
    tools = await countTools(client, options);
  } catch {
    // Not listed: the number stays null.
  }
  await client.close();
  await endLeftovers(request.home);
  return { tools, seconds: (performance.now() - begun) / 1000 };
}

async function countTools(client: Client, options: { timeout: number; signal: AbortSignal }): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await client.listTools({ cursor }, options);
    count += page.tools.length;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return count;
}

function environmentOf({ environment, home, cache }: NpxRequest): Record<string, string> {
  const userconfig = environment.npm_config_userconfig ?? join(environment.HOME ?? home, '.npmrc');
  const given = { ...environment, HOME: home, npm_config_cache: cache, npm_config_userconfig: userconfig };
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The SDK ends npx alone: a server that ignores the end of its input lives on. It is known by the home that only it got. */
async function endLeftovers(home: string): Promise<void> {
  for (const pid of readPids()) {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    if (environment.split('\0').includes(`HOME=${home}`)) sendSignal(pid, 'SIGKILL');
  }
}
