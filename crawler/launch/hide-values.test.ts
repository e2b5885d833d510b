import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Listing } from '../../domain/crawl-outcome.ts';
import type { ToolDefinition } from '../../domain/tool.ts';
import { hideValues } from './hide-values.ts';
import { placeholderFor } from './placeholder.ts';

const key = placeholderFor('PRIVATE_KEY', 'seed');
const listing = (...tools: ToolDefinition[]): Listing => ({
  transport: 'stdio',
  protocolVersion: '2025-11-25',
  serverInfo: { name: 'server', version: '1', title: null },
  instructions: null,
  tools,
  rejected: [],
});

const forms: Array<[string, string]> = [
  ['as it is', key.value],
  ['in base64', Buffer.from(key.value).toString('base64').replace(/=+$/, '')],
  ['as its beginning', key.value.slice(0, 10)],
];

for (const [title, text] of forms) {
  test(`a secret that a definition prints ${title} is named instead`, () => {
    const tool = { name: 'a', inputSchema: { properties: { key: { default: `x${text}y` } } } };
    const hidden = hideValues(listing(tool), [key]);
    assert.deepEqual(hidden.listing.tools[0]?.inputSchema, {
      properties: { key: { default: 'x‹value of PRIVATE_KEY›y' } },
    });
    assert.deepEqual(hidden.printed, ['PRIVATE_KEY']);
  });
}

test('a short or ordinary value that we passed may stand in a definition by chance, and stays', () => {
  const given = [placeholderFor('PORT', 's'), placeholderFor('AWS_REGION', 's'), placeholderFor('ROOT_DIR', 's')];
  const found = listing({ name: 'a', description: 'us-east-1, /tmp, 3000' });
  assert.deepEqual(hideValues(found, given), { listing: found, printed: [] });
});

test('a made-up address is named too, and is no printed secret', () => {
  const url = placeholderFor('API_URL', 's');
  const hidden = hideValues({ ...listing(), instructions: `Uses ${url.value}.` }, [url]);
  assert.equal(hidden.listing.instructions, 'Uses ‹value of API_URL›.');
  assert.deepEqual(hidden.printed, []);
});

test('keys such as __proto__ survive', () => {
  const tool = JSON.parse('{"name":"a","inputSchema":{"__proto__":{"x":1}}}') as ToolDefinition;
  assert.equal(JSON.stringify(hideValues(listing(tool), [key]).listing.tools[0]), JSON.stringify(tool));
});
