import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListingAttempt } from '../list-tools.ts';
import { readShortfall } from './read-shortfall.ts';

const rows: Array<[string, boolean]> = [
  ['ERROR | Policy tools disabled: initialization failed: no region', true],
  ['Failed to register 3 tools', true],
  ['INFO: Error Diagnosis tool registered successfully', false],
  ['Failed to initialize driver: ADB is not available. Please install Android Platform Tools', false],
  ['12 tools registered', false],
];

for (const [stderr, isShort] of rows) {
  test(`"${stderr}" says that tools are ${isShort ? 'left out' : 'all there'}`, () => {
    const attempt: ListingAttempt = {
      listing: null,
      failure: null,
      reason: '',
      partial: null,
      again: null,
      stderr,
      exitCode: null,
      seconds: 0,
    };
    assert.equal(readShortfall(attempt) !== null, isShort);
  });
}
