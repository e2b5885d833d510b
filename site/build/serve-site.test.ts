import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { UsageError } from '../../domain/errors.ts';
import { serveSite } from './serve-site.ts';

const parent = await mkdtemp(join(tmpdir(), 'assay-serve-'));
const folder = join(parent, 'site');
await mkdir(join(folder, 'tools', 'v1.2'), { recursive: true });
await writeFile(join(parent, 'secret.txt'), 'outside');
await writeFile(join(folder, 'index.html'), 'home');
await writeFile(join(folder, '404.html'), 'nothing here');
await writeFile(join(folder, '.assay-site.json'), '{}');
await writeFile(join(folder, 'tools', 'v1.2', 'index.html'), 'a tool');
await writeFile(join(folder, 'tools', 'v1.2', 'policy.json'), '{}');
const site = await serveSite({ folder, port: 0 });
after(async () => {
  await site.close();
  await rm(parent, { recursive: true });
});

const answers: Array<[path: string, status: number, type: string, body: string]> = [
  ['/', 200, 'text/html;charset=utf-8', 'home'],
  ['/tools/v1.2/', 200, 'text/html;charset=utf-8', 'a tool'],
  ['/tools/v1.2/policy.json', 200, 'application/json', '{}'],
  ['/absent/', 404, 'text/html;charset=utf-8', 'nothing here'],
  ['/.assay-site.json', 404, 'text/html;charset=utf-8', 'nothing here'],
  ['/%2e%2e/secret.txt', 404, 'text/html;charset=utf-8', 'nothing here'],
  ['/tools/..%2f..%2f..%2fsecret.txt', 404, 'text/html;charset=utf-8', 'nothing here'],
  ['/%00', 404, 'text/html;charset=utf-8', 'nothing here'],
  ['/%', 404, 'text/html;charset=utf-8', 'nothing here'],
];
for (const [path, status, type, body] of answers) {
  test(`${path} is answered with ${status} and ${body}.`, async () => {
    const answer = await get(path);
    assert.deepEqual([answer.status, answer.headers['content-type'], answer.body], [status, type, body]);
  });
}

test('Every answer, the missing ones too, carries the policy against foreign code and sniffing.', async () => {
  for (const path of ['/', '/absent/']) {
    const { headers } = await get(path);
    assert.match(String(headers['content-security-policy']), /^default-src 'none'; .*frame-ancestors 'none'$/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
  }
});

test('It listens on the loopback address alone, and on the next port where one is taken.', async () => {
  const first = new URL(site.url);
  assert.equal(first.hostname, '127.0.0.1');
  const second = await serveSite({ folder, port: Number(first.port) });
  assert.ok(Number(new URL(second.url).port) > Number(first.port));
  await second.close();
});

test('A folder without a site is refused.', async () => {
  await assert.rejects(serveSite({ folder: join(parent, 'nothing'), port: 0 }), UsageError);
});

test('Nothing can be sent to it.', async () => {
  assert.equal((await fetch(site.url, { method: 'POST', body: 'x' })).status, 405);
});

/** Sends the path as it is: `fetch` would tidy it. */
function get(path: string) {
  return new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(site.url);
      const sent = request({ hostname, port, path }, async (response) => {
        let body = '';
        for await (const part of response) body += part;
        resolve({ status: response.statusCode, headers: response.headers, body });
      });
      sent.on('error', reject).end();
    },
  );
}
