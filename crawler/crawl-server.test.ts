import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { CrawlResult } from '../domain/crawl-outcome.ts';
import { LocalFaultError, UsageError } from '../domain/errors.ts';
import type { CrawlEvent, CrawlOptions } from './crawl-options.ts';
import { type CrawlAnswer, crawlServer } from './crawl-server.ts';
import { smallLimits } from './testing/fixture-request.ts';
import { needAnySandbox } from './testing/need-any-sandbox.ts';
import { needRegistry } from './testing/need-registry.ts';
import { legacyListener, modernListener, startRemote } from './testing/remote-servers.ts';

async function optionsFor(t: TestContext, more: Partial<CrawlOptions> = {}): Promise<CrawlOptions> {
  const dataDir = await mkdtemp(join(tmpdir(), 'crawl-'));
  t.after(() => rm(dataDir, { recursive: true }));
  const base = { dataDir, environment: process.env, limits: smallLimits, allowLocal: true, allowNoSandbox: false };
  return { ...base, ...more };
}

function resultOf(answer: CrawlAnswer): CrawlResult {
  assert.equal(answer.kind, 'crawled');
  return (answer as { result: CrawlResult }).result;
}

test('a remote server is listed under its address', async (t) => {
  const remote = await startRemote(legacyListener());
  t.after(remote.close);
  const result = resultOf(await crawlServer(`${remote.url}#part`, await optionsFor(t)));
  assert.deepEqual([result.outcome, result.server?.id, result.version], ['listed', `remote:${remote.url}`, null]);
  assert.deepEqual(
    result.listing?.tools.map(({ name }) => name),
    ['look'],
  );
  assert.deepEqual([result.sandbox, result.runtime, result.recipe], [null, null, null]);
});

test('a list that a remote marks as private to the one who asks is not kept', async (t) => {
  const remote = await startRemote(modernListener());
  t.after(remote.close);
  const result = resultOf(await crawlServer(`${remote.url}`, await optionsFor(t)));
  assert.deepEqual([result.outcome, result.listing], ['refused', null]);
  assert.match(result.reason, /private/);
});

test('a remote server that is not there is a result', async (t) => {
  const result = resultOf(await crawlServer('http://127.0.0.1:9/mcp', await optionsFor(t)));
  assert.deepEqual([result.outcome, result.listing], ['unreachable', null]);
  assert.match(result.reason, /\S/);
});

test('a text that is no reference is a UsageError, and a data folder that cannot be is a LocalFaultError', async (t) => {
  const options = await optionsFor(t);
  await assert.rejects(crawlServer('foo:bar', options), UsageError);
  await assert.rejects(
    crawlServer('npm:x', { ...options, dataDir: join(import.meta.filename, 'below') }),
    LocalFaultError,
  );
});

test('a registry that does not answer is unreachable, and a client that is missing is named', async (t) => {
  const environment = { ...process.env, npm_config_registry: 'http://127.0.0.1:9/' };
  const silent = resultOf(await crawlServer('npm:is-number', await optionsFor(t, { environment })));
  assert.equal(silent.outcome, 'unreachable', silent.reason);
  const missing = resultOf(await crawlServer('npm:is-number', await optionsFor(t, { environment: { PATH: '' } })));
  assert.equal(missing.outcome, 'install-failed');
  assert.match(missing.reason, /npm could not be started/);
});

test('an interrupted crawl says so', async (t) => {
  const result = resultOf(await crawlServer('npm:is-number', await optionsFor(t, { signal: AbortSignal.abort() })));
  assert.equal(result.outcome, 'interrupted');
});

test('a package of the registry goes through every step, and one that is no server is broken', async (t) => {
  if (!(await needAnySandbox(t)) || !(await needRegistry(t))) return;
  const steps: CrawlEvent['step'][] = [];
  const options = await optionsFor(t, { onEvent: ({ step }) => steps.push(step) });
  const result = resultOf(await crawlServer('is-number@7.0.0', options));
  assert.deepEqual([result.server?.id, result.version, result.outcome], ['npm:is-number', '7.0.0', 'broken']);
  assert.equal(result.facts.license, 'MIT');
  assert.deepEqual(steps, ['resolving', 'installing', 'done']);

  const gone = resultOf(await crawlServer('is-number@77.0.0', options));
  assert.equal(gone.outcome, 'not-found');
  assert.match(gone.reason, /no version 77\.0\.0 of is-number; the newest is/);
});

test('a version that the caller knows already is not crawled again', async (t) => {
  if (!(await needRegistry(t))) return;
  const options = await optionsFor(t, {
    reuse: async ({ id }, version) => id === 'npm:is-number' && version === '7.0.0',
  });
  const answer = await crawlServer('is-number@7.0.0', options);
  assert.deepEqual(answer, {
    kind: 'unchanged',
    reference: 'is-number@7.0.0',
    server: { id: 'npm:is-number', source: 'npm', name: 'is-number' },
    version: '7.0.0',
  });
});

test('a real server is listed from its package', async (t) => {
  if (!(await needAnySandbox(t)) || !(await needRegistry(t))) return;
  const reference = 'npm:@modelcontextprotocol/server-memory@2025.4.25';
  const result = resultOf(await crawlServer(reference, await optionsFor(t)));
  assert.equal(result.outcome, 'listed', result.reason);
  assert.equal(result.recipe?.rung, 'nothing');
  assert.ok(result.listing?.tools.some(({ name }) => name === 'create_entities'));
});
