import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameField } from './name-field.ts';

const fields: Array<[pointer: string, part: 'key' | 'value', name: string]> = [
  ['/description', 'value', 'description'],
  ['/name', 'value', 'name'],
  ['/annotations/readOnlyHint', 'value', 'annotation readOnlyHint'],
  ['/inputSchema/description', 'value', 'input schema: description'],
  ['/inputSchema/properties/sql', 'key', 'name of parameter sql'],
  ['/inputSchema/properties/sql/description', 'value', 'parameter sql: description'],
  ['/inputSchema/properties/action/enum/3', 'value', 'parameter action: allowed value'],
  ['/inputSchema/properties/rows/items/properties/id', 'key', 'name of parameter rows[].id'],
  ['/inputSchema/properties/a/anyOf/0/properties/b/default', 'value', 'parameter a.b: default'],
  ['/inputSchema/properties/properties/description', 'value', 'parameter properties: description'],
  ['/outputSchema/properties/token', 'key', 'name of output field token'],
  ['/inputSchema/properties/constructor/constructor', 'value', 'parameter constructor: constructor'],
  ['', 'value', 'definition'],
];
for (const [pointer, part, name] of fields) {
  test(`The ${part} at "${pointer}" is called "${name}".`, () => assert.equal(nameField({ pointer, part }), name));
}
