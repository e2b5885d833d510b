import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { needProgram } from '../../domain/testing/need-program.ts';
import { startNpmRegistry } from '../testing/npm-registry.ts';
import { findPythonTools } from './find-python.ts';
import { installNpm } from './install-npm.ts';
import { installPypi } from './install-pypi.ts';
import type { ClientContext } from './npm-client.ts';
import { readReleaseFacts } from './release-facts.ts';
import { runClient } from './run-client.ts';

interface World {
  root: string;
  /** With a home, a cache and a temporary folder of their own below `root`. */
  context: ClientContext;
  /** All that lies below `root` but in the cache and the folders named. */
  filesOutside(...folders: string[]): Promise<string[]>;
}

async function openWorld(t: TestContext): Promise<World> {
  const root = await mkdtemp(join(tmpdir(), 'world-'));
  t.after(() => rm(root, { recursive: true }));
  for (const name of ['home', 'cache', 'tmp']) await mkdir(join(root, name));
  const environment = {
    PATH: process.env.PATH,
    npm_execpath: process.env.npm_execpath,
    HOME: join(root, 'home'),
    TMPDIR: join(root, 'tmp'),
    npm_config_cache: join(root, 'cache'),
    NODE_DISABLE_COMPILE_CACHE: '1',
    PIP_CACHE_DIR: join(root, 'cache'),
    PIP_FIND_LINKS: join(root, 'index'),
    PIP_NO_INDEX: '1',
  };
  const filesOutside = async (...folders: string[]) => {
    const all = await readdir(root, { recursive: true });
    return all.filter((path) => !['cache', ...folders].some((each) => path.startsWith(`${each}/`))).sort();
  };
  return { root, context: { environment, timeoutMs: 60_000 }, filesOutside };
}

async function writePackage(folder: string, manifest: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ version: '1.0.0', ...manifest }));
}

const everyScript = (act: string) =>
  Object.fromEntries(
    ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish', 'prepack', 'postpack', 'dependencies'].map(
      (name) => [name, act],
    ),
  );

/** Installs `server` from a registry that offers these packages of the world. */
async function install(t: TestContext, { root, context }: World, packages: string[]) {
  const registry = await startNpmRegistry(packages.map((name) => join(root, name)));
  t.after(registry.close);
  const environment = { ...context.environment, npm_config_registry: registry.url };
  return installNpm(root, 'server', '1.0.0', { ...context, environment });
}

test('an npm package with scripts for every moment is installed in its folder, and none of them runs', async (t) => {
  const world = await openWorld(t);
  const { root, filesOutside } = world;
  const act = `touch ${join(root, 'acted')}`;
  await writePackage(join(root, 'part'), { name: 'part', scripts: everyScript(act) });
  await writePackage(join(root, 'server'), {
    name: 'server',
    scripts: everyScript(act),
    dependencies: { part: '1.0.0' },
    bin: { '../../climbs': './package.json', server: '../../../home/climbed' },
    directories: { bin: '../..' },
  });
  await writeFile(join(root, 'server/binding.gyp'), '{}');
  await writeFile(join(root, 'server/.npmrc'), 'ignore-scripts=false\n');
  await symlink('/etc/passwd', join(root, 'server/climbs'));
  const before = await filesOutside('packages');
  const installed = await install(t, world, ['part', 'server']);
  assert.ok('folder' in installed, JSON.stringify(installed));
  assert.ok((await readdir(join(installed.folder, 'node_modules'))).includes('part'));
  assert.ok(!(await readdir(join(installed.folder, 'node_modules/server'))).includes('climbs'));
  assert.deepEqual(withoutArchives(await filesOutside('packages')), before);
  assert.deepEqual((await readReleaseFacts(installed.folder))?.installScripts, ['part', 'server']);
});

test('a git repository below a dependency is refused, and neither it nor its settings act', async (t) => {
  if (!needProgram(t, ['git'], 'apt-get install git')) return;
  const world = await openWorld(t);
  const { root, context, filesOutside } = world;
  const act = `touch ${join(root, 'acted')}`;
  const evil = join(root, 'evil');
  await writePackage(evil, { name: 'evil', scripts: everyScript(act) });
  await writeFile(join(evil, '.npmrc'), `git=${join(root, 'git')}\nignore-scripts=false\nallow-git=all\n`);
  await writeFile(join(root, 'git'), `#!/bin/sh\n${act}\n`, { mode: 0o755 });
  const identity = ['-c', 'user.name=x', '-c', 'user.email=x@example.com'];
  for (const parameters of [
    ['init', '-q'],
    ['add', '.'],
    [...identity, 'commit', '-qm', 'x'],
  ]) {
    const request = { ...context, command: 'git', arguments: parameters, folder: evil };
    assert.equal((await runClient({ ...request, environment: process.env })).code, 0);
  }
  await writePackage(join(root, 'part'), { name: 'part', dependencies: { evil: `git+file://${evil}` } });
  await writePackage(join(root, 'server'), { name: 'server', dependencies: { part: '1.0.0' } });
  const before = await filesOutside('packages');
  const installed = await install(t, world, ['part', 'server']);
  assert.ok('failure' in installed);
  assert.equal(installed.failure.outcome, 'refused', installed.failure.reason);
  assert.match(installed.failure.reason, /evil|git/);
  assert.deepEqual(withoutArchives(await filesOutside('packages')), before);
});

/** What the test's own registry made. */
function withoutArchives(paths: string[]): string[] {
  return paths.filter((path) => path !== 'packages' && !path.endsWith('.tgz'));
}

const writer = fileURLToPath(new URL('../testing/write-wheel.py', import.meta.url));
const acts = (root: string) => `import os; open(${JSON.stringify(join(root, 'acted'))}, 'w').close()\n`;

const wheels: Array<[string, (root: string) => Record<string, string>, 'installed' | 'refused']> = [
  ['acts at every start', (root) => ({ 'x.pth': acts(root), 'sitecustomize.py': acts(root) }), 'installed'],
  ['puts files into folders of data', () => ({ 'tiny_server-1.0.0.data/data/etc/x': 'x' }), 'installed'],
  ['climbs out of its folder', () => ({ '../../../home/climbed.py': 'x' }), 'refused'],
];

for (const [what, files, ending] of wheels) {
  test(`a wheel that ${what} is ${ending}, and nothing of it lands or runs outside`, async (t) => {
    const { root, context, filesOutside } = await openWorld(t);
    const tools = { ...(await findPythonTools(root, context)), hasUv: false };
    const python = tools.pythons.find((each) => each.hasPip);
    if (!python) return t.skip('SKIP: no Python with pip; install it with: apt-get install python3-pip');
    await mkdir(join(root, 'index'));
    const content = JSON.stringify({ files: files(root), metadata: [] });
    const parameters = [writer, join(root, 'index'), 'tiny_server', '1.0.0', content];
    const answer = await runClient({ ...context, command: python.command, arguments: parameters, folder: root });
    assert.equal(answer.code, 0, answer.stderr);
    const before = await filesOutside('packages');
    const data = { ...tools, pythons: [python] };
    const installed = await installPypi(root, 'tiny-server', '1.0.0', data, context);
    assert.equal('folder' in installed ? 'installed' : 'refused', ending, JSON.stringify(installed));
    const after = await filesOutside('packages');
    assert.deepEqual(
      after.filter((path) => path !== 'packages'),
      before,
    );
  });
}
