import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import {
  type Reply,
  readVerdict,
  sendError,
  sendVerdict,
  startChat,
} from '../classifier/adjudicator/testing/chat-endpoint.ts';
import { initialized, scriptedListener, startRemote } from '../crawler/testing/remote-servers.ts';
import { openDatabase } from '../db/open-database.ts';
import { readCatalogue } from '../db/read-catalogue.ts';
import { recordCrawl } from '../db/repositories/record-crawl.ts';
import { judgements, listedCrawl, tool } from '../db/testing/crawl-results.ts';
import { readSettings } from './lib/settings.ts';
import { runScript, startScript } from './testing/run-script.ts';

type Stored = { DATABASE_URL: string };

/** Two servers, each tool of which an older ruleset called Write at medium. */
async function newCatalogue(t: TestContext): Promise<Stored> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-scripts-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const DATABASE_URL = `pglite:${join(folder, 'database')}`;
  const database = await openDatabase(DATABASE_URL);
  const rooms = listedCrawl('rooms', [
    tool('delete_room', 'Deletes a room.'),
    tool('get_weather', 'Returns the weather of a city.'),
  ]);
  const zorbs = listedCrawl('zorbs', [tool('zorb', 'Zorbs a city in wurbles.')]);
  for (const crawl of [rooms, zorbs]) await recordCrawl(database, crawl, judgements(crawl));
  await database.close();
  return { DATABASE_URL };
}

async function readClasses({ DATABASE_URL }: Stored): Promise<string[]> {
  const database = await openDatabase(DATABASE_URL);
  try {
    const servers = await Array.fromAsync(readCatalogue(database));
    return servers.flatMap(({ tools }) =>
      tools.map(({ name, classification: { category, risk, basis } }) => `${name} ${category} ${risk} ${basis}`),
    );
  } finally {
    await database.close();
  }
}

let models = 0;

/** A model that answers so, as the environment names it, whose verdicts are gone after the test. */
async function newModel(t: TestContext, reply: Reply) {
  models += 1;
  const name = `test-${process.pid}-${models}`;
  const kept = join(readSettings().dataDir, 'verdicts', name);
  t.after(() => rmSync(kept, { recursive: true, force: true }));
  const chat = await startChat(t, reply);
  return {
    chat,
    kept,
    environment: { OPENAI_BASE_URL: chat.baseUrl, OPENAI_API_KEY: 'secret-key', ASSAY_MODEL: name },
  };
}

const settle: Reply = (response) => sendVerdict(response, readVerdict('Zorbs a city'));

const asStored = ['delete_room Write medium rules', 'get_weather Write medium rules', 'zorb Write medium rules'];
const byRules = ['delete_room Write high rules', 'get_weather Read low rules', 'zorb Write high assumed'];
const byModel = [...byRules.slice(0, 2), 'zorb Read low model'];

test('the stored catalogue is judged anew, and what changes is said before it is saved', async (t) => {
  const stored = await newCatalogue(t);
  const tried = await runScript('classify', ['--dry-run'], stored);
  assert.equal(tried.status, 0, tried.stderr);
  assert.match(tried.stdout, /By class:\n {2}1 tool: Write → Read \(rooms get_weather\)\n/);
  assert.match(
    tried.stdout,
    /By risk:\n {2}2 tools: medium → high \(rooms delete_room, zorbs zorb\)\n {2}1 tool: medium → low/,
  );
  assert.match(tried.stdout, /By destructive:\n {2}1 tool: no → yes \(rooms delete_room\)\n/);
  assert.match(tried.stdout, /3 of 3 tools of 2 servers have a new judgement\.\nNothing was saved\.\n$/);
  assert.deepEqual(await readClasses(stored), asStored);

  const saved = await runScript('classify', [], stored);
  assert.equal(saved.status, 0, saved.stderr);
  assert.equal(saved.stdout, tried.stdout.replace('Nothing was saved.', 'Saved 2 of 2 servers.'));
  assert.deepEqual(await readClasses(stored), byRules);

  const again = await runScript('classify', [], stored);
  assert.equal(again.stdout, 'Nothing changes: 3 tools of 2 servers are judged as stored.\n');
});

test('a model settles what the rules leave open, is asked once, and is forgotten without its name', async (t) => {
  const stored = await newCatalogue(t);
  const { chat, environment } = await newModel(t, settle);
  const first = await runScript('classify', [], { ...stored, ...environment });
  assert.equal(first.status, 0, first.stderr);
  assert.deepEqual(await readClasses(stored), byModel);
  assert.equal(chat.requests.length, 1);

  const again = await runScript('classify', [], { ...stored, ...environment });
  assert.match(again.stdout, /^Nothing changes/);
  assert.equal(chat.requests.length, 1);

  const { ASSAY_MODEL: _, ...nameless } = environment;
  const without = await runScript('classify', [], { ...stored, ...nameless });
  assert.match(without.stdout, /1 tool: model → assumed \(zorbs zorb\)/);
  assert.deepEqual(await readClasses(stored), byRules);
});

test('--model-all asks about every tool, within --max-requests', async (t) => {
  const stored = await newCatalogue(t);
  const { chat, environment } = await newModel(t, settle);
  const args = ['--model-all', '--max-requests', '2', '--dry-run'];
  const { status, stderr } = await runScript('classify', args, { ...stored, ...environment });
  assert.equal(status, 0);
  assert.equal(chat.requests.length, 2);
  assert.match(stderr, /1 tool keeps what the rules say\. First reason: .*budget of 2 requests is spent\n$/);
});

test('a broken endpoint leaves every tool with its rules’ result, and is spoken of once', async (t) => {
  const stored = await newCatalogue(t);
  const { environment } = await newModel(t, (response) => sendError(response, 401, 'No such key: secret-key'));
  const { status, stderr } = await runScript('classify', [], { ...stored, ...environment });
  assert.equal(status, 0);
  assert.equal(
    stderr.replaceAll(/^\[.*\n/gm, ''),
    'The model gave no verdict: 1 tool keeps what the rules say. First reason: 401 No such key: …\n',
  );
  assert.deepEqual(await readClasses(stored), byRules);
});

test('Ctrl-C while the model is asked saves no judgement and ends with status 130', async (t) => {
  const stored = await newCatalogue(t);
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const { environment } = await newModel(t, () => resolve());
  const { child, run } = startScript('classify', [], { ...stored, ...environment });
  await asked;
  child.kill('SIGINT');
  assert.equal((await run).status, 130);
  assert.deepEqual(await readClasses(stored), asStored);
});

test('a crawl hears the model too', async (t) => {
  const zorb = '{"name":"zorb","description":"Zorbs a city in wurbles.","inputSchema":{"type":"object"}}';
  const list = (id: unknown) => `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":{"tools":[${zorb}]}}`;
  const remote = await startRemote(scriptedListener({ initialize: initialized, 'tools/list': list }));
  t.after(remote.close);
  const stored = await newCatalogue(t);
  const { environment, kept } = await newModel(t, settle);
  const { status, stdout, stderr } = await runScript('crawl', ['--allow-local', remote.url.href], {
    ...stored,
    ...environment,
  });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /zorb +Read +low/);
  assert.ok(existsSync(kept));
});

test('while another run holds the embedded database, judging anew says who holds it, or waits', async (t) => {
  const stored = await newCatalogue(t);
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const { environment } = await newModel(t, () => resolve());
  const holder = startScript('classify', ['--dry-run'], { ...stored, ...environment });
  await asked;
  const refused = await runScript('classify', [], stored);
  assert.equal(refused.status, 3);
  assert.match(refused.stderr, new RegExp(`process ${holder.child.pid}.*--wait`));

  const waiting = startScript('classify', ['--wait'], stored);
  await once(waiting.child.stderr, 'data');
  holder.child.kill('SIGINT');
  await holder.run;
  assert.equal((await waiting.run).status, 0);
  assert.deepEqual(await readClasses(stored), byRules);
});

for (const [args, environment, told] of [
  [['--output', 'out.jsonl'], {}, /--input.*got --output alone/],
  [['--input', 'tools.jsonl', '--dry-run'], {}, /--dry-run.*cannot be used with.*--input/],
  [['--model-all'], { OPENAI_API_KEY: 'k' }, /set ASSAY_MODEL/],
  [['--max-requests', 'many'], {}, /--max-requests.*got "many"/],
  [[], { ASSAY_MODEL: 'm', OPENAI_BASE_URL: 'localhost:1' }, /OPENAI_BASE_URL/],
] as const) {
  test(`classify ${args.join(' ')} with ${Object.keys(environment).join(' and ') || 'no model'} ends with status 2`, async () => {
    const { status, stderr } = await runScript('classify', args, { DATABASE_URL: 'pglite:/nowhere/x', ...environment });
    assert.equal(status, 2);
    assert.match(stderr, told);
    assert.equal(stderr.trim().split('\n').length, 1, stderr);
  });
}
