import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashDefinition, judgementKey } from './definition-hash.ts';
import type { ToolContext, ToolDefinition } from './tool.ts';

const base = '{"name":"t","inputSchema":{"type":"object","properties":{"a":{"type":"string"}}}}';
const definition = (source: string): ToolDefinition => JSON.parse(source);

test('The hash is 64 hex digits.', () => assert.match(hashDefinition(definition(base)), /^[0-9a-f]{64}$/));

test('The hash of a definition never changes between releases.', () => {
  assert.equal(
    hashDefinition(definition('{"name":"t"}')),
    '3647a67649228b62fe3d139c47f7a3c673c31ce57da824082b6654fc0b15751f',
  );
});

test('Key order does not change the hash.', () => {
  const other = '{"inputSchema":{"properties":{"a":{"type":"string"}},"type":"object"},"name":"t"}';
  assert.equal(hashDefinition(definition(other)), hashDefinition(definition(base)));
});

const changes: Array<[string, string]> = [
  ['an unknown key', '{"name":"t","x-extra":1,"inputSchema":{"type":"object","properties":{"a":{"type":"string"}}}}'],
  [
    'a key __proto__',
    '{"name":"t","__proto__":1,"inputSchema":{"type":"object","properties":{"a":{"type":"string"}}}}',
  ],
  ['a letter', '{"name":"T","inputSchema":{"type":"object","properties":{"a":{"type":"string"}}}}'],
  ['a nested key', '{"name":"t","inputSchema":{"type":"object","properties":{"b":{"type":"string"}}}}'],
  [
    'null instead of nothing',
    '{"name":"t","title":null,"inputSchema":{"type":"object","properties":{"a":{"type":"string"}}}}',
  ],
];
for (const [title, source] of changes) {
  test(`The hash changes with ${title}.`, () => {
    assert.notEqual(hashDefinition(definition(source)), hashDefinition(definition(base)));
  });
}

test('The order of a list changes the hash.', () => {
  const [first, second] = ['["a","b"]', '["b","a"]'].map((list) => definition(`{"name":"t","enum":${list}}`));
  assert.notEqual(hashDefinition(first as ToolDefinition), hashDefinition(second as ToolDefinition));
});

test('Two different lone surrogates give two hashes.', () => {
  assert.notEqual(hashDefinition({ name: '\ud800' }), hashDefinition({ name: '\ud801' }));
});

const context: ToolContext = { server: 'npm:s', instructions: null, siblings: ['t', 'u'] };
const key = judgementKey('1', definition(base), context);
const otherKeys: Array<[string, string]> = [
  ['the rules', judgementKey('2', definition(base), context)],
  ['the definition', judgementKey('1', definition('{"name":"t"}'), context)],
  ['the server', judgementKey('1', definition(base), { ...context, server: 'npm:r' })],
  ['the instructions', judgementKey('1', definition(base), { ...context, instructions: '' })],
  ['the siblings', judgementKey('1', definition(base), { ...context, siblings: ['t'] })],
  ['the order of the siblings', judgementKey('1', definition(base), { ...context, siblings: ['u', 't'] })],
];
for (const [title, other] of otherKeys) {
  test(`The judgement key changes with ${title}.`, () => assert.notEqual(other, key));
}

test('The same judgement has the same key.', () => {
  assert.equal(judgementKey('1', definition(base), { ...context, siblings: [...context.siblings] }), key);
});
