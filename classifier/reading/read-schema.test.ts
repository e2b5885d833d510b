import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../domain/json.ts';
import { readSchema } from './read-schema.ts';

const read = (inputSchema: JsonObject) => readSchema({ name: 'x', inputSchema });

test('properties are found at the top, in objects, in items and behind a reference', () => {
  const { parameters } = read({
    $ref: '#/$defs/Input',
    $defs: {
      Input: {
        properties: {
          rooms: { type: 'array', items: { properties: { 'a/b': { type: 'string' } } } },
          kind: { $ref: '#/$defs/Kind' },
        },
      },
      Kind: { enum: ['hall', 'attic'], description: 'Kind of room' },
    },
  });
  assert.deepEqual(
    parameters.map((each) => [each.pointer, each.topLevel]),
    [
      ['/inputSchema/$defs/Input/properties/rooms', true],
      ['/inputSchema/$defs/Input/properties/rooms/items/properties/a~1b', false],
      ['/inputSchema/$defs/Input/properties/kind', true],
    ],
  );
  assert.deepEqual(parameters[2]?.values[1], { value: 'attic', pointer: '/inputSchema/$defs/Kind/enum/1' });
});

test('a cycle of references ends', () => {
  const node = { properties: { next: { $ref: '#/$defs/Node' } }, $ref: '#/$defs/Node' };
  assert.equal(read({ $ref: '#/$defs/Node', $defs: { Node: node } }).parameters.length, 1);
});

test('a schema that is too deep to walk is marked as cut short', () => {
  let schema: JsonObject = { type: 'string' };
  for (let depth = 0; depth < 20_000; depth += 1) schema = { properties: { a: schema } };
  assert.deepEqual(read(schema), { parameters: [], cutShort: true });
});

test('more values than are read are marked as cut short', () => {
  const values = Array.from({ length: 501 }, (_, index) => `list_${index}`);
  assert.equal(read({ properties: { action: { enum: values } } }).cutShort, true);
});
