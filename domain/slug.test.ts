import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { serverIdentity } from './server.ts';
import { serverSlug, slug } from './slug.ts';

const kept = ['browser_click', 'a', '-', 'get.thing', 'X'.repeat(100), 'indexes', 'policy_list'];
const replaced = [
  '',
  '.',
  '..',
  '.git',
  'a.',
  'index',
  'INDEX.html',
  'index.json',
  'policy.json',
  'notes.md',
  'COM1',
  'a/b',
  'é',
  'a~b',
  '\0',
  'X'.repeat(101),
];

for (const name of kept) {
  test(`the name ${name.slice(0, 20)} is its own path segment`, () => assert.equal(slug(name), name));
}

for (const name of replaced) {
  test(`the name ${JSON.stringify(name).slice(0, 20)} gets a digest`, () => {
    assert.match(slug(name), /^[A-Za-z0-9._-]{0,60}~[0-9a-f]{8}$/);
  });
}

test('a case twin gets a digest and a twin of that digest gets a longer one', () => {
  const second = slug('Get', new Set(['get']));
  assert.match(second, /^Get~[0-9a-f]{8}$/);
  assert.match(slug('Get', new Set(['get', second.toLowerCase()])), /^Get~[0-9a-f]{16}$/);
});

test('names given one after the other get segments that differ in lower case and need no escape in a URL', () => {
  const name = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[aA.~/-]{0,4}$/));
  fc.assert(
    fc.property(fc.uniqueArray(name), (names) => {
      const taken = new Set<string>();
      for (const each of names) {
        const segment = slug(each, taken);
        assert.equal(encodeURIComponent(segment), segment);
        assert.ok(!taken.has(segment.toLowerCase()), segment);
        taken.add(segment.toLowerCase());
      }
    }),
  );
});

for (const [name, path] of [
  ['@playwright/mcp', '@playwright/mcp'],
  ['@a/index', /^@a\/index~[0-9a-f]{8}$/],
  ['plain', 'plain'],
  ['@a', /^a~[0-9a-f]{8}$/],
] as const) {
  test(`the npm server ${name} gets a path that no other kind of name can get`, () => {
    const given = serverSlug(serverIdentity('npm', name));
    if (typeof path === 'string') assert.equal(given, path);
    else assert.match(given, path);
  });
}

test('a scoped case twin gets a digest on its last segment', () => {
  assert.match(serverSlug(serverIdentity('npm', '@a/B'), new Set(['@a/b'])), /^@a\/B~[0-9a-f]{8}$/);
});
