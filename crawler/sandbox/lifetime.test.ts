import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { needProgram } from '../../domain/testing/need-program.ts';
import type { ListingAttempt } from '../list-tools.ts';
import { fixtureRequest } from '../testing/fixture-request.ts';
import { livingProcesses, noneLiving } from '../testing/living-processes.ts';
import { needSandbox } from '../testing/need-sandbox.ts';

const listOnce = fileURLToPath(new URL('../testing/list-once.ts', import.meta.url));

for (const driver of ['bubblewrap', 'unshare'] as const) {
  suite(`Under ${driver}`, { concurrency: 2 }, () => {
    test('a server ends when the process that crawls it is killed.', { timeout: 60_000 }, async (t) => {
      if (!(await needSandbox(t, driver))) return;
      const marker = `assay-marker-${process.pid}-${driver}-orphan`;
      const crawler = spawn(process.execPath, [listOnce, driver, 'hangs.mjs', marker], { stdio: 'ignore' });
      while (livingProcesses(marker, '/opt/node').length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      crawler.kill('SIGKILL');
      await noneLiving(marker, 5000);
    });

    test('an ordinary user can list a server.', async (t) => {
      if (!(await needSandbox(t, driver))) return;
      if (process.getuid?.() !== 0) return t.skip('Already run as an ordinary user.');
      const setpriv = needProgram(t, ['setpriv'], 'apt-get install util-linux');
      if (!setpriv) return;
      const asNobody = [
        '--reuid=65534',
        '--regid=65534',
        '--clear-groups',
        process.execPath,
        listOnce,
        driver,
        'good-2025.mjs',
      ];
      const child = spawn(setpriv, asNobody, { env: { PATH: process.env.PATH }, stdio: ['ignore', 'pipe', 'inherit'] });
      const attempt = JSON.parse(await text(child.stdout)) as ListingAttempt;
      assert.deepEqual(
        attempt.listing?.tools.map(({ name }) => name),
        ['look', 'drop'],
        attempt.reason,
      );
    });

    test('stopping twice, and a server that is only just starting, is safe.', async (t) => {
      const sandbox = await needSandbox(t, driver);
      if (!sandbox) return;
      const marker = `assay-marker-${process.pid}-${driver}-early`;
      const started = await sandbox.start(fixtureRequest('hangs.mjs', { arguments: [marker] }));
      await Promise.all([started.kill(), started.stop(), started.kill()]);
      assert.equal((await started.ended).limit, null);
      assert.deepEqual(livingProcesses(marker), []);
    });

    test('a program that does not exist ends with a status, not an exception.', async (t) => {
      const sandbox = await needSandbox(t, driver);
      if (!sandbox) return;
      const started = await sandbox.start({ ...fixtureRequest('hangs.mjs'), command: '/app/nothing' });
      started.stdin.end();
      const [complaint, { code }] = await Promise.all([text(started.stderr), started.ended]);
      assert.equal(code, 127);
      assert.match(complaint, /\/app\/nothing/);
    });
  });
}

test('Without a sandbox the server runs in an empty home that is removed, and its tree still ends.', async (t) => {
  const sandbox = await needSandbox(t, 'none');
  if (!sandbox) return;
  const marker = `assay-marker-${process.pid}-none`;
  const request = fixtureRequest('ignores-signals.mjs', { arguments: [marker] });
  const started = await sandbox.start({ ...request, homeFiles: { 'a/b': 'c' } });
  started.stdout.resume();
  await Promise.all([started.kill(), once(started.stdout, 'close')]);
  assert.deepEqual(livingProcesses(marker), []);
});
