import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CrawlOutcome } from '../../domain/crawl-outcome.ts';
import { readNpmError } from './read-npm-error.ts';
import type { ClientAnswer } from './run-client.ts';

const ended: ClientAnswer = { ending: 'exited', code: 1, stdout: '', stderr: '' };
const about = (name: string) => `The requested resource '${name}@1.0.0' could not be found`;

const rows: Array<[CrawlOutcome, string, string, string, RegExp]> = [
  ['not-found', 'E404', 'Not Found', about('@s/server'), /@s\/server/],
  ['dependency-missing', 'E404', 'Not Found', about('@s/other'), /@s\/other/],
  ['not-found', 'ETARGET', 'No matching version found for @s/server@9.0.0.', '', /version/],
  ['dependency-missing', 'ETARGET', 'No matching version found for other@9.0.0.', '', /other@9/],
  [
    'refused',
    'EALLOWGIT',
    'Fetching packages of type "git" have been disabled',
    'Refusing to fetch "evil@git+x"',
    /evil@git\+x/,
  ],
  ['refused', 'EALLOWREMOTE', 'Fetching packages of type "remote" have been disabled', '', /remote/],
  ['refused', '128', 'An unknown git error occurred', 'command /bin/false ls-remote', /git/],
  ['unreachable', 'ENOTFOUND', 'request to https://registry.example/x failed', '', /its address/],
  ['unreachable', 'ECONNREFUSED', 'x', '', /did not answer/],
  ['unreachable', 'E503', 'Service Unavailable', '', /Unavailable/],
  ['unreachable', 'SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate', '', /certificate/],
  ['install-failed', 'ENOSPC', 'no space left', '', /ENOSPC/],
];

for (const [outcome, code, summary, detail, reason] of rows) {
  test(`npm's ${code} (${summary.slice(0, 40)}) means ${outcome}`, () => {
    const failure = readNpmError(
      { ...ended, stdout: JSON.stringify({ error: { code, summary, detail } }) },
      '@s/server',
    );
    assert.equal(failure.outcome, outcome);
    assert.match(failure.reason, reason);
    assert.doesNotMatch(failure.reason, /registry\.example/);
  });
}

test('an npm that does not speak JSON is read from its stderr', () => {
  const stderr = 'npm error code ENOTFOUND\nnpm error network request failed\n';
  assert.equal(readNpmError({ ...ended, stderr }, 'x').outcome, 'unreachable');
});

test('an interruption and a time limit are not blamed on the package', () => {
  assert.equal(readNpmError({ ...ended, ending: 'interrupted' }, 'x').outcome, 'interrupted');
  assert.match(readNpmError({ ...ended, ending: 'timed-out' }, 'x').reason, /in time/);
});
