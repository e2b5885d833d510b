import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { UsageError } from '../../domain/errors.ts';
import { splitWords } from './split-words.ts';

const lines: Array<[line: string, words: string[]]> = [
  ['node server.js', ['node', 'server.js']],
  ['  node\t"my server.js"  --x=\'a "b" c\' ', ['node', 'my server.js', '--x=a "b" c']],
  ['python3 -m srv --path /a/b,c:d@e%+_', ['python3', '-m', 'srv', '--path', '/a/b,c:d@e%+_']],
  ['run a\\ b ""', ['run', 'a b', '']],
  ['run "a\\"b\\\\c\\n"', ['run', 'a"b\\c\\n']],
  ["run 'it'\\''s'", ['run', "it's"]],
  ["run '$HOME; rm -rf * | `x`'", ['run', '$HOME; rm -rf * | `x`']],
];
for (const [line, words] of lines) {
  test(`${line} is ${words.length} words`, () => assert.deepEqual(splitWords(line), words));
}

const refused = [
  '',
  '   ',
  "''",
  'a | b',
  'a; b',
  'a && b',
  'a > b',
  'echo $HOME',
  'echo `x`',
  'echo "$HOME"',
  "a 'b",
  'a "b',
  'ls *',
  'a\nb',
  'a ~',
  'a\\',
];
for (const line of refused) {
  test(`${JSON.stringify(line)} is refused, because only a shell could run it`, () =>
    assert.throws(() => splitWords(line), UsageError));
}

test('words that were quoted come back as they were, whatever they hold', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (words) => {
      fc.pre(words[0] !== '');
      const line = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
      assert.deepEqual(splitWords(line), words);
    }),
  );
});
