import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { initialized, type RemoteServer, scriptedListener, startRemote } from '../crawler/testing/remote-servers.ts';
import { openDatabase } from '../db/open-database.ts';
import { readCatalogue } from '../db/read-catalogue.ts';
import { spanHolds } from '../domain/evidence.ts';
import { runScript, startScript } from './testing/run-script.ts';

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-scripts-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const newDatabase = (t: TestContext) => ({ DATABASE_URL: `pglite:${join(newFolder(t), 'database')}` });

async function startTools(t: TestContext, tools: string): Promise<RemoteServer> {
  const list = (id: unknown) => `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":{"tools":[${tools}]}}`;
  const remote = await startRemote(scriptedListener({ initialize: initialized, 'tools/list': list }));
  t.after(remote.close);
  return remote;
}

/** A server that takes the request and never answers; `asked` settles when it came. */
async function startSilence(t: TestContext): Promise<{ url: string; asked: Promise<void> }> {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const remote = await startRemote(() => resolve());
  t.after(remote.close);
  return { url: remote.url.href, asked };
}

const look = '{"name":"look","description":"Returns the weather of a city.","inputSchema":{"type":"object"}}';

async function readServers({ DATABASE_URL }: { DATABASE_URL: string }) {
  const database = await openDatabase(DATABASE_URL);
  try {
    return await Array.fromAsync(readCatalogue(database));
  } finally {
    await database.close();
  }
}

for (const [args, told] of [
  [['foo:bar'], /got "foo:bar".*Use /],
  [['npm:'], /got "npm:"/],
  [['ok-name', '../evil'], /got "\.\.\/evil"/],
  [['--bogus', 'x'], /unknown option '--bogus'/],
  [['--concurrency', '0', 'x'], /--concurrency.*at least 1; got "0"/],
  [[], /got none.*--help/],
  [['dir:/nowhere/at/all'], /dir:<path> to name a folder/],
  [['file:/nowhere.json'], /to be a file/],
  [['--config', '/nowhere.json'], /nowhere\.json to be a file/],
  [['--command', 'node x | sh'], /no shell reads it/],
  [['--command', 'docker run x'], /containers are not started/],
  [['--header', 'Authorization=Bearer abc', 'https://example.com/mcp'], /Authorization=env:VARIABLE; got a literal/],
  [['--header', 'Authorization=env:NOT_SET', 'https://example.com/mcp'], /NOT_SET.*is not set/],
  [['--header', 'A=env:HOME', 'some-name'], /exactly one address with --header/],
  [['--header', 'A=env:HOME', 'https://a.example.com/', 'https://b.example.com/'], /exactly one address/],
  [['--name', 'x', 'some-name'], /exactly one own server/],
  [['--registry', 'ftp://example.com'], /https:\/\//],
  [['--registry', 'https://example.com', '--updated-since', 'lately'], /--updated-since.*got "lately"/],
  [['private:x'], /got "private:x"/],
] as const) {
  test(`crawl ${args.join(' ')} ends with status 2 and one line before anything is opened`, async (t) => {
    const { status, stdout, stderr } = await runScript('crawl', args, {
      DATABASE_URL: `pglite:${newFolder(t)}/file/x`,
    });
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, told);
    assert.equal(stderr.trim().split('\n').length, 1, stderr);
  });
}

test('a data folder that cannot be written to ends with status 3 and one line that names it', async (t) => {
  const file = join(newFolder(t), 'file');
  writeFileSync(file, '');
  const { status, stderr } = await runScript('crawl', ['some-name'], { DATABASE_URL: `pglite:${file}/below` });
  assert.equal(status, 3);
  assert.match(stderr, /file\/below cannot be opened/);
  assert.equal(stderr.trim().split('\n').length, 1, stderr);
});

test('an older Node is told the one line that repairs it, with status 3', async () => {
  const older = `Object.defineProperty(process, 'versions', { value: { node: '20.1.0' } })`;
  const { status, stderr } = await runScript('crawl', ['x'], {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(older)}`,
  });
  assert.equal(status, 3);
  assert.match(stderr, /Expected Node 24.*got Node 20\.1\.0.*npm rebuild node/);
});

test('--json prints one line a server, and the status is 1 when one of them cannot be reached', async (t) => {
  const environment = newDatabase(t);
  const remote = await startTools(t, look);
  const gone = await startRemote(() => {});
  gone.close();
  const args = ['--json', '--allow-local', remote.url.href, gone.url.href];
  const { status, stdout } = await runScript('crawl', args, environment);
  assert.equal(status, 1);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const of = (url: URL) => lines.find(({ reference }) => reference === url.href);
  const { seconds, ...listed } = of(remote.url);
  assert.deepEqual(Object.keys(listed), ['reference', 'server', 'version', 'outcome', 'reason', 'tools']);
  assert.deepEqual([listed.server, listed.outcome, listed.tools], [`remote:${remote.url.href}`, 'listed', 1]);
  assert.equal(typeof seconds, 'number');
  assert.deepEqual([of(gone.url).outcome, of(gone.url).tools], ['unreachable', 0]);
});

test('hostile definitions are stored and judged, and no neighbour is lost', async (t) => {
  const file = new URL('../crawler/testing/servers/hostile-definitions.json', import.meta.url);
  const tools = readFileSync(file, 'utf8')
    .replace('1 MB', 'x'.repeat(2 ** 20))
    .trim()
    .slice(1, -1);
  const environment = newDatabase(t);
  const remote = await startTools(t, tools);
  const { status, stdout } = await runScript('crawl', ['--allow-local', remote.url.href], environment);
  assert.equal(status, 0);
  assert.doesNotMatch(stdout, /[\u202a-\u202e\u2066-\u2069\0]/);

  const [server] = await readServers(environment);
  const names = (JSON.parse(`[${tools}]`) as Array<{ name: string }>).map(({ name }) => name);
  assert.deepEqual(
    server?.tools.map(({ name }) => name),
    names,
  );
  for (const { definition, classification } of server.tools) {
    assert.ok(classification.evidence.every((span) => spanHolds(definition, span)));
    if (classification.basis === 'assumed') assert.notEqual(classification.category, 'Read');
  }
});

test('a crawl that was killed keeps what it acknowledged, and the same command goes on', async (t) => {
  const environment = newDatabase(t);
  const remote = await startTools(t, look);
  const silence = await startSilence(t);
  const args = ['--json', '--allow-local', '--concurrency', '2', remote.url.href];
  const { child, run } = startScript('crawl', [...args, silence.url], environment);
  await once(child.stdout, 'data');
  await silence.asked;
  child.kill('SIGKILL');
  await run;
  const kept = await readServers(environment);
  assert.deepEqual(
    kept.map(({ identity, tools }) => [identity.name, tools.length]),
    [[remote.url.href, 1]],
  );

  const again = await runScript('crawl', args, environment);
  assert.equal(again.status, 0, again.stderr);
});

test('a crawl that was killed again and again ends with the catalogue of one that was not', async (t) => {
  const servers = await Promise.all(
    Array.from({ length: 8 }, (_, number) =>
      number % 4 === 3 ? startRemote((_request, response) => void response.writeHead(500).end()) : startTools(t, look),
    ),
  );
  t.after(() => servers.forEach((server) => void server.close()));
  const args = ['--json', '--allow-local', '--concurrency', '2', ...servers.map(({ url }) => url.href)];
  const [undisturbed, killed] = [newDatabase(t), newDatabase(t)];
  const whole = runScript('crawl', args, undisturbed);
  for (const lines of [1, 2, 5]) {
    const { child, run } = startScript('crawl', args, killed);
    let seen = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString().split('\n').length - 1;
      if (seen >= lines) child.kill('SIGKILL');
    });
    await run;
  }
  assert.equal((await runScript('crawl', args, killed)).status, (await whole).status);
  assert.deepEqual(withoutTimes(await readServers(killed)), withoutTimes(await readServers(undisturbed)));
});

/** The same value without when things were seen and how long they took. */
function withoutTimes(value: unknown): unknown {
  const times = ['startedAt', 'seconds', 'firstSeen', 'lastSeen'];
  return JSON.parse(JSON.stringify(value, (key, inner) => (times.includes(key) ? undefined : inner)));
}

test('--only-failed crawls again what listed nothing, and --limit so many of it', async (t) => {
  const environment = newDatabase(t);
  let isDown = true;
  const good = scriptedListener({
    initialize: initialized,
    'tools/list': (id) => `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":{"tools":[${look}]}}`,
  });
  const listener: RequestListener = (request, response) =>
    isDown ? void response.writeHead(500).end() : good(request, response);
  const remotes = await Promise.all([startRemote(listener), startRemote(listener), startTools(t, look)]);
  t.after(() => remotes.forEach((remote) => void remote.close()));
  const urls = remotes.map(({ url }) => url.href);
  const crawled = async (...args: string[]) => {
    const { stdout } = await runScript('crawl', ['--json', '--allow-local', ...args], environment);
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { reference: string; outcome: string });
  };
  await crawled(...urls);
  isDown = false;
  const first = await crawled('--only-failed', '--limit', '1');
  assert.equal(first.length, 1);
  const rest = await crawled('--only-failed', ...urls);
  assert.deepEqual(
    new Set([...first, ...rest].map(({ reference, outcome }) => `${reference} ${outcome}`)),
    new Set([`${urls[0]} listed`, `${urls[1]} listed`]),
  );
  assert.deepEqual(await crawled('--only-failed'), []);
});

test('Ctrl-C ends a crawl with status 130 and keeps what was finished', async (t) => {
  const environment = newDatabase(t);
  const remote = await startTools(t, look);
  const silence = await startSilence(t);
  const args = ['--json', '--allow-local', '--concurrency', '2', remote.url.href, silence.url];
  const { child, run } = startScript('crawl', args, environment);
  await once(child.stdout, 'data');
  await silence.asked;
  child.kill('SIGINT');
  const { status, stderr } = await run;
  assert.equal(status, 130);
  assert.match(stderr, /what is finished is kept/);
  const kept = await readServers(environment);
  assert.deepEqual(
    kept.filter(({ listing }) => listing).map(({ identity }) => identity.name),
    [remote.url.href],
  );
});

test('a second crawl on one embedded database says who holds it, or waits, and no row is lost', async (t) => {
  const environment = newDatabase(t);
  const [first, second] = await Promise.all([startTools(t, look), startTools(t, look)]);
  const silence = await startSilence(t);
  const holder = startScript('crawl', ['--json', '--allow-local', first.url.href, silence.url], environment);
  await once(holder.child.stdout, 'data');
  await silence.asked;

  const refused = await runScript('crawl', ['--allow-local', second.url.href], environment);
  assert.equal(refused.status, 3);
  assert.match(refused.stderr, new RegExp(`process ${holder.child.pid}.*--wait`));

  const waiting = startScript('crawl', ['--wait', '--allow-local', second.url.href], environment);
  await once(waiting.child.stderr, 'data');
  holder.child.kill('SIGINT');
  await holder.run;
  assert.equal((await waiting.run).status, 0);
  const listed = (await readServers(environment)).filter(({ listing }) => listing);
  assert.deepEqual(new Set(listed.map(({ identity }) => identity.name)), new Set([first.url.href, second.url.href]));
});
