import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListingObservations } from '../domain/crawl-outcome.ts';
import { withVariations } from './compare-lists.ts';
import { listToolsOverStdio } from './list-tools.ts';
import { fixtureRequest } from './testing/fixture-request.ts';
import { needAnySandbox } from './testing/need-any-sandbox.ts';

async function observe(t: Parameters<typeof needAnySandbox>[0], server: string): Promise<ListingObservations | null> {
  const sandbox = await needAnySandbox(t);
  if (!sandbox) return null;
  const { listing, again } = await listToolsOverStdio(sandbox, fixtureRequest(server));
  assert.ok(listing);
  return withVariations(listing, again).observed ?? null;
}

test('a list that changes is caught by asking twice, and other lists are counted over their pages', async (t) => {
  const observed = await observe(t, 'tells-time.mjs');
  if (!observed) return;
  assert.deepEqual(
    observed.variations?.map(({ name, maskedHash }) => [name, maskedHash !== null]),
    [
      ['now', true],
      ['swap', false],
    ],
  );
  assert.deepEqual([observed.resources, observed.prompts], [3, 0]);
});

test('what the newer protocol says of keeping the list is kept', async (t) => {
  const observed = await observe(t, 'good-2026.mjs');
  if (!observed) return;
  assert.deepEqual([observed.variations, observed.resources], [[], 0]);
  assert.deepEqual([observed.ttlMs, observed.cacheScope], [0, 'private']);
  assert.deepEqual(observed.protocolVersions, ['2026-07-28']);
});

test('a server that ends after its list leaves the rest unknown', async (t) => {
  const observed = await observe(t, 'dies-after-list.mjs');
  if (!observed) return;
  assert.deepEqual([observed.variations, observed.resources, observed.prompts], [null, null, 0]);
});
