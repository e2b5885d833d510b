import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retryAfterMs, waitAsAsked } from './wait-as-asked.ts';

const now = Date.parse('2026-01-01T00:00:00Z');
const times: Array<[string | null, number | null]> = [
  ['0', 0],
  ['120', 120_000],
  ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['soon', null],
  ['-1e9', null],
  [null, null],
];

for (const [text, ms] of times) {
  test(`Retry-After: ${text} is ${ms} ms`, () => {
    const headers = new Headers(text === null ? {} : { 'retry-after': text });
    assert.equal(retryAfterMs(new Response(null, { headers }), now), ms);
  });
}

const asked: Array<[string, Array<[number, string | null]>, number]> = [
  ['is sent once where it is answered', [[200, null]], 1],
  [
    'is sent again after 429',
    [
      [429, '0'],
      [200, null],
    ],
    2,
  ],
  [
    'is sent again after 503',
    [
      [503, '0'],
      [200, null],
    ],
    2,
  ],
  ['is not sent again without a time', [[429, null]], 1],
  ['is not sent again when the time is longer than the limit', [[429, '60']], 1],
  ['is not sent again after another error', [[500, '0']], 1],
  [
    'is sent four times at most',
    [
      [429, '0'],
      [429, '0'],
      [429, '0'],
      [429, '0'],
    ],
    4,
  ],
];

for (const [what, answers, sent] of asked) {
  test(`a request ${what}`, async () => {
    const rest = [...answers];
    const send = async () => {
      const [status, text] = rest.shift() ?? assert.fail('asked once too often');
      return new Response('', { status, headers: text === null ? {} : { 'retry-after': text } });
    };
    const { status } = await waitAsAsked(send, { maxWaitMs: 1_000, signal: new AbortController().signal });
    assert.equal(status, answers.at(-1)?.[0]);
    assert.equal(answers.length - rest.length, sent);
  });
}
