import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CatalogueServer } from '../../../domain/catalogue.ts';
import { fixtureServers } from '../../testing/fixture-catalogue.ts';
import { fixtureServer } from '../../testing/fixture-server.ts';
import { fixtureTool } from '../../testing/fixture-tool.ts';
import { buildSearchIndex } from './build-index.ts';
import { manifestFile, shardFile } from './index-format.ts';
import { searchCatalogue } from './search-catalogue.ts';

function searcher(servers: readonly CatalogueServer[]) {
  const { manifest, shards } = buildSearchIndex(servers);
  const files = new Map<string, unknown>([[manifestFile, manifest]]);
  for (const [prefix, shard] of shards) files.set(shardFile(prefix), shard);
  const read = new Set<string>();
  return {
    files,
    read,
    search: (query: string) =>
      searchCatalogue(query, async (name) => {
        read.add(name);
        return JSON.parse(JSON.stringify(files.get(name)));
      }),
  };
}

const fixture = searcher(fixtureServers);
const queries: Array<[query: string, first: string]> = [
  ['manage_records', 'manage_records'],
  ['manage_r', 'manage_records'],
  ['MANAGE', 'manage_records'],
  ['policy-generation', 'policy_generation_start'],
  ['cedar', 'policy_generation_start'],
  ['records critical execute', 'run_query'],
  ['destructive sql', 'run_query'],
  ['@harbour/records', '@harbour/records'],
  ['awslabs', 'awslabs.amazon-bedrock-agentcore-mcp-server'],
  ['__proto__', '__proto__'],
  ['get_item_200', 'get_item_200'],
];
for (const [query, first] of queries) {
  test(`"${query}" finds ${first} first.`, async () => {
    const [entry] = await fixture.search(query);
    assert.equal(entry?.n, first);
  });
}

for (const query of ['', '   ', '!!!', 'zzzzzz', 'manage zzzzzz']) {
  test(`"${query}" finds nothing.`, async () => assert.deepEqual(await fixture.search(query), []));
}

test('An exact name stands before longer names that begin with it, and these before mere words.', async () => {
  const { search } = searcher([
    fixtureServer('npm', 'one', [
      fixtureTool({ name: 'read', description: 'Lists issues.' }),
      fixtureTool({ name: 'list_issues_of_team' }),
      fixtureTool({ name: 'list_issues' }),
    ]),
  ]);
  assert.deepEqual(
    (await search('list_issues')).map(({ n }) => n),
    ['list_issues', 'list_issues_of_team'],
  );
  assert.deepEqual((await search('issues')).at(-1)?.n, 'read');
});

test('In a large catalogue every tool is found by its name, in at most four files of modest size.', async () => {
  const verbs = ['get', 'list', 'create', 'delete', 'update', 'send'];
  const servers = Array.from({ length: 300 }, (_, server) =>
    fixtureServer(
      'npm',
      `server-${server}`,
      verbs.map((verb) => fixtureTool({ name: `${verb}_thing_${server}`, description: `Can ${verb} things` })),
    ),
  );
  const large = searcher(servers);
  const sizes = [...large.files.values()].map((file) => JSON.stringify(file).length);
  assert.ok(Math.max(...sizes) < 150_000, `${Math.max(...sizes)}`);
  for (const name of ['get_thing_0', 'delete_thing_299', 'send_thing_150']) {
    large.read.clear();
    assert.equal((await large.search(name))[0]?.n, name);
    assert.ok(large.read.size <= 4);
  }
});

test('Hidden characters of a name are spelled out in what is found.', async () => {
  const [entry] = await fixture.search('fetches');
  assert.match(entry?.n ?? '', /^fetch‹U\+202E›<script>/);
});
