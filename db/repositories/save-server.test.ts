import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverIdentity } from '../../domain/server.ts';
import { readCatalogueServer } from '../read-catalogue.ts';
import { failedCrawl, judgements, listedCrawl, tool } from '../testing/crawl-results.ts';
import { forEachEngine } from '../testing/for-each-engine.ts';
import { recordCrawl } from './record-crawl.ts';

forEachEngine((engine) => {
  test('a server takes the name that its package writes when it is first listed, and keeps it', async (t) => {
    const database = await engine.newDatabase(t);
    const asAsked = serverIdentity('pypi', 'some_server');
    const asWritten = serverIdentity('pypi', 'Some.Server');
    const listed = listedCrawl('x', [tool('go')], { server: asWritten });

    await recordCrawl(database, failedCrawl('x', { server: asAsked }), []);
    assert.equal((await readCatalogueServer(database, asAsked.id))?.slug, 'some_server');

    await recordCrawl(database, listed, judgements(listed));
    await recordCrawl(database, failedCrawl('x', { server: asAsked }), []);
    const server = await readCatalogueServer(database, asAsked.id);
    assert.deepEqual([server?.identity, server?.slug], [asWritten, 'Some.Server']);
    assert.equal(await readCatalogueServer(database, 'pypi:other'), null);
  });
});
