import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { needProgram } from '../../domain/testing/need-program.ts';
import { findPythonTools, type Python, readPython } from '../install/find-python.ts';
import { smallLimits } from '../testing/fixture-request.ts';
import { needAnySandbox } from '../testing/need-any-sandbox.ts';
import { climbLadder } from './ladder.ts';
import { launchPypi } from './launch-pypi.ts';

const server = fileURLToPath(new URL('../testing/launch-servers/tiny_server.py', import.meta.url));
const context = { environment: process.env, timeoutMs: 20_000 };

/** A folder as an installer of wheels leaves it, with a `.pth` file that acts whenever its folder becomes a site. */
async function install(t: TestContext, entryPoints: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wheels-'));
  t.after(() => rm(folder, { recursive: true }));
  await copyFile(server, join(folder, 'tiny_server.py'));
  await writeFile(
    join(folder, 'acts.pth'),
    "import os; os.environ['PTH_ACTED'] = 'yes'; open('/tmp/acted', 'w').close()\n",
  );
  await mkdir(join(folder, 'Tiny.Server-1.0.0.dist-info'));
  await writeFile(join(folder, 'Tiny.Server-1.0.0.dist-info/entry_points.txt'), entryPoints);
  await writeFile(join(folder, 'Tiny.Server-1.0.0.dist-info/METADATA'), 'Name: Tiny.Server\nSummary: Tiny.\n');
  return folder;
}

async function list(t: TestContext, python: Python, entryPoints: string) {
  const sandbox = await needAnySandbox(t);
  if (!sandbox) return null;
  const launchable = await launchPypi(await install(t, entryPoints), 'tiny-server', python);
  assert.ok(!('failure' in launchable));
  assert.equal(launchable.facts.description, 'Tiny.');
  assert.equal(launchable.name, 'Tiny.Server');
  return climbLadder(launchable, { sandbox, limits: smallLimits, seed: 'seed' });
}

for (const command of ['/usr/bin/python3', 'python3']) {
  test(`a console script runs under ${command}, and .pth files act inside the sandbox alone`, async (t) => {
    if (!needProgram(t, ['python3'], 'apt-get install python3')) return;
    const python = await readPython(command, tmpdir(), context);
    if (!python) return t.skip(`SKIP: ${command} is not here; install python3`);
    const result = await list(t, python, '[console_scripts]\ntiny = tiny_server:main\n');
    if (!result) return;
    assert.equal(result.outcome, 'listed', `${result.reason} ${result.stderrTail}`);
    const seen = JSON.parse(String(result.listing?.tools[0]?.description));
    assert.equal(seen.environment.PTH_ACTED, 'yes');
    assert.deepEqual(seen.arguments, ['/opt/package/bin/tiny']);
    assert.ok(seen.paths.includes('/opt/package'));
    assert.doesNotMatch(JSON.stringify(seen), /site-packages|dist-packages/);
    if (python.prefix !== '/usr') assert.ok(!JSON.stringify(seen).includes(python.prefix));
    assert.ok(!(await readdir(tmpdir())).includes('acted'));
  });
}

test('a package without a program or a main module is broken', async (t) => {
  const [python] = (await findPythonTools(tmpdir(), context)).pythons;
  if (!python) return t.skip('SKIP: no Python with pip or uv; install python3-pip');
  const launchable = await launchPypi(await install(t, '[console_scripts]\nx = os;import:y'), 'tiny-server', python);
  assert.ok('failure' in launchable && launchable.failure.outcome === 'broken');
});
