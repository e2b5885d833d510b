import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitHidden } from '../../../domain/visible-text.ts';
import { formatJson } from './format-json.ts';

test('JSON is written without a hidden character and reads back as the same value.', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const text = formatJson(value);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
      assert.ok(splitHidden(text).every((piece) => !piece.hidden));
    }),
  );
});

test('A right-to-left override is written as its escape.', () => {
  assert.equal(formatJson({ 'a\u202Eb': 1 }), '{\n  "a\\u202eb": 1\n}');
});
