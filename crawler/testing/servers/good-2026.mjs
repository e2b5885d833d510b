// A good server that speaks the 2026-07-28 revision and refuses every older one.
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';

serveStdio(
  () => {
    const server = new McpServer({ name: 'good', version: '2.6.0' }, { instructions: 'Look before you drop.' });
    server.registerTool('look', { description: 'Looks.', inputSchema: z.object({ path: z.string() }) }, () => ({
      content: [],
    }));
    return server;
  },
  { legacy: 'reject' },
);
