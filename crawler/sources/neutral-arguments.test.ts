import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neutralArguments } from './neutral-arguments.ts';

const rows: Array<[words: string[], neutral: string[]]> = [
  [
    ['serve', '--stdio', '-v', '--port', '8080'],
    ['serve', '--stdio', '-v', '--port', '8080'],
  ],
  [
    ['/home/jane/work', '~/x', './y', 'C:\\Users\\jane'],
    ['/tmp', '/tmp', '/tmp', '/tmp'],
  ],
  [
    ['--region=eu-jane-1', '--project', 'acme-internal'],
    ['--region=us-east-1', '--project', 'placeholder'],
  ],
  [['mysql://jane:pw@db/x'], ['mysql://placeholder:placeholder@localhost:3306/placeholder']],
  [['acme-internal'], ['placeholder']],
  [['-pSecret1'], ['placeholder']],
];
for (const [words, neutral] of rows) {
  test(`${words.join(' ')} becomes ${neutral.join(' ')}`, () => assert.deepEqual(neutralArguments(words), neutral));
}

test('A secret becomes one of its shape, another each time', () => {
  const given = ['--api-key=sk-live-1', '--token', 'tok-2', '--key-file', '/home/jane/key'];
  const [first, second] = [neutralArguments(given), neutralArguments(given)];
  assert.doesNotMatch(first.join(' '), /sk-live-1|tok-2|jane/);
  assert.match(first[0] ?? '', /^--api-key=[A-Za-z0-9]{40}$/);
  assert.notEqual(first[0], second[0]);
  assert.notEqual(first[2], second[2]);
});
