import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../domain/json.ts';
import { classifyTool } from './classify-tool.ts';

function contradictionsOf(name: string, annotations: JsonObject): string[] {
  const definition = { name, annotations };
  const judged = classifyTool(definition, { server: 'npm:example', instructions: null, siblings: [name] });
  return judged.contradictions.map((each) => `${each.severity} ${each.hint}=${each.declared}`);
}

test('a claim that the findings do not bear out is listed, dangerous ones first', () => {
  const rows: Array<[string, JsonObject, string[]]> = [
    [
      'delete_room',
      { readOnlyHint: true, destructiveHint: false },
      ['dangerous readOnlyHint=true', 'dangerous destructiveHint=false'],
    ],
    ['update_room', { readOnlyHint: true }, ['dangerous readOnlyHint=true']],
    [
      'get_room',
      { readOnlyHint: false, destructiveHint: true },
      ['noise readOnlyHint=false', 'noise destructiveHint=true'],
    ],
    [
      'send_email',
      { idempotentHint: true, openWorldHint: false },
      ['noise openWorldHint=false', 'noise idempotentHint=true'],
    ],
    ['delete_room', { readOnlyHint: false, destructiveHint: true }, []],
    ['get_room', { readOnlyHint: true }, []],
    ['delete_room', { readOnlyHint: 'true' }, []],
  ];
  for (const [name, annotations, expected] of rows) assert.deepEqual(contradictionsOf(name, annotations), expected);
});

test('a hint never lowers, and settles upwards only where nothing else speaks', () => {
  const categoryOf = (name: string, annotations: JsonObject) =>
    classifyTool({ name, annotations }, { server: 'npm:example', instructions: null, siblings: [name] });
  assert.equal(categoryOf('delete_room', { readOnlyHint: true }).category, 'Write');
  assert.equal(categoryOf('get_room', { readOnlyHint: false }).category, 'Read');
  assert.equal(categoryOf('blob', { readOnlyHint: true }).basis, 'assumed');
  assert.equal(categoryOf('blob', { readOnlyHint: false }).basis, 'rules');
});
