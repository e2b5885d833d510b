import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OutputTail } from './output-tail.ts';

test('The end of an output is kept and all of it counted.', () => {
  const tail = new OutputTail(5);
  for (const chunk of ['one ', 'two ', 'thrée']) tail.add(Buffer.from(chunk));
  assert.equal(tail.text, 'thrée');
  assert.equal(tail.bytes, 14);
});

test('Bytes that are no UTF-8 do no harm.', () => {
  const tail = new OutputTail(4);
  tail.add(Buffer.from([0xff, 0x61, 0xc3]));
  assert.equal(tail.text, '\ufffda\ufffd');
});

test('A million short lines are kept as fast as one long one.', { timeout: 10_000 }, () => {
  const tail = new OutputTail(65_536);
  for (let number = 0; number < 1_000_000; number++) tail.add(Buffer.from('x\n'));
  assert.equal(tail.bytes, 2_000_000);
  assert.equal(tail.text, 'x\n'.repeat(32_768));
});
