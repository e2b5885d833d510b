import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { LocalFaultError } from '../domain/errors.ts';
import { lockFolder } from './folder-lock.ts';
import { ownProcess, type ProcessIdentity } from './process-identity.ts';
import { startProgram } from './testing/start-program.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const own = ownProcess();
const lastPid = 4_194_304;

const stale: Record<string, Partial<ProcessIdentity>> = {
  'a pid that no process has': { pid: lastPid },
  'a pid that another process has now': { startTime: '1' },
  'another boot': { bootId: 'another' },
};

const held: Record<string, Partial<ProcessIdentity>> = {
  'a living process': {},
  'another host, though no process here has its pid': { host: 'elsewhere', pid: lastPid },
  'another pid namespace, though no process here has its pid': { pidNamespace: 'pid:[1]', pid: lastPid },
};

for (const [title, changes] of Object.entries(stale)) {
  test(`a lock of ${title} is taken over`, async (t) => {
    const folder = newFolder(t);
    plant(folder, { ...own, ...changes });
    const unlock = await lockFolder(folder);
    await assert.rejects(lockFolder(folder), LocalFaultError);
    unlock();
    assert.deepEqual(readdirSync(folder), []);
  });
}

for (const [title, changes] of Object.entries(held)) {
  test(`a lock of ${title} is refused`, async (t) => {
    const folder = newFolder(t);
    const holder = { ...own, ...changes };
    plant(folder, holder);
    const named = new RegExp(`process ${holder.pid}.* since 2026-01-01`);
    await assert.rejects(
      lockFolder(folder),
      (error: Error) => error instanceof LocalFaultError && named.test(error.message),
    );
    assert.deepEqual(readdirSync(folder), ['lock']);
  });
}

test('a refusal names the other host and the file to delete', async (t) => {
  const folder = newFolder(t);
  plant(folder, { ...own, host: 'elsewhere' });
  await assert.rejects(lockFolder(folder), new RegExp(`on elsewhere.*delete ${join(folder, 'lock')}`));
});

for (const content of ['', '{"pid":', 'null', '\0\0\0']) {
  test(`a lock file that holds ${JSON.stringify(content)} is taken over`, async (t) => {
    const folder = newFolder(t);
    writeFileSync(join(folder, 'lock'), content);
    (await lockFolder(folder))();
    assert.deepEqual(readdirSync(folder), []);
  });
}

test('a process that died while it cleared a dead lock away is cleared away too', async (t) => {
  const folder = newFolder(t);
  plant(folder, { ...own, pid: lastPid });
  plant(folder, { ...own, pid: lastPid }, `lock.${nonce}`, 'ff');
  (await lockFolder(folder))();
  assert.deepEqual(readdirSync(folder), []);
});

test('who waits is told once who holds the lock and has it when it is free', async (t) => {
  const folder = newFolder(t);
  const unlock = await lockFolder(folder);
  const told: string[] = [];
  const waiting = lockFolder(folder, { wait: true, onWait: (holder) => told.push(holder) });
  unlock();
  (await waiting)();
  assert.equal(told.length, 1);
  assert.match(told[0] ?? '', new RegExp(`process ${process.pid}, since`));
});

test('waiting ends with the signal and leaves nothing behind', async (t) => {
  const folder = newFolder(t);
  const unlock = await lockFolder(folder);
  const controller = new AbortController();
  const waiting = lockFolder(folder, { wait: true, signal: controller.signal, onWait: () => controller.abort() });
  await assert.rejects(waiting, { name: 'AbortError' });
  unlock();
  assert.deepEqual(readdirSync(folder), []);
});

test('of several processes that find one dead lock exactly one takes it', async (t) => {
  const folder = newFolder(t);
  plant(folder, { ...own, pid: lastPid });
  const takers = Array.from({ length: 6 }, () => startProgram('take-lock.ts', [folder]));
  for (const { child } of takers) child.stdin?.write('go\n');
  const answers = await Promise.all(takers.map((taker) => taker.nextLine()));
  assert.deepEqual(
    answers.filter((answer) => answer === 'taken'),
    ['taken'],
  );
  const winner = takers[answers.indexOf('taken')];
  assert.equal(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')).pid, winner?.child.pid);
  await Promise.all(takers.map((taker) => taker.finish()));
});

const nonce = '0123456789abcdef';

function plant(folder: string, holder: ProcessIdentity, name = 'lock', as = nonce): void {
  writeFileSync(join(folder, name), JSON.stringify({ ...holder, nonce: as, since: '2026-01-01T00:00:00.000Z' }));
}

function newFolder(test: TestContext): string {
  const folder = temporaryFolder();
  test.after(folder.remove);
  const path = join(folder.path, 'database');
  mkdirSync(path);
  return path;
}
