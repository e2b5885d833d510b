import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { showHidden, splitHidden } from './visible-text.ts';

test('Joined pieces are the text again, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(
        splitHidden(text)
          .map((piece) => piece.text)
          .join(''),
        text,
      );
    }),
  );
});

test('What a reader cannot see is shown by its code point, and emoji and letters are left alone', () => {
  const rows: Array<[text: string, shown: string]> = [
    ['read\u202efile', 'read‹U+202E›file'],
    ['\u001b[31mred', '‹U+001B›[31mred'],
    ['a\u0000b', 'a‹U+0000›b'],
    ['x\ud800y', 'x‹U+D800›y'],
    ['zero\u200bwidth', 'zero‹U+200B›width'],
    ['tag\u{e0041}', 'tag‹U+E0041›'],
    ['\u{1f469}\u200d\u{1f4bb} \u2764\ufe0f', '\u{1f469}\u200d\u{1f4bb} \u2764\ufe0f'],
    ['two\nlines\tand', 'two lines and'],
    ['Grüße 你好 עברית', 'Grüße 你好 עברית'],
  ];
  for (const [text, shown] of rows) assert.equal(showHidden(text), shown);
});
