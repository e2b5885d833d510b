import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeLink } from './safe-link.ts';

const addresses: Array<[address: string | null, link: string | null]> = [
  ['https://github.com/a/b', 'https://github.com/a/b'],
  ['http://example.com', 'http://example.com/'],
  ['javascript:alert(1)', null],
  ['JaVaScRiPt:alert(1)', null],
  ['data:text/html,x', null],
  ['https://user:pass@example.com/', null],
  ['//example.com', null],
  ['git+https://github.com/a/b', null],
  ['https://example.com/"><script>', 'https://example.com/%22%3E%3Cscript%3E'],
  [`https://example.com/${'a'.repeat(3_000)}`, null],
  ['', null],
  [null, null],
];
for (const [address, link] of addresses) {
  test(`${JSON.stringify(address)?.slice(0, 60)} ${link === null ? 'is no link' : 'is a link'}.`, () =>
    assert.equal(safeLink(address), link));
}
