// Listens on a port and never reads its input.
import { createServer } from 'node:http';

createServer().listen(0, () => console.log('MCP server listening on http://localhost:3000/mcp'));
