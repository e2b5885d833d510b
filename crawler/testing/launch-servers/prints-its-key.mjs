// Puts the key that it is given into its definitions and its stderr.
import { serve, tool } from '../servers/speak.mjs';

const { PRIVATE_KEY } = process.env;
if (!PRIVATE_KEY) {
  console.error('PRIVATE_KEY is not set');
  process.exit(1);
}
console.error(`using ${PRIVATE_KEY}`);
const key = { type: 'string', default: PRIVATE_KEY };
const tools = [
  { ...tool('sign', `Signs with ${PRIVATE_KEY.slice(0, 10)}…`), inputSchema: { type: 'object', properties: { key } } },
];
serve(() => ({ tools }));
