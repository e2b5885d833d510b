// Sends messages nested 100,000 deep: of no kind, answers that nobody asked for, notifications and requests.
import { send, serve, tool } from './speak.mjs';

const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const junk = [
  '"x":',
  '"id":99,"result":',
  '"id":[],"error":',
  '"method":"notifications/message","params":',
  '"id":1,"method":"ping","params":',
  '"id":{},"method":',
];
serve(() => {
  for (const start of junk) process.stdout.write(`{"jsonrpc":"2.0",${start}${deep}}\n`);
  send({ id: '__proto__', result: {} });
  return { tools: [tool('after')] };
});
