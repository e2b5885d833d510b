import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { CatalogueIndexEntry, CatalogueServer } from '../../domain/catalogue.ts';
import { LocalFaultError } from '../../domain/errors.ts';
import { streamServers } from '../testing/build-fixture-site.ts';
import { fixtureServers, fixtureUnresolved } from '../testing/fixture-catalogue.ts';
import { hostileServer } from '../testing/fixture-hostile.ts';
import { fixtureServer } from '../testing/fixture-server.ts';
import { writeSnapshot } from './write-snapshot.ts';

const folder = await mkdtemp(join(tmpdir(), 'assay-snapshot-'));
after(() => rm(folder, { recursive: true }));

const write = (servers: readonly CatalogueServer[], name: string) =>
  writeSnapshot(streamServers(servers), fixtureUnresolved, join(folder, name));
const read = async (...path: string[]) => JSON.parse(await readFile(join(folder, ...path), 'utf8'));

test('A server comes back from its snapshot as it went in, hostile text and keys included.', async () => {
  await write(fixtureServers, 'round-trip');
  const server: CatalogueServer = await read('round-trip', 'servers', 'npm', 'trapdoor-tools.json');
  assert.deepEqual(server, hostileServer);
  assert.ok(Object.hasOwn(server.tools[0]?.definition ?? {}, '__proto__'));
});

test('The index names every server and tool once and counts them.', async () => {
  const { servers, tools } = await write(fixtureServers, 'index');
  const index: CatalogueIndexEntry[] = await read('index', 'index.json');
  assert.equal(servers, fixtureServers.length);
  assert.equal(tools, fixtureServers.flatMap((server) => server.tools).length);
  assert.deepEqual(
    index.map(({ identity }) => identity.id).toSorted(),
    fixtureServers.map(({ identity }) => identity.id).toSorted(),
  );
  assert.deepEqual(await read('index', 'unresolved.json'), fixtureUnresolved);
});

test('The digest depends on what the catalogue holds and not on the order in which it comes.', async () => {
  const [first, reversed, fewer] = [
    await write(fixtureServers, 'digest'),
    await write(fixtureServers.toReversed(), 'digest'),
    await write(fixtureServers.slice(1), 'digest'),
  ];
  assert.equal(reversed.digest, first.digest);
  assert.notEqual(fewer.digest, first.digest);
});

test('Private and supplied servers are left out, and stand in a snapshot only where they are asked for.', async () => {
  const own = [fixtureServer('private', 'mine', []), fixtureServer('supplied', 'handed-in', [])];
  const servers = [...own, ...fixtureServers];
  assert.equal((await write(servers, 'public')).servers, fixtureServers.length);
  assert.deepEqual(await readdir(join(folder, 'public', 'servers')), ['npm', 'pypi', 'remote']);
  const all = await writeSnapshot(streamServers(servers), [], join(folder, 'all'), { includePrivate: true });
  assert.equal(all.servers, servers.length);
});

test('A stream that fails leaves the former snapshot and nothing else.', async () => {
  await write(fixtureServers.slice(0, 1), 'kept/snapshot');
  const before = await read('kept', 'snapshot', 'meta.json');
  async function* failing() {
    yield* fixtureServers.slice(0, 3);
    throw new Error('the connection was lost');
  }
  await assert.rejects(writeSnapshot(failing(), [], join(folder, 'kept/snapshot')), /connection was lost/);
  assert.deepEqual(await read('kept', 'snapshot', 'meta.json'), before);
  assert.deepEqual(await readdir(join(folder, 'kept')), ['snapshot']);
});

const [plain] = fixtureServers;
assert.ok(plain);
const [tool] = plain.tools;
assert.ok(tool);
const collisions: Array<[title: string, servers: CatalogueServer[]]> = [
  ['Two servers of one address', [plain, { ...plain, slug: plain.slug.toUpperCase() }]],
  ['Two tools of one address', [{ ...plain, tools: [tool, { ...tool, slug: tool.slug.toUpperCase() }] }]],
  ['A server whose address leads elsewhere', [{ ...plain, slug: '../elsewhere' }]],
  ['A tool whose address has a slash', [{ ...plain, tools: [{ ...tool, slug: 'a/b' }] }]],
];
for (const [title, servers] of collisions) {
  test(`${title} stops the snapshot.`, async () => {
    await assert.rejects(write(servers, 'collision'), LocalFaultError);
  });
}
