import assert from 'node:assert/strict';
import { test } from 'node:test';
import { npmFacts, npmFactsSchema, webAddress } from './package-facts.ts';

const addresses: Array<[string | undefined, string | null]> = [
  ['git+https://github.com/a/b.git', 'https://github.com/a/b'],
  ['git://github.com/a/b.git', 'https://github.com/a/b'],
  ['git+ssh://git@github.com/a/b.git', 'https://github.com/a/b'],
  ['git@github.com:a/b.git', 'https://github.com/a/b'],
  ['github:a/b', 'https://github.com/a/b'],
  ['a/b', 'https://github.com/a/b'],
  ['http://example.com/x', 'http://example.com/x'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['https://user:pass@example.com/', null],
  ['nonsense', null],
  ['', null],
  [undefined, null],
];

for (const [text, address] of addresses) {
  test(`${JSON.stringify(text)} gives the page ${address}`, () => assert.equal(webAddress(text), address));
}

test('fields of an odd shape are unknown and do not spoil the others', () => {
  const facts = npmFacts(
    npmFactsSchema.parse({ description: 7, license: { type: 'MIT' }, repository: [], homepage: null }),
  );
  assert.deepEqual(facts, { title: null, description: null, license: 'MIT', repository: null, homepage: null });
});
