import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ToolDefinition } from '../domain/tool.ts';
import { compareLists } from './compare-lists.ts';

const tool = (description: string, more: object = {}): ToolDefinition => ({ name: 'x', description, ...more });

test('two equal lists have no variations', () => {
  assert.deepEqual(compareLists([tool('Says hello.')], [tool('Says hello.')]), []);
});

const masked: Array<[string, string, string]> = [
  ['a moment', 'Now: 2026-07-28T10:00:00Z.', 'Now: 2026-07-29T11:30:05Z.'],
  ['a date in words', 'Today is Tue Nov 24 2026 22:01:02 GMT+0000', 'Today is Wed Nov 25 2026 00:00:01 GMT+0000'],
  ['a port', 'Listens on http://127.0.0.1:40001/', 'Listens on http://127.0.0.1:51234/'],
  ['a UUID', 'id 0b0c51a4-58a1-4c3b-9a39-2d9a2a8f6f10', 'id 5d3f0a52-6f0d-4f87-8a55-bb7cf2b6a001'],
  ['two numbers', '3 of 17 are free', '4 of 18 are free'],
];

for (const [what, first, second] of masked) {
  test(`${what} that changes is masked, and the rest still counts`, () => {
    const [one] = compareLists([tool(first)], [tool(second)]);
    const [other] = compareLists([tool(second)], [tool(first)]);
    assert.match(one?.maskedHash ?? '', /^[0-9a-f]{64}$/);
    assert.equal(one?.maskedHash, other?.maskedHash);
    assert.notEqual(compareLists([tool(`${first}!`)], [tool(`${second}!`)])[0]?.maskedHash, one?.maskedHash);
  });
}

const swaps: Array<[string, ToolDefinition[], ToolDefinition[]]> = [
  ['another word', [tool('Reads a file.')], [tool('Deletes a file.')]],
  ['an added word', [tool('Reads 1 file.')], [tool('Reads 2 files.')]],
  ['a random word', [tool('session ab12cd')], [tool('session ffee01x')]],
  ['a number of many digits', [tool('9'.repeat(65))], [tool('8'.repeat(65))]],
  ['another key', [tool('x', { a: 1 })], [tool('x', { b: 1 })]],
  ['a longer array', [tool('x', { a: [1] })], [tool('x', { a: [1, 1] })]],
  ['a tool that is gone', [tool('x')], []],
  ['a tool that is new', [], [tool('x')]],
];

for (const [what, first, second] of swaps) {
  test(`${what} is a variation that nothing masks`, () => {
    assert.deepEqual(compareLists(first, second), [{ name: 'x', maskedHash: null }]);
  });
}
