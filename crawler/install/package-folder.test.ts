import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { packageFolder } from './package-folder.ts';

const wanted = { source: 'npm', name: '@s/server', version: '1.0.0' } as const;

async function dataFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'data-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

const fill = (content: string) => async (folder: string) => {
  await writeFile(join(folder, 'content'), content);
  return null;
};

async function contentOf(answer: Awaited<ReturnType<typeof packageFolder>>): Promise<string> {
  assert.ok('folder' in answer);
  return readFile(join(answer.folder, 'content'), 'utf8');
}

test('a complete folder is not installed again, and one of another layout is', async (t) => {
  const data = await dataFolder(t);
  assert.equal(await contentOf(await packageFolder(data, wanted, 'a', fill('first'))), 'first');
  assert.equal(await contentOf(await packageFolder(data, wanted, 'a', fill('second'))), 'first');
  assert.equal(await contentOf(await packageFolder(data, wanted, 'b', fill('third'))), 'third');
});

test('a failed installation leaves nothing', async (t) => {
  const data = await dataFolder(t);
  const failure = { outcome: 'install-failed', reason: 'No.' } as const;
  assert.deepEqual(await packageFolder(data, wanted, 'a', async () => failure), { failure });
  assert.deepEqual(await readdir(join(data, 'packages/npm/@s')), []);
});

test('two installations at a time end in one complete folder', async (t) => {
  const data = await dataFolder(t);
  const answers = await Promise.all(['a', 'b', 'c'].map((content) => packageFolder(data, wanted, 'x', fill(content))));
  assert.equal(new Set(await Promise.all(answers.map(contentOf))).size, 1);
  assert.deepEqual(await readdir(join(data, 'packages/npm/@s')), ['server@1.0.0']);
});

test('a killed installation leaves nothing that counts as complete', async (t) => {
  const data = await dataFolder(t);
  const program = `
    import { writeFileSync } from 'node:fs';
    import { packageFolder } from ${JSON.stringify(new URL('./package-folder.ts', import.meta.url).href)};
    await packageFolder(${JSON.stringify(data)}, ${JSON.stringify(wanted)}, 'a', (folder) => {
      writeFileSync(folder + '/content', 'half');
      process.kill(process.pid, 'SIGKILL');
    });`;
  const killed = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program]);
  assert.equal(killed.signal, 'SIGKILL', String(killed.stderr));
  assert.equal(await contentOf(await packageFolder(data, wanted, 'a', fill('whole'))), 'whole');
});
