import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readNameWords, readTextWords } from './read-words.ts';

test('a name is read as its words, whatever joins them', () => {
  const rows: Array<[string, string]> = [
    ['deploy_app_logs_get', 'deploy app logs get'],
    ['npmVersions', 'npm versions'],
    ['getURLInfo', 'get url info'],
    ['listPRs', 'list prs'],
    ['API-delete-a-block', 'api delete a block'],
    ['alpaca.createOrder', 'alpaca create order'],
    ['', ''],
  ];
  for (const [name, expected] of rows) {
    assert.equal(
      readNameWords(name)
        .map((word) => word.word)
        .join(' '),
      expected,
    );
  }
});

test('scripts without spaces part from Latin letters', () => {
  assert.deepEqual(
    readTextWords('执行SQL查询').map((word) => word.word),
    ['执行', 'sql', '查询'],
  );
});

test('every word stands where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const { word, start, end } of [...readNameWords(text), ...readTextWords(text)]) {
        assert.equal(text.slice(start, end).toLowerCase(), word);
      }
    }),
  );
});
