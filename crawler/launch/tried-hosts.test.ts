import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTriedHosts } from './tried-hosts.ts';

const rows: Array<[string, string[] | null]> = [
  ['Error: getaddrinfo ENOTFOUND discord.com', ['discord.com']],
  ['Error: getaddrinfo EAI_AGAIN api.example.com', ['api.example.com']],
  ["code: 'ENOTFOUND',\n  hostname: 'mcp.example.com'", ['mcp.example.com']],
  ['dial tcp: lookup api.example.com: no such host', ['api.example.com']],
  ["HTTPSConnectionPool(host='pypi.example.org', port=443): Max retries exceeded", ['pypi.example.org']],
  ['connect ECONNREFUSED 127.0.0.1:6379', null],
  ['getaddrinfo ENOTFOUND localhost', null],
  ['getaddrinfo ENOTFOUND abcd0123abcd0123abcd0123.example.com', null],
  ['ready', null],
];

for (const [stderr, hosts] of rows) {
  test(`"${stderr}" names ${hosts?.join(', ') ?? 'no host'}`, () => assert.deepEqual(readTriedHosts(stderr), hosts));
}
