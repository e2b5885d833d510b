import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readReleaseFacts, registryName, writeReleaseFacts } from './release-facts.ts';

test('what an installation and a registry say of a release is kept beside it', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'release-'));
  t.after(() => rm(folder, { recursive: true }));
  const root = join(folder, 'node_modules/server');
  await mkdir(join(root, 'node_modules/inner'), { recursive: true });
  const manifest = JSON.stringify({ name: 'server', mcpName: 'io.example/server' });
  await writeFile(join(root, 'package.json'), manifest);
  await writeFile(join(root, 'node_modules/inner/large.js'), 'x'.repeat(1_000));
  const packages = {
    'node_modules/server': { version: '1.0.0' },
    'node_modules/server/node_modules/inner': { version: '1.0.0', hasInstallScript: true },
  };
  await writeFile(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));

  assert.equal(await readReleaseFacts(folder), undefined);
  const published = new Date('2026-01-02T03:04:05Z');
  await writeReleaseFacts(folder, 'server', { published, unpackedSize: null, provenance: true });
  assert.deepEqual(await readReleaseFacts(folder), {
    published: '2026-01-02T03:04:05.000Z',
    unpackedSize: manifest.length,
    dependencies: 1,
    installScripts: ['inner'],
    provenance: true,
    mcpName: 'io.example/server',
  });
});

test('only a name of the registry is taken for one', () => {
  const taken = ['io.github.someone/server', 'x', 'a/b/c', '<b>/x', 7, undefined].map(registryName);
  assert.deepEqual(taken, ['io.github.someone/server', null, null, null, null, null]);
});
