import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markText } from './mark-text.ts';

const whole = { start: 0, end: Number.MAX_SAFE_INTEGER };
const render = (text: string, marks: Array<[number, number]>, window = whole) => {
  const { pieces, cutBefore, cutAfter } = markText(
    text,
    marks.map(([start, end]) => ({ start, end })),
    window,
  );
  const shown = pieces.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join('');
  return `${cutBefore ? '…' : ''}${shown}${cutAfter ? '…' : ''}`;
};

const cases: Array<[text: string, marks: Array<[number, number]>, shown: string]> = [
  ['drop table', [[0, 4]], '[drop] table'],
  [
    'drop table',
    [
      [0, 4],
      [2, 7],
    ],
    '[drop ta]ble',
  ],
  [
    'drop table',
    [
      [5, 10],
      [0, 4],
    ],
    '[drop] [table]',
  ],
  ['drop table', [[0, 99]], '[drop table]'],
  ['drop table', [], 'drop table'],
  ['drop \n  table now', [[0, 13]], '[drop] \n  [table] now'],
  ['a\u200B\u200Bb', [[1, 2]], 'a[U+200B ×2]b'],
  ['a\u202Eb\u202E', [], 'aU+202EbU+202E'],
  ['one\r\ntwo\rthree', [], 'one\r\ntwoU+000Dthree'],
  ['x👍y', [[2, 4]], 'x[👍y]'],
  ['\uD83D', [], 'U+D83D'],
];
for (const [text, marks, shown] of cases) {
  test(`${JSON.stringify(text)} marked at ${JSON.stringify(marks)} shows ${JSON.stringify(shown)}.`, () => {
    assert.equal(render(text, marks), shown);
  });
}

test('A window shows its part, keeps the marks in it and says on which side it cuts.', () => {
  assert.equal(render('it will delete the data', [[8, 14]], { start: 3, end: 18 }), '…will [delete] the…');
  assert.equal(render('it will delete', [[8, 14]], { start: -5, end: 10 }), 'it will [de]…');
});

test('A window never cuts a surrogate pair in two.', () => {
  assert.equal(render('a👍b', [], { start: 2, end: 4 }), '…👍b');
  assert.equal(render('a👍b', [], { start: 0, end: 2 }), 'a👍…');
});

test('Whatever is marked, the pieces cover the window once and in order, and nothing hidden stays.', () => {
  const range = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(range), range, (text, marks, window) => {
      const { pieces, cutBefore, cutAfter } = markText(text, marks, window);
      let at = 0;
      for (const piece of pieces) {
        assert.equal(piece.start, at);
        if (!piece.hidden) assert.equal(piece.text, text.slice(cutBefore + piece.start, cutBefore + piece.end));
        at = piece.end;
      }
      assert.equal(cutBefore + at + cutAfter, text.length);
      assert.ok(pieces.every((piece) => piece.text.isWellFormed()));
    }),
  );
});
