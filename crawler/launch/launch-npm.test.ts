import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { launchNpm } from './launch-npm.ts';

async function install(t: TestContext, manifest: unknown, files: Record<string, string> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'launch-'));
  t.after(() => rm(folder, { recursive: true }));
  const text = typeof manifest === 'string' ? manifest : JSON.stringify(manifest);
  for (const [path, content] of Object.entries({ 'package.json': text, ...files })) {
    const file = join(folder, 'node_modules/@s/server', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return folder;
}

test('a script is started by the mounted Node under neutral paths', async (t) => {
  const folder = await install(
    t,
    { bin: { server: './dist/x.js', other: 'y.js' }, license: 'MIT' },
    { 'dist/x.js': '#!/usr/bin/env node\n', 'y.js': '', 'README.md': '# Hello' },
  );
  const launchable = await launchNpm(folder, '@s/server');
  assert.ok(!('failure' in launchable));
  assert.equal(launchable.command, '/opt/node/bin/node');
  assert.deepEqual(launchable.arguments, ['/opt/package/node_modules/@s/server/dist/x.js']);
  assert.equal(launchable.facts.license, 'MIT');
  assert.equal(launchable.readme, '# Hello');
});

test('a program that is no script for plain Node is started as its first line says', async (t) => {
  for (const first of ['#!/bin/sh', '#!/usr/bin/env -S node --flag', '#!/usr/bin/env bun', '\x7fELF']) {
    const folder = await install(t, { bin: 'run' }, { run: `${first}\n` });
    const launchable = await launchNpm(folder, '@s/server');
    assert.ok(!('failure' in launchable));
    assert.equal(launchable.command, '/opt/package/node_modules/@s/server/run');
  }
});

const refused: Array<[string, unknown]> = [
  ['no program', {}],
  ['a missing one', { bin: 'gone.js' }],
  ['one outside of it', { bin: '../../../outside.js' }],
  ['an absolute one', { bin: '/etc/passwd' }],
  ['a link to the outside', { bin: 'link.js' }],
  ['programs of an odd shape', { bin: { a: 7 } }],
  ['a manifest that is no JSON', '{'],
];

for (const [title, manifest] of refused) {
  test(`a package with ${title} is broken`, async (t) => {
    const folder = await install(t, manifest);
    await writeFile(join(folder, 'outside.js'), '');
    await symlink('/etc/passwd', join(folder, 'node_modules/@s/server/link.js'));
    const launchable = await launchNpm(folder, '@s/server');
    assert.ok('failure' in launchable && launchable.failure.outcome === 'broken');
  });
}
