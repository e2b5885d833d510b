import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ToolDefinition } from '../../../domain/tool.ts';
import { hostileServer } from '../../testing/fixture-hostile.ts';
import { listParameters } from './list-parameters.ts';

const tool = (inputSchema: unknown): ToolDefinition => JSON.parse(JSON.stringify({ name: 'x', inputSchema }));
const paths = (inputSchema: unknown) =>
  listParameters(tool(inputSchema)).parameters.map(
    ({ path, type, required }) => `${path} ${type}${required ? '!' : ''}`,
  );

const schemas: Array<[title: string, schema: unknown, listed: string[]]> = [
  ['No schema', undefined, []],
  ['A schema that is no object', 'string', []],
  ['Plain parameters', { properties: { a: { type: 'string' }, b: {} }, required: ['a'] }, ['a string!', 'b any']],
  [
    'Nested objects and arrays',
    {
      properties: {
        rows: { type: 'array', items: { type: 'object', properties: { id: { type: ['integer', 'null'] } } } },
      },
    },
    ['rows array of object', 'rows[].id integer or null'],
  ],
  [
    'A reference into definitions',
    {
      properties: { f: { $ref: '#/$defs/F' } },
      $defs: { F: { type: 'object', properties: { q: { type: 'string' } } } },
    },
    ['f object', 'f.q string'],
  ],
  ['A reference that leads nowhere', { properties: { f: { $ref: '#/$defs/None' } } }, ['f object']],
  ['A reference to another document', { properties: { f: { $ref: 'https://example.com/f.json' } } }, ['f object']],
  ['A reference to itself', { properties: { f: { $ref: '#/properties/f' } } }, ['f refers back to itself']],
  [
    'A tree',
    {
      properties: { node: { $ref: '#/$defs/N' } },
      $defs: { N: { type: 'object', properties: { next: { $ref: '#/$defs/N' } } } },
    },
    ['node object', 'node.next refers back to itself'],
  ],
  [
    'Alternatives',
    {
      anyOf: [
        { properties: { id: { type: 'string' } }, required: ['id'] },
        { properties: { name: { enum: ['a', 1] } } },
      ],
    },
    ['id string!', 'name string or number'],
  ],
  ['Booleans in the place of schemas', { properties: { a: true } }, []],
];
for (const [title, schema, listed] of schemas) {
  test(`${title}: ${listed.join(', ') || 'nothing'}.`, () => assert.deepEqual(paths(schema), listed));
}

test('A parameter carries its description, allowed values, default and bounds with their places.', () => {
  const [parameter] = listParameters(
    tool({ properties: { 'a/b': { description: 'D', enum: ['x'], default: null, minLength: 1, format: 'uri' } } }),
  ).parameters;
  assert.deepEqual(parameter, {
    path: 'a/b',
    key: 'a/b',
    depth: 0,
    required: false,
    pointers: ['/inputSchema/properties/a~1b'],
    type: 'string',
    description: { pointer: '/inputSchema/properties/a~1b/description', text: 'D' },
    allowed: [{ pointer: '/inputSchema/properties/a~1b/enum/0', value: 'x' }],
    defaultJson: 'null',
    constraints: ['length at least 1', 'format uri'],
  });
});

test('A parameter behind a reference is found by its own place and by that of the definition.', () => {
  const [parameter] = listParameters(
    tool({ properties: { f: { $ref: '#/$defs/F' } }, $defs: { F: { type: 'string' } } }),
  ).parameters;
  assert.deepEqual(parameter?.pointers, ['/inputSchema/properties/f', '/inputSchema/$defs/F']);
});

test('A schema that multiplies itself is cut short.', () => {
  const [hostile] = hostileServer.tools;
  assert.ok(hostile);
  const { parameters } = listParameters(hostile.definition);
  assert.ok(parameters.length >= 3 && parameters.length <= 150);
  assert.deepEqual(
    parameters.slice(0, 1).map(({ path, type }) => [path, type]),
    [['__proto__', 'string']],
  );
});

test('A flat schema of a thousand parameters lists some and counts the rest.', () => {
  const properties = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`p${index}`, {}]));
  const { parameters, omitted } = listParameters(tool({ properties }));
  assert.equal(parameters.length + omitted, 1_000);
});

test('Any JSON in the place of a schema is read without an error.', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (schema) => void listParameters(tool({ properties: { a: schema }, anyOf: schema }))),
  );
});
