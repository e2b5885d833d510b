import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { needRegistry } from '../testing/need-registry.ts';
import { installFittingNode } from './install-node.ts';
import { runClient } from './run-client.ts';

const context = { environment: process.env, timeoutMs: 120_000 };

test('a Node that engines ask for is installed and runs, and none where ours will do or none can be', async (t) => {
  if (!(await needRegistry(t))) return;
  const folder = await mkdtemp(join(tmpdir(), 'node-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const range of ['>=18', `^${process.versions.node.split('.')[0]}`, '^3', 'latest; rm -rf x', '']) {
    assert.equal(await installFittingNode(folder, range, context), null, range);
  }
  const node = await installFittingNode(folder, '>=18 <21', context);
  assert.ok(node, 'none was installed');
  const request = { ...context, command: node.path, arguments: ['--version'], folder };
  assert.equal((await runClient(request)).stdout.trim(), `v${node.version}`);
  assert.match(node.version, /^20\./);
});
