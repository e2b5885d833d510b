import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failedCrawl, judgements, listedCrawl, tool } from '../testing/crawl-results.ts';
import { forEachEngine } from '../testing/for-each-engine.ts';
import { readFailedReferences } from './read-failed-references.ts';
import { recordCrawl } from './record-crawl.ts';

forEachEngine((engine) => {
  test('a reference has failed where its newest crawl listed nothing, whatever came before', async (t) => {
    const database = await engine.newDatabase(t);
    const later = { startedAt: '2026-01-02T00:00:00.000Z' };
    const crawls = [
      failedCrawl('repaired'),
      listedCrawl('repaired', [tool('x')], later),
      listedCrawl('spoilt', [tool('x')]),
      failedCrawl('spoilt', later),
      listedCrawl('partly', [tool('x')], { outcome: 'listed-partly' }),
      failedCrawl('unknown', { server: null, outcome: 'not-found' }),
    ];
    for (const crawl of crawls) await recordCrawl(database, crawl, judgements(crawl));
    assert.deepEqual(await readFailedReferences(database), ['npm:spoilt', 'npm:unknown']);
  });
});
