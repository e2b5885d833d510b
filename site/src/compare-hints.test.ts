import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureTool } from '../testing/fixture-tool.ts';
import { compareHints } from './compare-hints.ts';

const rows = (annotations: Record<string, unknown>, judged = {}) => {
  const { definition, classification } = fixtureTool(JSON.parse(JSON.stringify({ name: 'x', annotations })), judged);
  return compareHints(definition, classification).map(({ declared, effective, found }) => [declared, effective, found]);
};

test('What is not declared takes the default of the specification and is not shown as declared.', () => {
  assert.deepEqual(rows({}), [
    [null, false, 'true'],
    [null, true, 'false'],
    [null, false, 'not judged'],
    [null, true, 'no sign of it'],
  ]);
});

test('A declared hint is in effect as declared, whatever was found.', () => {
  const found = rows({ readOnlyHint: true, destructiveHint: false }, { category: 'Write', effects: ['delete'] });
  assert.deepEqual(found.slice(0, 2), [
    [true, true, 'false'],
    [false, false, 'true'],
  ]);
});

test('A hint that is no boolean counts as not declared.', () => {
  assert.deepEqual(rows({ readOnlyHint: 'true' })[0], [null, false, 'true']);
});

test('Of a tool that nobody could judge, nothing is said to be found.', () => {
  assert.deepEqual(rows({}, { basis: 'assumed' }).slice(0, 2), [
    [null, false, 'not known'],
    [null, true, 'not known'],
  ]);
});
