import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shorten, shortenAttribute } from './shorten.ts';

const cases: Array<[actual: string, expected: string]> = [
  [shorten('short', 10), 'short'],
  [shorten('two\n\nlines', 20), 'two lines'],
  [shorten('abcdef', 4), 'abc…'],
  [shorten('abc👍', 4), 'abc…'],
  [shorten('a\u202Eb', 20), 'a‹U+202E›b'],
  [shortenAttribute('List<String>', 20), 'List‹String›'],
];
for (const [actual, expected] of cases) {
  test(`"${expected}" is what remains.`, () => assert.equal(actual, expected));
}
