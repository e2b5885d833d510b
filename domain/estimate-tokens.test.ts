import assert from 'node:assert/strict';
import { test } from 'node:test';
import { estimateTokens } from './estimate-tokens.ts';

test('a list is estimated by its bytes, not its characters', () => {
  assert.equal(estimateTokens([]), 0);
  assert.equal(estimateTokens([{ name: 'look' }]), 4);
  assert.ok(estimateTokens([{ name: '見る見る見る' }]) > estimateTokens([{ name: 'lookup' }]));
});
