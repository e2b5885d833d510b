import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { evictPackages } from './evict-packages.ts';
import { marker, packageFolder } from './package-folder.ts';
import { keepingPackages } from './package-use.ts';

const packageBytes = 1_000_000;
/** Room for two packages, with their folders and notes, and not for three. */
const roomForTwo = 2.5 * packageBytes;

async function dataFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'evict-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

function take(dataDir: string, name: string): Promise<string> {
  return packageFolder(dataDir, { source: 'npm', name, version: '1.0.0' }, 'x', async (folder) => {
    await writeFile(join(folder, 'content'), Buffer.alloc(packageBytes, 1));
    return null;
  }).then((answer) => ('folder' in answer ? answer.folder : assert.fail()));
}

/** Installs packages as if each had last been used a minute after the one before. */
async function takeInOrder(dataDir: string, names: readonly string[]): Promise<void> {
  for (const [minute, name] of names.entries()) {
    const used = new Date(2026, 0, 1, 0, minute);
    await utimes(join(await take(dataDir, name), marker), used, used);
  }
}

const remaining = async (dataDir: string) =>
  (await readdir(join(dataDir, 'packages/npm'))).filter((name) => !name.startsWith('.')).sort();

test('the package that was not used for longest goes first, and only as many go as must', async (t) => {
  const data = await dataFolder(t);
  await takeInOrder(data, ['a', 'b', '@s/c', 'd']);
  await take(data, 'a');
  const evicted = await evictPackages(data, roomForTwo);
  assert.deepEqual(
    evicted.map((folder) => basename(folder)),
    ['b@1.0.0', 'c@1.0.0'],
  );
  assert.deepEqual(await remaining(data), ['@s', 'a@1.0.0', 'd@1.0.0']);
  assert.deepEqual(await evictPackages(data, roomForTwo), []);
});

test('what this process uses stays until it has been used', async (t) => {
  const data = await dataFolder(t);
  await takeInOrder(data, ['a', 'b']);
  await keepingPackages(async () => {
    await take(data, 'a');
    assert.deepEqual((await evictPackages(data, 0)).length, 1);
    assert.deepEqual(await remaining(data), ['a@1.0.0']);
  });
  await evictPackages(data, 0);
  assert.deepEqual(await remaining(data), []);
});

test('what another process uses stays, and when it was killed it goes', async (t) => {
  const data = await dataFolder(t);
  await takeInOrder(data, ['a', 'b']);
  const program = `
    import { packageFolder } from ${JSON.stringify(new URL('./package-folder.ts', import.meta.url).href)};
    import { keepingPackages } from ${JSON.stringify(new URL('./package-use.ts', import.meta.url).href)};
    await keepingPackages(async () => {
      await packageFolder(${JSON.stringify(data)}, { source: 'npm', name: 'a', version: '1.0.0' }, 'x');
      console.log('taken');
      await new Promise((resolve) => setInterval(resolve, 2 ** 30));
    });`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program]);
  await once(child.stdout, 'data');
  await evictPackages(data, 0);
  assert.deepEqual(await remaining(data), ['a@1.0.0']);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await evictPackages(data, 0);
  assert.deepEqual(await remaining(data), []);
});

test('packages that are taken and evicted at once are whole whenever they are used', async (t) => {
  const data = await dataFolder(t);
  const use = async (turn: number) => {
    const name = `p${turn % 3}`;
    await keepingPackages(async () => {
      const folder = await take(data, name);
      await evictPackages(data, 0);
      assert.deepEqual((await readdir(folder)).includes('content'), true);
    });
  };
  await Promise.all(Array.from({ length: 30 }, (_, turn) => use(turn)));
  await evictPackages(data, 0);
  assert.deepEqual(await remaining(data), []);
});

test('an eviction that was killed does not keep the next from its work', async (t) => {
  const data = await dataFolder(t);
  await takeInOrder(data, ['a']);
  await writeFile(join(data, 'packages/.evicting'), JSON.stringify({ folder: data, pid: 2 ** 22 + 1, start: '1' }));
  assert.equal((await evictPackages(data, 0)).length, 1);
});
