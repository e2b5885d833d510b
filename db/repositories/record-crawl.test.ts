import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inspect } from 'node:util';
import { asc, sql } from 'drizzle-orm';
import type { CatalogueServer } from '../../domain/catalogue.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { ToolDefinition } from '../../domain/tool.ts';
import { type Database, openDatabase } from '../open-database.ts';
import { readCatalogue, readUnresolved } from '../read-catalogue.ts';
import { crawls } from '../schema/crawls.ts';
import { toolVersions } from '../schema/tools.ts';
import { failedCrawl, judgements, listedCrawl, listing, tool } from '../testing/crawl-results.ts';
import { forEachEngine } from '../testing/for-each-engine.ts';
import { recordCrawl } from './record-crawl.ts';

const deep = Array.from({ length: 128 }).reduce<JsonObject>((inner) => ({ properties: inner }), {});

const hostileDefinitions: Record<string, ToolDefinition> = {
  'a __proto__ key': JSON.parse('{"name":"x","__proto__":{"a":1},"inputSchema":{"__proto__":null,"constructor":1}}'),
  NUL: { name: 'x\0y', 'key\0': '\0', text: '\\u0000' },
  'lone surrogates': { name: '\ud800', '\udc00': ['\ud83d', '\ude00\ud83d', '😀'], other: '\\ud800' },
  'numbers beyond doubles': JSON.parse(
    '{"name":"n","a":9007199254740993,"b":1e308,"c":5e-324,"d":123456789012345678901234567890}',
  ),
  'a megabyte of text': { name: 'big', description: 'é"\\\n'.repeat(200_000) },
  'a depth of 128': { name: 'deep', inputSchema: deep },
  'every control character': {
    name: 'c',
    description: String.fromCharCode(...Array(0xa0).keys(), 0x202e, 0xfffe, 0xffff),
  },
  'nothing but an empty name': { name: '' },
};

forEachEngine((engine) => {
  let opened: Promise<Database> | undefined;
  after(async () => (await opened)?.close());
  const shared = () => {
    opened ??= engine.newUrl().then((url) => openDatabase(url));
    return opened;
  };

  test('a recorded crawl is read back as it was', async (t) => {
    const database = await engine.newDatabase(t);
    const crawl = listedCrawl('example', [tool('second'), tool('first')], {
      listing: listing([tool('second'), tool('first')], {
        instructions: 'Call first.',
        rejected: [{ name: null, reason: 'x' }],
      }),
      facts: { title: 'Example', description: null, license: 'MIT', repository: null, homepage: null },
    });
    const judged = judgements(crawl);
    await recordCrawl(database, crawl, judged);

    const [server] = await catalogue(database);
    assert.deepEqual(server?.identity, crawl.server);
    assert.deepEqual(server.facts, crawl.facts);
    assert.deepEqual(server.crawl, {
      reference: 'npm:example',
      version: '1.0.0',
      outcome: 'listed',
      reason: 'Listed.',
      startedAt: '2026-01-01T00:00:00.000Z',
      seconds: 1.5,
    });
    const { tools: _, ...listed } = crawl.listing ?? assert.fail();
    assert.deepEqual(server.listing, {
      ...listed,
      version: '1.0.0',
      recipe: crawl.recipe,
      sandbox: 'bubblewrap',
      runtime: 'Node 24.0.0',
      outcome: 'listed',
      reason: 'Listed.',
      startedAt: '2026-01-01T00:00:00.000Z',
    });
    assert.deepEqual(
      server.tools.map(({ name, definition, classification }) => ({ name, definition, classification })),
      judged.map(({ classification }, at) => {
        const definition = crawl.listing?.tools[at];
        return { name: definition?.name, definition, classification };
      }),
    );
  });

  test('a changed definition keeps when the tool was first seen and moves when it was last seen', async (t) => {
    const database = await engine.newDatabase(t);
    for (const [startedAt, text] of [
      ['2026-01-01T01:00:00+01:00', 'old'],
      ['2026-02-01T00:00:00Z', 'new'],
      ['2026-03-01T00:00:00Z', 'old'],
    ] as const) {
      const crawl = listedCrawl('example', [tool('same', text)], { startedAt });
      await recordCrawl(database, crawl, judgements(crawl));
    }
    const [server] = await catalogue(database);
    assert.partialDeepStrictEqual(server?.tools, [
      {
        firstSeen: '2026-01-01T00:00:00.000Z',
        lastSeen: '2026-03-01T00:00:00.000Z',
        definition: { description: 'old' },
      },
    ]);
  });

  test('a failed crawl after a listed one shows beside the older list', async (t) => {
    const database = await engine.newDatabase(t);
    const listed = listedCrawl('example', [tool('kept')]);
    await recordCrawl(database, listed, judgements(listed));
    await recordCrawl(database, failedCrawl('example', { version: '2.0.0', startedAt: '2026-02-01T00:00:00Z' }), []);
    const [server] = await catalogue(database);
    assert.equal(server?.crawl.outcome, 'broken');
    assert.equal(server.crawl.version, '2.0.0');
    assert.equal(server.listing?.version, '1.0.0');
    assert.equal(server.tools.length, 1);
  });

  test('each definition is stored once for each of its texts, however often it was listed', async (t) => {
    const database = await engine.newDatabase(t);
    for (const [day, text] of ['a', 'a', 'b', 'a'].entries()) {
      const crawl = listedCrawl('example', [tool('same', text)], { startedAt: `2026-01-0${day + 1}T00:00:00Z` });
      await recordCrawl(database, crawl, judgements(crawl));
    }
    const versions = await database.orm.select().from(toolVersions).orderBy(asc(toolVersions.id));
    assert.deepEqual(
      versions.map((version) => [version.definition.description, version.firstSeen, version.lastSeen]),
      [
        ['a', '2026-01-01T00:00:00.000Z', '2026-01-04T00:00:00.000Z'],
        ['b', '2026-01-03T00:00:00.000Z', '2026-01-03T00:00:00.000Z'],
      ],
    );
  });

  test('a tool that vanished from the newest list is not shown and has its address when it comes back', async (t) => {
    const database = await engine.newDatabase(t);
    const slugs = [];
    for (const [day, names] of [['Get', 'get'], ['get'], ['get', 'Get']].entries()) {
      const crawl = listedCrawl(
        'example',
        names.map((name) => tool(name)),
        { startedAt: `2026-01-0${day + 1}T00:00:00Z` },
      );
      await recordCrawl(database, crawl, judgements(crawl));
      slugs.push((await catalogue(database))[0]?.tools.map((each) => each.slug));
    }
    const [first, second] = slugs[0] ?? [];
    assert.equal(first, 'Get');
    assert.match(second ?? '', /^get~[0-9a-f]{8}$/);
    assert.deepEqual(slugs, [[first, second], [second], [second, first]]);
  });

  test('servers whose names differ only by case get addresses that differ in lower case', async (t) => {
    const database = await engine.newDatabase(t);
    for (const name of ['JSON', 'json']) await recordCrawl(database, failedCrawl(name), []);
    const slugs = (await catalogue(database)).map((server) => server.slug.toLowerCase());
    assert.equal(new Set(slugs).size, 2);
  });

  for (const [title, definition] of Object.entries(hostileDefinitions)) {
    test(`a definition with ${title} comes back exactly`, async () => {
      const database = await shared();
      const name = `hostile-${title.replaceAll(/[^a-z]/gi, '-').toLowerCase()}`;
      const crawl = listedCrawl(name, [definition, tool('neighbour')], {
        reason: '\0\ud800',
        stderrTail: '\u001a0000 \0',
        listing: listing([definition, tool('neighbour')], { instructions: '\udfff\0' }),
      });
      await recordCrawl(database, crawl, judgements(crawl));
      const server = (await catalogue(database)).find((each) => each.identity.name === name);
      assert.deepEqual(server?.listing?.rejected, []);
      assert.equal(JSON.stringify(server.tools[0]?.definition), JSON.stringify(definition));
      assert.equal(server.tools[0]?.name, definition.name);
      assert.equal(server.tools[1]?.name, 'neighbour');
      assert.equal(server.crawl.reason, crawl.reason);
      assert.equal(server.listing?.instructions, '\udfff\0');
      assert.deepEqual(server.tools[0]?.classification, judgements(crawl)[0]?.classification);
    });
  }

  test('tools whose names differ only in what PostgreSQL cannot hold stay apart', async (t) => {
    const database = await engine.newDatabase(t);
    const names = ['a\0', 'a\ud800', 'a\udc00', 'a\u001a0000', 'a\ufffd', '__proto__', 'constructor'];
    const crawl = listedCrawl(
      'example',
      names.map((name) => tool(name)),
    );
    await recordCrawl(database, crawl, judgements(crawl));
    const [server] = await catalogue(database);
    assert.deepEqual(
      server?.tools.map((each) => each.name),
      names,
    );
    assert.equal(new Set(server.tools.map((each) => each.slug.toLowerCase())).size, names.length);
  });

  test('a tool that the database refuses is rejected alone, and so is a second tool of one name', async (t) => {
    const database = await engine.newDatabase(t);
    const tooLong = Array.from({ length: 4_000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000)),
    ).join('');
    const names = ['one', 'two', tooLong, 'three', 'one', 'four'];
    const crawl = listedCrawl(
      'example',
      names.map((name, at) => tool(name, `number ${at}`)),
    );
    await recordCrawl(database, crawl, judgements(crawl));
    const [server] = await catalogue(database);
    assert.deepEqual(
      server?.tools.map((each) => each.definition.description),
      ['number 0', 'number 1', 'number 3', 'number 5'],
    );
    assert.equal(server.crawl.outcome, 'listed-partly');
    assert.deepEqual(
      server.listing?.rejected.map((each) => each.name),
      ['one', tooLong],
    );
    assert.match(server.listing?.rejected[1]?.reason ?? '', /^The database refused it: index row/);
  });

  test('a crawl without a judgement for each tool is not stored at all', async (t) => {
    const database = await engine.newDatabase(t);
    await assert.rejects(recordCrawl(database, listedCrawl('example', [tool('one')]), []), TypeError);
    assert.deepEqual(await catalogue(database), []);
  });

  test('a list larger than one batch comes back whole and in order', async (t) => {
    const database = await engine.newDatabase(t);
    const crawl = listedCrawl(
      'example',
      ['c', 'a', 'b'].map((name) => tool(name, name.repeat(2 ** 21))),
    );
    await recordCrawl(database, crawl, judgements(crawl));
    const [server] = await catalogue(database);
    assert.deepEqual(
      server?.tools.map((each) => each.definition),
      crawl.listing?.tools,
    );
  });

  test('a failure of the database is told without the definitions that were to be stored', async (t) => {
    const database = await engine.newDatabase(t);
    await database.orm.execute(sql`drop table ${toolVersions} cascade`);
    const crawl = listedCrawl('example', [tool('one', 'a text of the server')]);
    await assert.rejects(recordCrawl(database, crawl, judgements(crawl)), (error: Error) => {
      assert.match(error.message, /tool_versions/);
      assert.doesNotMatch(inspect(error, { depth: 10 }), /a text of the server/);
      return true;
    });
    assert.equal((await database.orm.select().from(crawls)).length, 0);
  });

  test('two crawls of one new server at once are both stored', async (t) => {
    const database = await engine.newDatabase(t);
    const names = ['same', 'same', 'Same', 'other'];
    await Promise.all(
      names.map((name) => {
        const crawl = listedCrawl(name, [tool('one'), tool('two')]);
        return recordCrawl(database, crawl, judgements(crawl));
      }),
    );
    const servers = await catalogue(database);
    assert.deepEqual(
      servers.map((server) => server.tools.length),
      [2, 2, 2],
    );
    assert.equal((await database.orm.select().from(crawls)).length, 4);
  });

  test('only references whose newest crawl resolved to no server are unresolved', async (t) => {
    const database = await engine.newDatabase(t);
    const lost = failedCrawl('lost', { server: null, version: null, outcome: 'not-found' });
    await recordCrawl(database, lost, []);
    await recordCrawl(database, failedCrawl('found', { server: null }), []);
    await recordCrawl(database, failedCrawl('found', { startedAt: '2026-02-01T00:00:00Z' }), []);
    assert.deepEqual(
      (await readUnresolved(database)).map((entry) => [entry.reference, entry.crawl.outcome]),
      [['npm:lost', 'not-found']],
    );
  });
});

async function catalogue(database: Database): Promise<CatalogueServer[]> {
  return Array.fromAsync(readCatalogue(database));
}
