import assert from 'node:assert/strict';
import { access, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { needProgram } from '../../domain/testing/need-program.ts';
import { needRegistry } from '../testing/need-registry.ts';
import { fillFolder, installNpm } from './install-npm.ts';
import { readRegistryRecord } from './registry-record.ts';
import { runClient } from './run-client.ts';

const context = { environment: process.env, timeoutMs: 60_000 };

async function folderFor(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'install-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

async function writePackage(folder: string, manifest: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ version: '1.0.0', ...manifest }));
}

/** A git repository whose package names another `git` in its .npmrc and acts in every script. */
async function writeHostileRepository(root: string): Promise<string> {
  const repository = join(root, 'evil');
  const act = `touch ${join(root, 'acted')}`;
  await writePackage(repository, {
    name: 'evil',
    scripts: { prepare: act, install: act, preinstall: act, prepack: act },
  });
  await writeFile(join(root, 'git'), `#!/bin/sh\n${act}\n`);
  await chmod(join(root, 'git'), 0o755);
  await writeFile(join(repository, '.npmrc'), `git=${join(root, 'git')}\nignore-scripts=false\nallow-git=all\n`);
  const git = ['-c', 'user.name=x', '-c', 'user.email=x@example.com'];
  for (const parameters of [
    ['init', '-q'],
    ['add', '.'],
    [...git, 'commit', '-qm', 'x'],
  ]) {
    const answer = await runClient({ ...context, command: 'git', arguments: parameters, folder: repository });
    assert.equal(answer.code, 0, answer.stderr);
  }
  return `git+file://${repository}`;
}

const outside: Array<[string, (root: string) => Promise<string>, string[]]> = [
  ['a git repository', writeHostileRepository, []],
  ['a git repository, for an npm that knows no --allow-git', writeHostileRepository, ['--allow-git=all']],
  ['a URL', async () => 'https://example.com/evil-1.0.0.tgz', []],
  [
    'a folder',
    async (root) => {
      const act = `touch ${join(root, 'acted')}`;
      await writePackage(join(root, 'evil'), { name: 'evil', scripts: { install: act, prepare: act } });
      return `file:${join(root, 'evil')}`;
    },
    [],
  ],
];

for (const [title, writeDependency, flags] of outside) {
  test(`a dependency from ${title} is refused, and nothing of it runs`, async (t) => {
    if (!needProgram(t, ['git'], 'apt-get install git')) return;
    const root = await folderFor(t);
    const evil = await writeDependency(root);
    await writePackage(join(root, 'server'), { name: 'server', dependencies: { evil } });
    const folder = join(root, 'installed');
    await mkdir(folder);
    const local = ['--allow-directory=all', '--install-links', ...flags];
    const failure = await fillFolder(folder, join(root, 'server'), 'server', context, local);
    assert.equal(failure?.outcome, 'refused', failure?.reason);
    await assert.rejects(access(join(root, 'acted')));
    await assert.rejects(access(join(folder, 'node_modules/evil')));
  });
}

test('a package of the registry is installed once, without its scripts', async (t) => {
  if (!(await needRegistry(t))) return;
  const data = await folderFor(t);
  const installed = await installNpm(data, 'is-number', '7.0.0', context);
  assert.ok('folder' in installed);
  assert.match(await readFile(join(installed.folder, 'node_modules/is-number/package.json'), 'utf8'), /"7\.0\.0"/);
  const offline = { ...context, environment: { PATH: '' } };
  assert.deepEqual(await installNpm(data, 'is-number', '7.0.0', offline), installed);
});

test('a version that the registry lacks is not found, and an aborted installation is interrupted', async (t) => {
  if (!(await needRegistry(t))) return;
  const data = await folderFor(t);
  const gone = await installNpm(data, 'is-number', '77.0.0', context);
  assert.ok('failure' in gone && gone.failure.outcome === 'not-found');
  const aborted = await installNpm(data, 'is-number', '6.0.0', { ...context, signal: AbortSignal.abort() });
  assert.ok('failure' in aborted && aborted.failure.outcome === 'interrupted');
});

test('a package that brings its dependencies along is installed', async (t) => {
  if (!(await needRegistry(t))) return;
  const installed = await installNpm(await folderFor(t), '@apexdevtools/apex-parser', '5.1.0', context);
  assert.ok('folder' in installed, JSON.stringify(installed));
});

test('dependencies of an earlier day are installed beside those of today', async (t) => {
  if (!(await needRegistry(t))) return;
  const data = await folderFor(t);
  const today = await installNpm(data, 'is-odd', '3.0.1', context);
  const { published } = await readRegistryRecord(data, 'is-odd', '3.0.1', context);
  assert.ok(published, 'the registry does not say when it was published');
  const then = await installNpm(data, 'is-odd', '3.0.1', context, new Date(published.getTime() + 3_600_000));
  assert.ok('folder' in today && 'folder' in then, JSON.stringify(then));
  assert.notEqual(today.folder, then.folder);
});
