import assert from 'node:assert/strict';
import { access, mkdir, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { resolvePypi } from '../sources/pypi.ts';
import { openWheelIndex } from '../testing/wheel-index.ts';
import { installPypi } from './install-pypi.ts';

/** A source distribution's folder whose build acts. */
async function writeSource(root: string): Promise<string> {
  const folder = join(root, 'source');
  await mkdir(folder);
  await writeFile(join(folder, 'setup.py'), `open(${JSON.stringify(join(root, 'acted'))}, 'w').close()\n`);
  return folder;
}

test('wheels are installed with their dependencies, once, and no bytecode is made', async (t) => {
  const index = await openWheelIndex(t);
  if (!index) return;
  await index.add('tiny_server', '1.0.0', ['Requires-Dist: tiny_part']);
  await index.add('tiny_part', '2.0.0');
  const installed = await installPypi(index.root, 'tiny-server', '1.0.0', index.tools, index.context);
  assert.ok('folder' in installed, JSON.stringify(installed));
  const entries = await readdir(installed.folder);
  assert.ok(entries.includes('tiny_server.py') && entries.includes('tiny_part.py') && !entries.includes('__pycache__'));
  const offline = { ...index.context, environment: {} };
  assert.deepEqual(await installPypi(index.root, 'tiny-server', '1.0.0', index.tools, offline), installed);
});

const refusals: Array<[string, (source: string) => string]> = [
  ['a folder', (source) => `evil @ file://${source}`],
  ['a git repository', () => 'evil @ git+http://127.0.0.1:9/evil.git'],
];

for (const [title, requirement] of refusals) {
  test(`a dependency from ${title} is refused, and nothing of it runs`, async (t) => {
    const index = await openWheelIndex(t);
    if (!index) return;
    await index.add('tiny_server', '1.0.0', [`Requires-Dist: ${requirement(await writeSource(index.root))}`]);
    const installed = await installPypi(index.root, 'tiny-server', '1.0.0', index.tools, index.context);
    assert.ok('failure' in installed);
    assert.equal(installed.failure.outcome, 'refused', installed.failure.reason);
    await assert.rejects(access(join(index.root, 'acted')));
  });
}

test('a dependency from the address of a wheel is refused', async (t) => {
  const index = await openWheelIndex(t);
  if (!index) return;
  const elsewhere = join(index.root, 'tiny_part-2.0.0-py3-none-any.whl');
  await index.add('tiny_part', '2.0.0');
  await index.add('tiny_server', '1.0.0', [`Requires-Dist: tiny_part @ file://${elsewhere}`]);
  const installed = await installPypi(index.root, 'tiny-server', '1.0.0', index.tools, index.context);
  assert.ok('failure' in installed && installed.failure.outcome === 'refused');
  assert.match(installed.failure.reason, /tiny_part/);
});

test('a dependency that has no wheel is named', async (t) => {
  const index = await openWheelIndex(t);
  if (!index) return;
  await index.add('tiny_server', '1.0.0', ['Requires-Dist: only_source']);
  await writeFile(join(index.root, 'only_source-1.0.0.tar.gz'), '');
  const installed = await installPypi(index.root, 'tiny-server', '1.0.0', index.tools, index.context);
  assert.ok('failure' in installed);
  assert.equal(installed.failure.outcome, 'needs-build');
  assert.match(installed.failure.reason, /only-source/);
});

test('a dependency that is not there at all is missing', async (t) => {
  const index = await openWheelIndex(t);
  if (!index) return;
  await index.add('tiny_server', '1.0.0', ['Requires-Dist: nowhere_at_all']);
  const installed = await installPypi(index.root, 'tiny-server', '1.0.0', index.tools, index.context);
  assert.ok('failure' in installed && installed.failure.outcome === 'dependency-missing');
});

test('the newest version is found whatever Python it needs, and then refused in words', async (t) => {
  const index = await openWheelIndex(t);
  if (!index) return;
  await index.add('tiny_server', '1.0.0');
  await index.add('tiny_server', '2.0.0', ['Requires-Python: >=3.99']);
  const context = { ...index.context, folder: index.root, allowLocal: false };
  const find = (version: string | null) => resolvePypi({ source: 'pypi', name: 'tiny-server', version }, context);
  const newest = await find(null);
  assert.ok(newest.kind === 'resolved' && newest.version === '2.0.0', JSON.stringify(newest));
  const gone = await find('9.0.0');
  assert.ok(gone.kind === 'failed' && gone.outcome === 'not-found' && gone.reason.includes('2.0.0'));
  const older = await find('1.0');
  assert.ok(older.kind === 'resolved' && older.version === '1.0.0');
  const installed = await installPypi(index.root, 'tiny-server', '2.0.0', index.tools, index.context);
  assert.ok('failure' in installed);
  assert.match(installed.failure.reason, /another version of Python/);
});

test('a machine without Python says so', async () => {
  const none = { pythons: [], hasUv: false };
  const installed = await installPypi(tmpdir(), 'tiny-server', '1.0.0', none, { environment: {}, timeoutMs: 1_000 });
  assert.ok('failure' in installed);
  assert.match(installed.failure.reason, /Python 3\.10 or newer with pip, or uv, was not found/);
});
