import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { LocalFaultError, UsageError } from '../domain/errors.ts';
import { openDatabase } from './open-database.ts';
import { readCatalogue } from './read-catalogue.ts';
import { forEachEngine } from './testing/for-each-engine.ts';
import { startProgram } from './testing/start-program.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

for (const url of ['', 'mysql://host/x', 'pglite:', 'pglite://x', './folder', 'postgres://:bad:port']) {
  test(`the URL ${JSON.stringify(url)} is a usage error that names what is expected`, async () => {
    await assert.rejects(openDatabase(url), (error) => error instanceof UsageError && /pglite:/.test(error.message));
  });
}

test('a server that does not answer is a local fault without the password', async () => {
  await assert.rejects(openDatabase('postgres://me:secret@127.0.0.1:1/assay'), (error: Error) => {
    assert.ok(error instanceof LocalFaultError);
    assert.match(error.message, /127\.0\.0\.1:1\/assay cannot be opened.*ECONNREFUSED/);
    assert.doesNotMatch(error.message, /secret/);
    return true;
  });
});

test('a folder that cannot be made is a local fault that names it', async (t) => {
  const file = join(newFolder(t), 'file');
  writeFileSync(file, '');
  for (const folder of [`${file}/below`, '/proc/assay']) {
    await assert.rejects(openDatabase(`pglite:${folder}`), (error: Error) => {
      return error instanceof LocalFaultError && error.message.includes(folder);
    });
  }
});

test('a folder that another process writes to is refused, then free when that process is killed', async (t) => {
  const url = `pglite:${join(newFolder(t), 'database')}`;
  const writer = startProgram('write-crawls.ts', [url, 'first']);
  await writer.nextLine();
  await assert.rejects(openDatabase(url), new RegExp(`in use by process ${writer.child.pid}, since .*--wait`));
  const waiting = openDatabase(url, { wait: true, onWait: () => writer.child.kill('SIGKILL') });
  await (await waiting).close();
});

test('what was acknowledged before a kill is there afterwards, and no server is half there', async (t) => {
  const url = `pglite:${join(newFolder(t), 'database')}`;
  const acknowledged: string[] = [];
  for (const [round, crawls] of [1, 4, 9].entries()) {
    const writer = startProgram('write-crawls.ts', [url, `round-${round}`]);
    for (let at = 0; at < crawls; at++) acknowledged.push(await writer.nextLine());
    writer.child.kill('SIGKILL');
    acknowledged.push(...(await writer.remainingLines()));
    const database = await openDatabase(url);
    const servers = await Array.fromAsync(readCatalogue(database));
    await database.close();
    const names = new Set(servers.map((server) => server.identity.name));
    assert.deepEqual(
      acknowledged.filter((name) => !names.has(name)),
      [],
    );
    for (const server of servers) assert.equal(server.tools.length, 20, server.identity.name);
  }
});

forEachEngine((engine) => {
  test('opening again changes nothing', async () => {
    const url = await engine.newUrl();
    const migrations = async () => {
      const database = await openDatabase(url);
      const rows = await database.orm.select({ count: sql<string>`count(*)` }).from(sql`drizzle.__drizzle_migrations`);
      await database.close();
      return Number(rows[0]?.count);
    };
    const first = await migrations();
    assert.ok(first > 0);
    assert.equal(await migrations(), first);
  });

  test('a database of a newer Assay is refused', async () => {
    const url = await engine.newUrl();
    const database = await openDatabase(url);
    await database.orm.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9e15)`);
    await database.close();
    await assert.rejects(openDatabase(url), /newer Assay/);
  });

  if (engine.name !== 'PostgreSQL') return;

  test('several that open an empty database at once all find its tables', async (t) => {
    const url = await engine.newUrl();
    const first = await openDatabase(url);
    await first.orm.execute(sql`drop schema public, drizzle cascade`);
    await first.orm.execute(sql`create schema public`);
    await first.close();
    for (const database of await Promise.all([url, url, url, url].map((each) => openDatabase(each)))) {
      t.after(() => database.close());
      assert.deepEqual(await Array.fromAsync(readCatalogue(database)), []);
    }
  });

  test('a user who may only read can open and read an up-to-date database', async (t) => {
    const url = await engine.newUrl();
    const owner = await openDatabase(url);
    t.after(async () => {
      await owner.orm.execute(sql`drop owned by assay_reader`);
      await owner.orm.execute(sql`drop role assay_reader`);
      await owner.close();
    });
    await owner.orm.execute(sql`create role assay_reader login password 'secret'`);
    await owner.orm.execute(sql`grant usage on schema public, drizzle to assay_reader`);
    await owner.orm.execute(sql`grant select on all tables in schema public, drizzle to assay_reader`);
    const reader = await openDatabase(
      Object.assign(new URL(url), { username: 'assay_reader', password: 'secret' }).href,
    );
    assert.deepEqual(await Array.fromAsync(readCatalogue(reader)), []);
    assert.doesNotMatch(reader.description, /secret/);
    await reader.close();
  });

  for (const [title, change, advice] of [
    [
      'a database that does not exist',
      { pathname: '/assay_absent' },
      /assay_absent.*does not exist.*Create that database/,
    ],
    ['a user who does not exist', { username: 'assay_nobody' }, /cannot be opened: .*assay_nobody.*Check the user/],
  ] as const) {
    test(`${title} is a local fault that says what to do`, async () => {
      const url = new URL(await engine.newUrl());
      Object.assign(url, change);
      await assert.rejects(
        openDatabase(url.href),
        (error: Error) => error instanceof LocalFaultError && advice.test(error.message),
      );
    });
  }
});

function newFolder(test: TestContext): string {
  const folder = temporaryFolder();
  test.after(folder.remove);
  return folder.path;
}
