import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CrawlOutcome } from '../../domain/crawl-outcome.ts';
import { readPythonError } from './read-python-error.ts';

const rows: Array<[CrawlOutcome, string, string | undefined]> = [
  ['needs-build', 'ERROR: No matching distribution found for Some.Thing==1.0', 'some-thing'],
  ['needs-build', 'cause: Because some-thing was not found in the package registry and you require it', 'some-thing'],
  ['needs-build', 'Because all versions of docopt have no usable wheels and building is off', 'docopt'],
  [
    'unreachable',
    'WARNING: Retrying (Retry(total=0)) after connection broken\nERROR: No matching distribution found for x',
    undefined,
  ],
  ['unreachable', 'error: Failed to fetch: `x`\n cause: error sending request for url', undefined],
  ['refused', 'PermissionError: wheels only: refused to start another program', undefined],
  [
    'refused',
    'Package `x` was included as a URL dependency. URL dependencies must be expressed as direct requirements',
    undefined,
  ],
  ['install-failed', "ERROR: Package 'x' requires a different Python: 3.11.2 not in '>=3.13'", undefined],
  ['install-failed', 'ERROR: ResolutionImpossible: for help visit', undefined],
  ['install-failed', 'ERROR: Could not install packages due to an OSError', undefined],
  ['install-failed', '', undefined],
];

for (const [outcome, stderr, withoutWheel] of rows) {
  test(`${JSON.stringify(stderr.slice(0, 70))} means ${outcome}`, () => {
    const failure = readPythonError({ ending: 'exited', code: 1, stdout: '', stderr });
    assert.equal(failure.outcome, outcome);
    assert.equal(failure.withoutWheel, withoutWheel);
  });
}
