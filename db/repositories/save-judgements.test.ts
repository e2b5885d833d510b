import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failedCrawl, judgements, listedCrawl, listing, tool } from '../testing/crawl-results.ts';
import { forEachEngine } from '../testing/for-each-engine.ts';
import { readClassifications } from './read-classifications.ts';
import { readLatestListing } from './read-latest-listing.ts';
import { listServerIds, readStoredListing } from './read-stored-listing.ts';
import { recordCrawl } from './record-crawl.ts';
import { saveJudgements } from './save-judgements.ts';

const crawl = listedCrawl('example', [tool('b'), tool('a')], {
  listing: listing([tool('b'), tool('a')], {
    instructions: 'Be quick.',
    rejected: [{ name: 'c', reason: 'too deep' }],
  }),
});

forEachEngine((engine) => {
  test('the newest list is told apart from a newer failure and from a server that was never listed', async (t) => {
    const database = await engine.newDatabase(t);
    await recordCrawl(database, crawl, judgements(crawl));
    await recordCrawl(database, failedCrawl('example', { startedAt: '2026-02-01T00:00:00Z' }), []);
    await recordCrawl(database, failedCrawl('broken'), []);
    assert.deepEqual(await readLatestListing(database, 'npm:example'), {
      version: '1.0.0',
      outcome: 'listed',
      startedAt: '2026-01-01T00:00:00.000Z',
      protocolVersion: '2025-11-25',
      toolCount: 2,
      rejectedCount: 1,
    });
    assert.equal(await readLatestListing(database, 'npm:broken'), null);
    assert.equal(await readStoredListing(database, 'npm:broken'), null);
    assert.deepEqual(await listServerIds(database), ['npm:broken', 'npm:example']);
  });

  test('new judgements replace the current ones and leave the older ones readable by key', async (t) => {
    const database = await engine.newDatabase(t);
    const [old, renewed] = [judgements(crawl, '1'), judgements(crawl, '2')];
    await recordCrawl(database, crawl, old);
    const before = await readStoredListing(database, 'npm:example');
    assert.deepEqual(before?.tools, crawl.listing?.tools);
    assert.equal(before?.instructions, 'Be quick.');
    assert.deepEqual(before?.identity, crawl.server);

    assert.equal(await saveJudgements(database, 'npm:example', renewed, before?.crawlId), true);
    const after = await readStoredListing(database, 'npm:example');
    assert.deepEqual(
      after?.classifications,
      renewed.map((each) => each.classification),
    );
    assert.deepEqual(
      after?.keys,
      renewed.map((each) => each.key),
    );

    const keys = [...old, ...renewed].map((each) => each.key);
    const stored = await readClassifications(database, [...keys, ...keys, 'unknown\0']);
    assert.deepEqual([...stored.keys()].toSorted(), keys.toSorted());
    assert.deepEqual(stored.get(keys[0] ?? ''), old[0]?.classification);
  });

  test('judgements of a list that another crawl has replaced change nothing', async (t) => {
    const database = await engine.newDatabase(t);
    await recordCrawl(database, crawl, judgements(crawl));
    const before = await readStoredListing(database, 'npm:example');
    const newer = listedCrawl('example', [tool('x'), tool('y')], { startedAt: '2026-02-01T00:00:00Z' });
    await recordCrawl(database, newer, judgements(newer));
    assert.equal(await saveJudgements(database, 'npm:example', judgements(crawl, '2'), before?.crawlId), false);
    assert.equal(await saveJudgements(database, 'npm:unknown', judgements(crawl, '2')), false);
    assert.equal(await saveJudgements(database, 'npm:example', judgements(crawl, '2').slice(1)), false);
    const after = await readStoredListing(database, 'npm:example');
    assert.deepEqual(
      after?.keys,
      judgements(newer).map((each) => each.key),
    );
  });
});
