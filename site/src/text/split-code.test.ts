import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitCode } from './split-code.ts';

const sentences: Array<[sentence: string, shown: string]> = [
  ['Runs `rm` and `dd`.', 'Runs <rm> and <dd>.'],
  ['No code here.', 'No code here.'],
  ['A lone ` stays.', 'A lone ` stays.'],
  ['`all`', '<all>'],
  ['Runs `rm` and a lone `.', 'Runs <rm> and a lone `.'],
];
for (const [sentence, shown] of sentences) {
  test(`"${sentence}" shows as "${shown}".`, () => {
    assert.equal(
      splitCode(sentence)
        .map(({ text, code }) => (code ? `<${text}>` : text))
        .join(''),
      shown,
    );
  });
}
