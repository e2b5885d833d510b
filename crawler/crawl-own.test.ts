import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CrawlResult } from '../domain/crawl-outcome.ts';
import { crawlServer } from './crawl-server.ts';
import { commandLead, headerLead, readOwnReference, toolListLead } from './sources/read-own-reference.ts';
import { ownLead, type ServerLead } from './sources/server-lead.ts';
import { smallLimits } from './testing/fixture-request.ts';
import { needAnySandbox } from './testing/need-any-sandbox.ts';
import { initialized, scriptedListener, startRemote } from './testing/remote-servers.ts';

const fixtures = fileURLToPath(new URL('./testing', import.meta.url));

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'own-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function crawl(t: TestContext, lead: ServerLead | null): Promise<CrawlResult> {
  assert.ok(lead);
  const answer = await crawlServer(lead.reference, {
    dataDir: newFolder(t),
    environment: process.env,
    limits: smallLimits,
    allowLocal: true,
    allowNoSandbox: false,
    leads: new Map([[lead.reference, lead]]),
  });
  assert.equal(answer.kind, 'crawled');
  return (answer as { result: CrawlResult }).result;
}

const namesOf = ({ listing }: CrawlResult) => listing?.tools.map(({ name }) => name);

/** A folder with the fixture servers in it and this package.json. */
function newPackage(t: TestContext, manifest: object): string {
  const folder = newFolder(t);
  cpSync(join(fixtures, 'launch-servers'), join(folder, 'launch-servers'), { recursive: true });
  cpSync(join(fixtures, 'servers/speak.mjs'), join(folder, 'servers/speak.mjs'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

test('a package in a folder is started in the sandbox, stands under its own name, and the folder is left as it was', async (t) => {
  if (!(await needAnySandbox(t))) return;
  const manifest = {
    name: '@jane/mine',
    version: '0.3.0',
    license: 'MIT',
    bin: { mine: 'launch-servers/asks-twice.mjs' },
  };
  const folder = newPackage(t, manifest);
  const before = readdirSync(folder);
  const result = await crawl(t, readOwnReference(`dir:${folder}`, { folder: '/', name: null }));
  assert.equal(result.outcome, 'listed', result.reason);
  assert.deepEqual(
    [result.reference, result.server?.id, result.version, result.facts.license],
    ['private:@jane/mine', 'private:@jane/mine', '0.3.0', 'MIT'],
  );
  assert.ok(result.sandbox);
  assert.deepEqual(readdirSync(folder), before);
  assert.ok(!JSON.stringify(result).includes(folder));
});

const folders: Array<[title: string, files: Record<string, string>, outcome: CrawlResult['outcome'], told: RegExp]> = [
  ['neither kind of project', {}, 'broken', /package\.json or pyproject\.toml/],
  ['a package without a program', { 'package.json': '{"name":"x"}' }, 'broken', /neither bin nor main/],
  ['a package that was not built', { 'package.json': '{"main":"dist/x.js"}' }, 'needs-build', /dist\/x\.js/],
  ['a program outside', { 'package.json': '{"main":"/bin/../../etc/passwd"}' }, 'needs-build', /etc\/passwd/],
  [
    'a Python project that needs others',
    { 'pyproject.toml': '[project]\nname="x"\ndependencies=["mcp>=1"]\n[project.scripts]\nx="x:main"' },
    'needs-build',
    /mcp>=1/,
  ],
  ['a Python project without a program', { 'pyproject.toml': '[project]\nname="x"' }, 'broken', /project\.scripts/],
];
for (const [title, files, outcome, told] of folders) {
  test(`a folder with ${title} is ${outcome}`, async (t) => {
    if (!(await needAnySandbox(t))) return;
    const folder = newFolder(t);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const result = await crawl(t, readOwnReference(`dir:${folder}`, { folder: '/', name: 'mine' }));
    assert.deepEqual([result.server?.id, result.outcome], ['private:mine', outcome], result.reason);
    assert.match(result.reason, told);
  });
}

test('a Python project that needs nothing is started from its src folder', async (t) => {
  if (!(await needAnySandbox(t))) return;
  const folder = newFolder(t);
  mkdirSync(join(folder, 'src'));
  cpSync(join(fixtures, 'launch-servers/tiny_server.py'), join(folder, 'src/tiny_server.py'));
  const project = '[project]\nname="tiny"\nversion="1.0"\n[project.scripts]\ntiny="tiny_server:main"\n';
  writeFileSync(join(folder, 'pyproject.toml'), project);
  const result = await crawl(t, readOwnReference(`dir:${folder}`, { folder: '/', name: null }));
  assert.equal(result.outcome, 'listed', result.reason);
  assert.deepEqual([result.server?.id, result.version], ['private:tiny', '1.0']);
});

test('a command is started without a shell, with the project of its file mounted', async (t) => {
  if (!(await needAnySandbox(t))) return;
  const folder = newPackage(t, { name: 'x' });
  const line = 'node launch-servers/wants-directory.mjs "/tmp"';
  const result = await crawl(t, commandLead(line, { folder, name: 'mine' }));
  assert.equal(result.outcome, 'listed', result.reason);
  assert.deepEqual([result.server?.id, namesOf(result)], ['private:mine', ['list_directory']]);
  assert.ok(!JSON.stringify(result).includes(folder));
});

test('a file that a command names by its whole path is found, and a folder elsewhere is not shown', async (t) => {
  if (!(await needAnySandbox(t))) return;
  const [folder, elsewhere] = [newPackage(t, { name: 'x' }), newFolder(t)];
  const line = `node '${folder}/launch-servers/wants-directory.mjs' '${elsewhere}'`;
  const result = await crawl(t, commandLead(line, { folder: elsewhere, name: 'mine' }));
  assert.equal(result.outcome, 'listed', result.reason);
});

test('words that are no paths, however long, are passed on as they are', async (t) => {
  if (!(await needAnySandbox(t))) return;
  const line = `node -e 'console.error(process.argv.at(-1).length); process.exit(3)' '${'x/'.repeat(5_000)}'`;
  const result = await crawl(t, commandLead(line, { folder: newFolder(t), name: 'mine' }));
  assert.deepEqual([result.outcome, result.stderrTail], ['broken', '10000']);
});

test('a program of the system is found by its name', async (t) => {
  if (!(await needAnySandbox(t))) return;
  const folder = newFolder(t);
  cpSync(join(fixtures, 'launch-servers/tiny_server.py'), join(folder, 'tiny_server.py'));
  const line = "python3 -c 'import tiny_server; tiny_server.main()'";
  const result = await crawl(t, commandLead(line, { folder, name: 'mine' }));
  assert.equal(result.outcome, 'listed', result.reason);
});

test('a person’s own values reach the server and nothing that is kept', async (t) => {
  if (!(await needAnySandbox(t))) return;
  const key = 'my-own-key-0123456789abcdef';
  const lead = ownLead({
    identity: { id: 'private:mine', source: 'private', name: 'mine' },
    kind: 'command',
    command: 'node',
    folder: newPackage(t, { name: 'x' }),
    values: { arguments: ['launch-servers/prints-its-key.mjs'], environment: { PRIVATE_KEY: key, HOME: '/nowhere' } },
  });
  const result = await crawl(t, lead);
  assert.equal(result.outcome, 'listed', result.reason);
  assert.match(result.reason, /print the value of PRIVATE_KEY/);
  assert.match(JSON.stringify(result.listing), /‹value of PRIVATE_KEY›/);
  assert.equal(result.stderrTail, 'using ‹value of PRIVATE_KEY›');
  assert.ok(!JSON.stringify(result).includes(key.slice(0, 10)));
});

test('a remote server that is asked with headers stands under a private name, and does not show them', async (t) => {
  const secret = 'tok-0123456789abcdef';
  const list = (id: unknown) =>
    JSON.stringify({ jsonrpc: '2.0', id, result: { tools: [{ name: 'look', description: `With ${secret}.` }] } });
  const remote = await startRemote(scriptedListener({ initialize: initialized, 'tools/list': list }));
  t.after(remote.close);
  const headers = { authorization: `Bearer ${secret}` };
  const result = await crawl(t, headerLead(remote.url.href, headers, { name: null, allowLocal: true }));
  assert.deepEqual([result.outcome, result.server?.id], ['listed', `private:${remote.url.host}/mcp`]);
  assert.ok(remote.headers.some(({ authorization }) => authorization === headers.authorization));
  assert.equal(result.listing?.tools[0]?.description, 'With ‹value of authorization›.');
  assert.doesNotMatch(JSON.stringify(result), /tok-/);
});

test('a list that was handed in is taken as a server’s would be, and says that nobody asked one', async (t) => {
  const file = join(newFolder(t), 'list.json');
  const tools = [{ name: 'a', _meta: {}, extra: 1 }, { name: '' }, 7, { name: 'a' }, { name: 'b' }];
  writeFileSync(file, JSON.stringify({ jsonrpc: '2.0', id: 1, result: { tools } }));
  const result = await crawl(t, toolListLead(file, { folder: '/', name: 'handed in' }));
  assert.deepEqual([result.outcome, result.server?.id], ['listed-partly', 'supplied:handed in']);
  assert.deepEqual(result.listing?.tools, [{ name: 'a', extra: 1 }, { name: 'b' }]);
  assert.deepEqual([result.listing.rejected.length, result.listing.transport, result.sandbox], [3, 'file', null]);
  assert.match(result.reason, /no server was asked: 3 of its tools/);
});

test('a command whose files lie in the home itself is refused, and the home is not named', async (t) => {
  if (!(await needAnySandbox(t))) return;
  const result = await crawl(t, commandLead('node -v', { folder: homedir(), name: 'mine' }));
  assert.equal(result.outcome, 'refused');
  assert.match(result.reason, /a folder of their own/);
  assert.ok(!JSON.stringify(result).includes(homedir()));
});

test('the key that an address holds is not kept', async (t) => {
  const key = 'key0123456789abcdef';
  const list = (id: unknown) =>
    JSON.stringify({ jsonrpc: '2.0', id, result: { tools: [{ name: 'look', description: `Fetch /x?k=${key}` }] } });
  const remote = await startRemote(scriptedListener({ initialize: initialized, 'tools/list': list }));
  t.after(remote.close);
  const identity = { id: 'private:mine', source: 'private', name: 'mine' } as const;
  const result = await crawl(t, ownLead({ identity, kind: 'remote', address: `${remote.url}?k=${key}`, headers: {} }));
  assert.equal(result.outcome, 'listed', result.reason);
  assert.ok(!JSON.stringify(result).includes(key));
});
