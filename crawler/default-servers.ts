/** A server that is crawled when none is named. */
export interface DefaultServer {
  reference: string;
  /** What its tools are for. */
  kind: string;
}

/**
 * Well-known servers of different kinds, small to install. All of them list without the network and without
 * anybody's credentials (seen November 2026).
 */
export const defaultServers: readonly DefaultServer[] = [
  { reference: 'npm:@modelcontextprotocol/server-filesystem', kind: 'file system' },
  { reference: 'npm:@modelcontextprotocol/server-memory', kind: 'memory graph' },
  { reference: 'npm:@playwright/mcp', kind: 'browser driver' },
  { reference: 'npm:@modelcontextprotocol/server-github', kind: 'code host' },
  { reference: 'npm:mongodb-mcp-server', kind: 'database' },
  { reference: 'npm:@modelcontextprotocol/server-slack', kind: 'chat' },
  { reference: 'npm:@bnb-chain/mcp', kind: 'payments on a blockchain' },
  { reference: 'npm:@paddle/paddle-mcp', kind: 'billing' },
  { reference: 'npm:@modelcontextprotocol/server-brave-search', kind: 'web search' },
  { reference: 'npm:@modelcontextprotocol/server-everything', kind: 'test of the protocol' },
  { reference: 'pypi:awslabs.amazon-bedrock-agentcore-mcp-server', kind: 'agent platform' },
  { reference: 'pypi:awslabs.eks-mcp-server', kind: 'container orchestration' },
];
