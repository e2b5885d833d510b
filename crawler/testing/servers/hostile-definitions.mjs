// Lists definitions that break careless readers; written as text, because no JavaScript value holds some of them.
import { readFileSync } from 'node:fs';
import { serve } from './speak.mjs';

const text = readFileSync(new URL('./hostile-definitions.json', import.meta.url), 'utf8').replace(
  '"1 MB"',
  `"${'x'.repeat(2 ** 20)}"`,
);
const deep = `{"name":"deep","inputSchema":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
const tools = `[${text.trim().slice(1, -1)},${deep},{"name":"${'n'.repeat(1001)}"}]`;
serve((_params, id) => {
  process.stdout.write(
    `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":{"tools":${tools.replaceAll('\n', ' ')}}}\n`,
  );
});
