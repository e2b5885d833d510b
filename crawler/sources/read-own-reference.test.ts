import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { UsageError } from '../../domain/errors.ts';
import { headerLead, readOwnReference } from './read-own-reference.ts';
import { readBookmark, saveBookmark } from './registry-bookmark.ts';

const root = mkdtempSync(join(tmpdir(), 'assay-own-'));
after(() => rmSync(root, { recursive: true }));
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
write('npm/package.json', '{"name":"@jane/server"}');
write('python/pyproject.toml', '[project]\nname = "jane-server"\n');
write('plain/readme.md', '');
write('list.json', '{"jsonrpc":"2.0","id":1,"result":{"tools":[{"name":"a"}]}}');
write('result.json', '{"tools":[{"name":"a"}],"nextCursor":"x"}');
write('bare.json', '\uFEFF[{"name":"a"}]');
write('wrong.json', '{"tools":"many"}');
write('text.json', 'tools');

const own = { folder: root, name: null };
const read = (reference: string, name: string | null = null) => readOwnReference(reference, { ...own, name });

for (const [reference, id] of [
  ['dir:npm', 'private:@jane/server'],
  ['dir:./python', 'private:jane-server'],
  [`dir:${root}/plain`, 'private:plain'],
  ['file:list.json', 'supplied:list'],
  ['file:result.json', 'supplied:result'],
  ['file:bare.json', 'supplied:bare'],
] as const) {
  test(`${reference.replace(root, '…')} stands under ${id} and nowhere names the folder`, () => {
    const lead = read(reference);
    assert.deepEqual([lead?.reference, lead?.own?.identity.id], [id, id]);
    if (lead?.own?.kind === 'tools') assert.deepEqual(lead.own.tools, [{ name: 'a' }]);
  });
}

test('A name that is given goes before the own one, as one line.', () => {
  assert.equal(read('dir:npm', ' my\nserver ')?.reference, 'private:my server');
});

for (const reference of ['npm:x', 'x', 'https://example.com/', 'file:///etc/passwd', 'dir:']) {
  test(`${reference} names no own server`, () => assert.equal(read(reference), null));
}

for (const reference of [
  'dir:list.json',
  'dir:gone',
  'file:npm',
  'file:gone.json',
  'file:wrong.json',
  'file:text.json',
]) {
  test(`${reference} is refused`, () => assert.throws(() => read(reference), UsageError));
}

test('An address with headers stands under its host and path, without its query.', () => {
  const options = { name: null, allowLocal: false };
  const lead = headerLead('https://Example.com/mcp/?team=a', { authorization: 'Bearer x' }, options);
  assert.equal(lead.reference, 'private:example.com/mcp');
  assert.throws(() => headerLead('https://example.com/?token=x', {}, options), UsageError);
});

test('A registry’s bookmark holds for one catalogue alone, and a damaged one is none.', async () => {
  const registry = 'https://registry.example.com/';
  const place = { dataDir: root, databaseUrl: 'postgres://me:pw@localhost/a' };
  assert.equal(await readBookmark(place, registry), null);
  await saveBookmark(place, registry, '2026-03-01T00:00:00Z');
  assert.equal(await readBookmark(place, registry), '2026-03-01T00:00:00Z');
  assert.equal(await readBookmark(place, `${registry}other/`), null);
  assert.equal(await readBookmark({ ...place, databaseUrl: 'postgres://localhost/b' }, registry), null);
  await saveBookmark(place, registry, 'lately');
  assert.equal(await readBookmark(place, registry), null);
});
