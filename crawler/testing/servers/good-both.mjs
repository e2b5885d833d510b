// A good server that speaks the 2026-07-28 revision and the older ones.
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';

serveStdio(() => {
  const server = new McpServer({ name: 'good', version: '2.6.0' });
  server.registerTool('look', { description: 'Looks.' }, () => ({ content: [] }));
  return server;
});
