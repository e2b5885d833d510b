import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CrawlOutcome } from '../../domain/crawl-outcome.ts';
import type { ListingAttempt } from '../list-tools.ts';
import { readFailure } from './read-failure.ts';

const ended: ListingAttempt = {
  listing: null,
  failure: 'exited',
  partial: null,
  again: null,
  reason: 'It ended.',
  stderr: '',
  exitCode: 1,
  seconds: 0,
};

const rows: Array<[CrawlOutcome, string, RegExp]> = [
  ['needs-environment', 'Error: API_TOKEN environment variable is required', /API_TOKEN/],
  ['needs-environment', 'fatal: missing API key', /credentials/],
  ['needs-arguments', 'Usage: server <directory>', /arguments/],
  ['needs-arguments', "error: required option '--site <url>' not specified", /--site/],
  ['needs-file', "Error: ENOENT: no such file or directory, open '/etc/server.json'", /\/etc\/server\.json/],
  ['needs-file', "FileNotFoundError: [Errno 2] No such file or directory: 'config.toml'", /config\.toml/],
  ['network-at-start', 'Error: getaddrinfo EAI_AGAIN api.example.com', /network/],
  ['needs-file', 'Error: no contexts are defined in kubeconfig.\nUsage:\n  x [flags]', /kubeconfig/],
  ['network-at-start', 'TypeError: fetch failed', /network/],
  ['network-at-start', 'urllib3: Max retries exceeded with url: /v1', /network/],
  [
    'dependency-missing',
    "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'left-pad' imported from /opt/package/x.js",
    /left-pad/,
  ],
  ['dependency-missing', "Error: Cannot find module '@scope/thing/sub'", /@scope\/thing/],
  ['dependency-missing', "ModuleNotFoundError: No module named 'requests'", /requests/],
  ['dependency-missing', '/usr/bin/env: ‘bun’: No such file or directory', /bun/],
  ['dependency-drift', 'Error [ERR_PACKAGE_PATH_NOT_EXPORTED]: Package subpath', /exported/],
  ['dependency-drift', "SyntaxError: The requested module 'x' does not provide an export named 'y'", /y/],
  ['dependency-drift', "ImportError: cannot import name 'Thing' from 'lib'", /Thing/],
  ['native-build-missing', 'Error: Could not locate the bindings file. Tried:', /native/],
  ['native-build-missing', "Error: Cannot find module '../build/Release/x.node'", /native/],
  ['native-build-missing', 'was compiled against a different Node.js version using NODE_MODULE_VERSION 93', /native/],
  ['broken', "Error: Cannot find module '/opt/package/node_modules/server/dist/index.js'", /status 1/],
  ['broken', 'SyntaxError: Unexpected token', /SyntaxError/],
  ['broken', '', /no word/],
];

for (const [outcome, stderr, reason] of rows) {
  test(`${JSON.stringify(stderr.slice(0, 70))} means ${outcome}`, () => {
    const failure = readFailure({ ...ended, stderr });
    assert.equal(failure.outcome, outcome);
    assert.match(failure.reason, reason);
  });
}

test('a file that a dependency no longer has is drift, and one that the package itself lacks is a fault of its own', () => {
  const missing = (from: string) =>
    `Cannot find module '/opt/package/node_modules/@s/sdk/x' imported from /opt/package/node_modules/${from}/index.js`;
  assert.equal(readFailure({ ...ended, stderr: missing('server') }).outcome, 'dependency-drift');
  assert.equal(readFailure({ ...ended, stderr: missing('@s/sdk') }).outcome, 'broken');
});

test('an answer that says that a fetch failed means the network, whatever stderr says', () => {
  const attempt = { ...ended, failure: 'protocol-error' as const, reason: 'MCP error -32603: fetch failed' };
  assert.equal(readFailure(attempt).outcome, 'network-at-start');
});

test('a limit that ended the server is the outcome where stderr says nothing', () => {
  for (const failure of ['timed-out', 'too-large', 'http-only', 'protocol-error', 'interrupted'] as const) {
    assert.equal(readFailure({ ...ended, failure, stderr: 'starting' }).outcome, failure);
  }
});

test('a server that waits for the network until the limit needs the network', () => {
  assert.equal(readFailure({ ...ended, failure: 'timed-out', stderr: 'retry: ENOTFOUND' }).outcome, 'network-at-start');
});
