import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeText, encodeText, queryableJson } from './storable-text.ts';

const hostile = fc.string({ unit: fc.constantFrom('\0', '\u001a', '\ud800', '\udc00', '0', 'd', '\\', 'u', '😀') });

test('encoded text is well-formed, holds no NUL and decodes to what it was', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const stored = encodeText(text);
      assert.ok(stored.isWellFormed() && !stored.includes('\0'));
      assert.equal(decodeText(stored), text);
    }),
  );
});

test('the JSON to query is the value with U+FFFD for NUL and lone surrogates', () => {
  fc.assert(
    fc.property(fc.array(hostile), (texts) => {
      const expected = texts.map((text) => text.toWellFormed().replaceAll('\0', '\ufffd'));
      assert.deepEqual(JSON.parse(queryableJson(texts)), expected);
    }),
  );
});
