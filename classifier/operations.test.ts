import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../domain/json.ts';
import { classifyTool } from './classify-tool.ts';

function classify(name: string, properties: JsonObject, description = '') {
  const definition = { name, description, inputSchema: { type: 'object', properties } };
  return classifyTool(definition, { server: 'npm:example', instructions: null, siblings: [name] });
}

test('each value of an action is judged by itself and the tool takes the worst', () => {
  const judged = classify('manage_branches', { action: { enum: ['list', 'create', 'delete'] } });
  assert.deepEqual(
    judged.operations.map((each) => [each.value, each.category, each.risk]),
    [
      ['list', 'Read', 'medium'],
      ['create', 'Write', 'medium'],
      ['delete', 'Write', 'high'],
    ],
  );
  assert.equal(judged.category, 'Write');
  assert.equal(judged.destructive, true);
});

test('a tool that only "manages" is what its operations are', () => {
  const judged = classify('manage_rooms', { action: { enum: ['list', 'get'] } }, 'Manage rooms.');
  assert.equal(judged.category, 'Read');
});

test('operations are found in constants of alternatives and in words of a description', () => {
  const byConstant = classifyTool(
    {
      name: 'rooms',
      inputSchema: {
        oneOf: ['list', 'delete'].map((action) => ({ type: 'object', properties: { action: { const: action } } })),
      },
    },
    { server: 'npm:example', instructions: null, siblings: ['rooms'] },
  );
  assert.deepEqual(
    byConstant.operations.map((each) => each.value),
    ['list', 'delete'],
  );
  const byWords = classify('rooms', { action: { type: 'string', description: 'One of: list, delete-room' } });
  assert.deepEqual(
    byWords.operations.map((each) => each.value),
    ['list', 'delete-room'],
  );
  assert.equal(byWords.destructive, true);
});

test('a mode that only shapes the answer chooses no operation', () => {
  const judged = classify('get_room', { mode: { enum: ['fast', 'full'] } }, 'Get a room.');
  assert.deepEqual(judged.operations, []);
  assert.equal(judged.category, 'Read');
});

test('an operation that no rule knows is never Read', () => {
  const judged = classify('rooms', { action: { enum: ['list', 'frobnicate'] } });
  assert.deepEqual(
    judged.operations.map((each) => each.category),
    ['Read', 'Write'],
  );
});
