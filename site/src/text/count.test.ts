import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, listWords } from './count.ts';

const counts: Array<[string, string]> = [
  [count(0, 'tool'), '0 tools'],
  [count(1, 'tool'), '1 tool'],
  [count(2, 'tool'), '2 tools'],
  [count(1, 'more parameter is', 'more parameters are'), '1 more parameter is'],
  [count(1_234, 'entry', 'entries'), '1,234 entries'],
  [listWords([]), ''],
  [listWords(['a']), 'a'],
  [listWords(['a', 'b']), 'a and b'],
  [listWords(['a', 'b', 'c']), 'a, b and c'],
];
for (const [actual, expected] of counts) {
  test(`"${expected}" reads as a sentence would have it.`, () => assert.equal(actual, expected));
}
