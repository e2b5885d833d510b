import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LocalFaultError, UsageError } from '../../domain/errors.ts';
import { fixtureRequest } from '../testing/fixture-request.ts';
import { computeMinimalRoot } from './minimal-root.ts';

const request = fixtureRequest('hangs.mjs');
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'assay-test-'));
test.after(() => rmSync(folder, { recursive: true }));

const refused = {
  'the root': { mounts: [{ source: '/', target: '/app' }] },
  'the home of the user': { mounts: [{ source: homedir(), target: '/app' }] },
  '/etc': { mounts: [{ source: '/etc', target: '/app' }] },
  'a target that is the root': { mounts: [{ source: folder, target: '/' }] },
  'a target over /usr': { mounts: [{ source: folder, target: '/usr/local' }] },
  'a target that is not absolute': { mounts: [{ source: folder, target: 'app' }] },
  'a target with dots': { mounts: [{ source: folder, target: '/app/../usr' }] },
  'a home file above the home': { homeFiles: { '../x': '' } },
  'a home file with an absolute path': { homeFiles: { '/etc/passwd': '' } },
  'a home file without a name': { homeFiles: { '': '' } },
  'a home file that is a folder': { homeFiles: { 'a/': '' } },
  'a variable whose name is a command': { environment: { 'x;id': '' } },
  'a variable with NUL in its value': { environment: { X: 'a\0b' } },
};

for (const [what, part] of Object.entries(refused)) {
  test(`A minimal root does not hold ${what}.`, () => {
    assert.throws(() => computeMinimalRoot({ ...request, ...part }, 0), UsageError);
  });
}

test('A mount whose source does not exist is a local fault.', () => {
  const mounts = [{ source: join(folder, 'nothing'), target: '/app' }];
  assert.throws(() => computeMinimalRoot({ ...request, mounts }, 0), LocalFaultError);
});

test('Mounts come after those that hold them, whatever their order.', () => {
  const mounts = ['/app/node_modules', '/app'].map((target) => ({ source: folder, target }));
  const targets = computeMinimalRoot({ ...request, mounts }, 0).mounts.map(({ target }) => target);
  assert.deepEqual(targets.slice(-2), ['/app', '/app/node_modules']);
});
