import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { UsageError } from '../domain/errors.ts';
import type { CrawlEvent, CrawlOptions } from './crawl-options.ts';
import { crawlServers } from './crawl-servers.ts';
import { defaultServers } from './default-servers.ts';
import { parseReference } from './sources/parse-reference.ts';
import { smallLimits } from './testing/fixture-request.ts';
import { needRegistry } from './testing/need-registry.ts';
import { initialized, legacyListener, scriptedListener, startRemote } from './testing/remote-servers.ts';

const oneTool = (id: unknown) =>
  JSON.stringify({ jsonrpc: '2.0', id, result: { tools: [{ name: 'look', inputSchema: { type: 'object' } }] } });

async function optionsFor(t: TestContext, more: Partial<CrawlOptions> = {}): Promise<CrawlOptions> {
  const dataDir = await mkdtemp(join(tmpdir(), 'crawl-'));
  t.after(() => rm(dataDir, { recursive: true }));
  const base = { dataDir, environment: process.env, limits: smallLimits, allowLocal: true, allowNoSandbox: false };
  return { ...base, ...more };
}

test('answers come as they are ready: a fast server does not wait for a slow one', async (t) => {
  const slow = await startRemote(() => {});
  const fast = await startRemote(legacyListener());
  t.after(slow.close);
  t.after(fast.close);
  const limits = { ...smallLimits, connectTimeoutMs: 1_500, requestTimeoutMs: 1_500 };
  const seen: string[] = [];
  for await (const answer of crawlServers([slow.url.href, fast.url.href], await optionsFor(t, { limits }))) {
    seen.push(answer.kind === 'crawled' ? `${answer.result.server?.name} ${answer.result.outcome}` : answer.kind);
  }
  assert.deepEqual(seen, [`${fast.url} listed`, `${slow.url} timed-out`]);
});

test('nothing is started when one of the references is none', async (t) => {
  const events: CrawlEvent[] = [];
  const options = await optionsFor(t, { onEvent: (event) => events.push(event) });
  await assert.rejects(crawlServers(['http://127.0.0.1:9/', 'foo:bar'], options).next(), UsageError);
  assert.deepEqual(events, []);
});

test('two references to one server are crawled once', async (t) => {
  const remote = await startRemote(legacyListener());
  t.after(remote.close);
  const answers = await Array.fromAsync(crawlServers([remote.url.href, `${remote.url}#again`], await optionsFor(t)));
  assert.equal(answers.length, 1);
});

test('two references that resolve to one version are crawled once', async (t) => {
  if (!(await needRegistry(t))) return;
  const options = { ...(await optionsFor(t)), concurrency: 1 };
  const kinds = (await Array.fromAsync(crawlServers(['is-number@7.0.0', 'is-number@latest'], options))).map(
    ({ kind }) => kind,
  );
  assert.deepEqual(kinds, ['crawled', 'unchanged']);
});

test('an abort ends the running crawls and begins no other', async (t) => {
  const slow = await startRemote(() => {});
  t.after(slow.close);
  const stop = new AbortController();
  const onEvent = ({ step }: CrawlEvent) => step === 'listing' && stop.abort();
  const options = { ...(await optionsFor(t, { signal: stop.signal, onEvent })), concurrency: 1 };
  const answers = await Array.fromAsync(crawlServers([slow.url.href, 'http://127.0.0.1:9/other'], options));
  assert.deepEqual(
    answers.map((answer) => answer.kind === 'crawled' && answer.result.outcome),
    ['interrupted'],
  );
});

test('a caller that stops listening stops the crawls', async (t) => {
  const slow = await startRemote(() => {});
  const fast = await startRemote(legacyListener());
  t.after(slow.close);
  t.after(fast.close);
  for await (const answer of crawlServers([slow.url.href, fast.url.href], await optionsFor(t))) {
    assert.equal(answer.kind, 'crawled');
    break;
  }
});

test('of one host one server is asked at a time, while other hosts are', async (t) => {
  const remote = await startRemote(scriptedListener({ initialize: initialized, 'tools/list': oneTool }));
  t.after(remote.close);
  const references = [1, 2, 3, 4].map((number) => `${remote.url}?server=${number}`);
  const options = { ...(await optionsFor(t)), concurrency: 4 };
  const answers = await Array.fromAsync(crawlServers(references, options));
  assert.deepEqual(
    answers.map((answer) => answer.kind === 'crawled' && answer.result.outcome),
    references.map(() => 'listed'),
  );
  const turns = remote.paths.filter((path, index) => path !== remote.paths[index - 1]);
  assert.equal(turns.length, references.length, turns.join(' '));
});

test('a server that asks to be left alone for a while is asked again afterwards', async (t) => {
  let isBusy = true;
  const listener = scriptedListener({ initialize: initialized, 'tools/list': oneTool });
  const remote = await startRemote((request, response) => {
    if (!isBusy) return listener(request, response);
    isBusy = false;
    response.writeHead(429, { 'retry-after': '0' }).end();
  });
  t.after(remote.close);
  const [answer] = await Array.fromAsync(crawlServers([remote.url.href], await optionsFor(t)));
  assert.equal(answer?.kind === 'crawled' && answer.result.outcome, 'listed');
});

test('the default set names at least eight npm servers of different kinds, each once', () => {
  const npm = defaultServers.filter(({ reference }) => parseReference(reference).source === 'npm');
  assert.ok(npm.length >= 8);
  assert.equal(new Set(npm.map(({ kind }) => kind)).size, npm.length);
  assert.equal(new Set(defaultServers.map(({ reference }) => reference)).size, defaultServers.length);
});
