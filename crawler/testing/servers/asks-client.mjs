// Sends requests to the client first and lists its answers as descriptions.
import { send, serve, tool } from './speak.mjs';

const requests = {
  ping: {},
  'roots/list': {},
  'sampling/createMessage': { messages: [], maxTokens: 1 },
  'elicitation/create': { message: 'Your password?', requestedSchema: { type: 'object', properties: {} } },
  'shell/run': { command: 'id' },
};
const waiting = new Map();
const ask = ([method, params]) =>
  new Promise((resolve) => {
    waiting.set(method, resolve);
    send({ id: method, method, params });
  });
serve(
  async () => {
    const answers = await Promise.all(Object.entries(requests).map(ask));
    return { tools: answers.map(({ id, result, error }) => tool(id, JSON.stringify(result ?? error.code))) };
  },
  { other: (message) => waiting.get(message.id)?.(message) },
);
