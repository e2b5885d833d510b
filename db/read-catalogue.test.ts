import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCatalogue } from './read-catalogue.ts';
import { recordCrawl } from './repositories/record-crawl.ts';
import { failedCrawl, judgements, listedCrawl, tool } from './testing/crawl-results.ts';
import { forEachEngine } from './testing/for-each-engine.ts';

forEachEngine((engine) => {
  test('every server of several batches comes once, in the order of ids', async (t) => {
    const database = await engine.newDatabase(t);
    for (let at = 0; at < 101; at++) await recordCrawl(database, failedCrawl(`server-${1000 + at}`), []);
    const names = (await Array.fromAsync(readCatalogue(database))).map((server) => server.identity.name);
    assert.deepEqual(
      names,
      Array.from({ length: 101 }, (_, at) => `server-${1000 + at}`),
    );
  });

  test('what is written while the catalogue is read does not show in it', async (t) => {
    const database = await engine.newDatabase(t);
    for (let at = 0; at < 51; at++) await recordCrawl(database, failedCrawl(`server-${1000 + at}`), []);
    const late = listedCrawl('server-1050', [tool('late')], { startedAt: '2026-02-01T00:00:00Z' });
    const reading = readCatalogue(database);
    const seen = [(await reading.next()).value];
    const written = recordCrawl(database, late, judgements(late));
    if (database.engine === 'postgres') await written;
    for await (const server of reading) seen.push(server);
    await written;
    assert.deepEqual(seen.at(-1)?.tools, []);
    const after = await Array.fromAsync(readCatalogue(database));
    assert.equal(after.at(-1)?.tools[0]?.name, 'late');
  });

  test('a reader that stops early lets go of the database', async (t) => {
    const database = await engine.newDatabase(t);
    for (let at = 0; at < 101; at++) await recordCrawl(database, failedCrawl(`server-${1000 + at}`), []);
    for await (const server of readCatalogue(database)) {
      assert.equal(server.identity.name, 'server-1000');
      break;
    }
    await recordCrawl(database, failedCrawl('after'), []);
    assert.equal((await Array.fromAsync(readCatalogue(database))).length, 102);
  });

  test('a reader of a closed database gets the error', async (t) => {
    const database = await engine.newDatabase(t);
    await database.close();
    await assert.rejects(Array.fromAsync(readCatalogue(database)));
  });
});
