import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LineSplitter } from './line-splitter.ts';

test('Lines are the same however the bytes are cut.', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\n', 'ü', '\r')), fc.array(fc.nat(8)), (characters, sizes) => {
      const bytes = Buffer.from(characters.join(''));
      const lines: string[] = [];
      const splitter = new LineSplitter(1000, (line) => lines.push(line.toString()));
      let start = 0;
      for (const size of [...sizes, bytes.length]) {
        assert.ok(splitter.add(bytes.subarray(start, start + size)));
        start += size;
      }
      assert.deepEqual(lines, bytes.toString().split('\n').slice(0, -1));
    }),
  );
});

test('A line that is one byte too long is refused, ended or not.', () => {
  for (const end of ['\n', '']) {
    assert.equal(new LineSplitter(3, () => {}).add(Buffer.from(`abc${end}`)), true);
    assert.equal(new LineSplitter(3, () => {}).add(Buffer.from(`abcd${end}`)), false);
  }
});
