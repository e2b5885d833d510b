// A good server of the 2025 era, written with its SDK.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';

const server = new McpServer(
  { name: 'good', title: 'Good', version: '2.5.0' },
  { instructions: 'Look before you drop.' },
);
const answer = () => ({ content: [] });
server.registerTool(
  'look',
  { description: 'Looks.', inputSchema: { path: z.string() }, annotations: { readOnlyHint: true } },
  answer,
);
server.registerTool('drop', { description: 'Drops.' }, answer);
await server.connect(new StdioServerTransport());
