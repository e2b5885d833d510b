// What the servers here share: the 2025 protocol by hand, so that each of them can break it in one place.
import { createInterface } from 'node:readline';

export const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

export const tool = (name, description = `The tool ${name}.`) => ({
  name,
  description,
  inputSchema: { type: 'object' },
});

/**
 * Answers initialize, and tools/list with what `list` returns for its params and the message's id; undefined answers
 * nothing. Every other message goes to `other`.
 */
export function serve(list, { capabilities = { tools: {} }, other = () => {} } = {}) {
  createInterface({ input: process.stdin }).on('line', async (line) => {
    const message = JSON.parse(line);
    if (message.method === 'initialize') {
      const { protocolVersion } = message.params;
      const serverInfo = { name: 'fixture', version: '1.0.0' };
      send({ id: message.id, result: { protocolVersion, capabilities, serverInfo } });
    } else if (message.method === 'tools/list') {
      const result = await list(message.params ?? {}, message.id);
      if (result !== undefined) send({ id: message.id, result });
    } else other(message);
  });
}
