import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequiredVariables } from './required-variables.ts';

const rows: Array<[string, string[]]> = [
  ['Error: BRAVE_API_KEY environment variable is required', ['BRAVE_API_KEY']],
  ['Please set SLACK_BOT_TOKEN and SLACK_TEAM_ID environment variables', ['SLACK_BOT_TOKEN', 'SLACK_TEAM_ID']],
  ['Missing required environment variables: A_KEY, B_KEY', ['A_KEY', 'B_KEY']],
  ['Missing environment variables:\n  - A_KEY\n  - B_KEY', ['A_KEY', 'B_KEY']],
  ["KeyError: 'SOME_TOKEN'", ['SOME_TOKEN']],
  [
    'No access token was provided.\nRun `x auth login`, or pass `--access-token` / `X_ACCESS_TOKEN`.',
    ['X_ACCESS_TOKEN'],
  ],
  ['✖ Invalid input: expected string, received undefined\n  → at SOME_URL', ['SOME_URL']],
  ['Environment variable TOKEN must be set', ['TOKEN']],
  ['process.env.SECRET is undefined', ['SECRET']],
  ['botocore.exceptions.NoRegionError: You must specify a region.', ['AWS_REGION', 'AWS_DEFAULT_REGION']],
  ['請設定環境變數: SOME_FILE=/path', ['SOME_FILE']],
  ['optional: SOME_TOKEN is not set', []],
  ['SOME_TOKEN not set, using the default value', []],
  ['Error [ERR_MODULE_NOT_FOUND]: Cannot find module, required by x', []],
  ['    at Object.SOME_TOKEN (file:///x.js:1:1) is required', []],
  ['connecting to UPSTREAM_SERVER', []],
  ['', []],
];

for (const [stderr, names] of rows) {
  test(`${JSON.stringify(stderr.slice(0, 60))} asks for ${names.join(' and ') || 'nothing'}`, () =>
    assert.deepEqual(readRequiredVariables(stderr), names));
}

test('a flood of names asks for a bounded number', () => {
  const flood = Array.from({ length: 10_000 }, (_, index) => `V_${index} is required`).join('\n');
  assert.ok(readRequiredVariables(flood).length <= 12);
});
