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
