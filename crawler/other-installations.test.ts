import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { installPypi } from './install/install-pypi.ts';
import { climbLadder } from './launch/ladder.ts';
import { inside, type Launchable } from './launch/launchable.ts';
import { defaultLimits } from './limits.ts';
import { otherInstallations } from './other-installations.ts';
import { unknownFacts } from './sources/source.ts';
import { smallLimits } from './testing/fixture-request.ts';
import { needAnySandbox } from './testing/need-any-sandbox.ts';
import { needRegistry } from './testing/need-registry.ts';
import { openWheelIndex } from './testing/wheel-index.ts';

const node = `${inside.node}/bin/node`;
const first: Launchable = {
  command: node,
  arguments: [`${inside.package}/launch-servers/wants-node-20.mjs`],
  environment: {},
  mounts: [
    { source: fileURLToPath(new URL('./testing', import.meta.url)), target: inside.package },
    { source: realpathSync(process.execPath), target: node },
  ],
  runtime: `Node ${process.versions.node}`,
  facts: unknownFacts,
  name: 'fixture',
  program: 'fixture',
  readme: '',
  engines: '>=20 <21',
};

test('a server that its engines keep from our Node is listed under the one that they ask for', async (t) => {
  const sandbox = await needAnySandbox(t);
  if (!sandbox || !(await needRegistry(t))) return;
  const dataDir = await mkdtemp(join(tmpdir(), 'other-'));
  t.after(() => rm(dataDir, { recursive: true }));
  const options = {
    dataDir,
    environment: process.env,
    limits: defaultLimits,
    allowLocal: false,
    allowNoSandbox: false,
  };
  const ladder = { sandbox, limits: smallLimits, seed: 'seed' };
  const usual = await climbLadder(first, ladder);
  assert.equal(usual.outcome, 'broken');
  const others = await Array.fromAsync(
    otherInstallations({ source: 'npm', name: 'fixture', version: '1.0.0' }, { ...usual, first }, options),
  );
  assert.deepEqual(
    others.map(({ rung }) => rung),
    ['other-node'],
  );
  const [other] = others;
  assert.ok(other && !('failure' in other.launchable));
  assert.match(other.launchable.runtime, /^Node 20\.\S+ \(not Node 24/);
  assert.equal((await climbLadder(other.launchable, ladder)).outcome, 'listed');
});

const sdks: Array<[string, string[], string[]]> = [
  ['under version 1 of the SDK where it got version 2', ['1.27.0', '2.3.0'], ['earlier-sdk']],
  ['nowhere else where it had version 1', ['1.27.0'], []],
];

for (const [title, versions, rungs] of sdks) {
  test(`a Python server that does not start is tried ${title}`, async (t) => {
    const index = await openWheelIndex(t);
    if (!index) return;
    for (const version of versions) await index.add('mcp', version);
    await index.add('tiny_server', '1.0.0', ['Requires-Dist: mcp'], { 'tiny_server/__main__.py': '' });
    const installed = await installPypi(index.root, 'tiny-server', '1.0.0', index.tools, index.context);
    assert.ok('folder' in installed);
    const { environment } = index.context;
    const options = {
      dataDir: index.root,
      environment,
      limits: defaultLimits,
      allowLocal: false,
      allowNoSandbox: false,
    };
    const tiny = { source: 'pypi', name: 'tiny-server', version: '1.0.0' } as const;
    const others = await Array.fromAsync(otherInstallations(tiny, { outcome: 'broken', first }, options));
    assert.deepEqual(
      others.map(({ rung }) => rung),
      rungs,
    );
    for (const { launchable } of others) {
      assert.ok(!('failure' in launchable));
      const [{ source } = { source: '' }] = launchable.mounts;
      assert.ok((await readdir(source)).includes('mcp-1.27.0.dist-info'));
    }
  });
}
