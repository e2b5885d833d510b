import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeVariations } from './describe-variations.ts';

const masked = { name: 'a', maskedHash: '0'.repeat(64) };
const free = { name: 'b', maskedHash: null };
const rows: Array<[Parameters<typeof describeVariations>[0], string]> = [
  [null, 'not known'],
  [[], 'gave the same list'],
  [[masked], '1 definition differed in dates or numbers alone'],
  [[masked, free], '1 definition differed in more than dates or numbers'],
];

for (const [variations, words] of rows) {
  test(`a second list that ${words} is called so`, () => assert.equal(describeVariations(variations), words));
}
