import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CrawlOutcome } from '../../domain/crawl-outcome.ts';
import { createProgress } from './crawl-progress.ts';

const minute = 60_000;
const cases: Array<[string, number, Array<[CrawlOutcome, boolean]>, number, string]> = [
  ['nothing has ended', 3, [], minute, '0 of 3, 0 listed'],
  ['all that ended was listed', 3, [['listed', false]], minute, '1 of 3, 1 listed, 1.0 a minute, 2 min left'],
  [
    'reasons come by their number',
    6,
    [
      ['broken', false],
      ['timed-out', false],
      ['timed-out', false],
      ['listed-partly', false],
    ],
    2 * minute,
    '4 of 6, 1 listed, 3 not (2 timed-out, 1 broken), 2.0 a minute, 1 min left',
  ],
  [
    'what was stored counts as done and not towards the rate',
    12,
    [
      ['listed', true],
      ['listed', true],
      ['listed', false],
    ],
    10_000,
    '3 of 12, 3 listed, 6.0 a minute, 2 min left',
  ],
  ['everything has ended', 1, [['listed', false]], minute, '1 of 1, 1 listed, 1.0 a minute'],
];

for (const [what, total, ended, afterMs, told] of cases) {
  test(`progress when ${what}`, () => {
    const progress = createProgress(total, 1_000);
    for (const [outcome, reused] of ended) progress.count(outcome, reused);
    assert.equal(progress.format(1_000 + afterMs), told);
  });
}
