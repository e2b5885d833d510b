import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { UsageError } from '../../domain/errors.ts';
import { policyDocumentSchema } from '../../domain/policy-document.ts';
import { splitHidden } from '../../domain/visible-text.ts';
import { buildFixtureSite, streamServers } from '../testing/build-fixture-site.ts';
import { fixtureServers } from '../testing/fixture-catalogue.ts';
import { attributes, fileOf, findNestingFault, readPages } from '../testing/read-site.ts';
import { buildSite } from './build-site.ts';
import { writeSnapshot } from './write-snapshot.ts';

const site = await buildFixtureSite();
after(() => site.remove());
const pages = readPages(site.outDir);
const pageAt = (url: string) => {
  const page = pages.find((candidate) => candidate.url === url);
  assert.ok(page, `no page at ${url}`);
  return page.html;
};
const readJson = async (url: string) => JSON.parse(await readFile(join(site.outDir, url), 'utf8'));

test('The example tool has its page at its address and a policy of ten calls a minute beside it.', async () => {
  const url = '/tools/pypi/awslabs.amazon-bedrock-agentcore-mcp-server/policy_generation_start/';
  assert.match(pageAt(url), /<h1><code>policy_generation_start<\/code><\/h1>/);
  assert.deepEqual(policyDocumentSchema.parse(await readJson(`${url}policy.json`)), {
    version: '1',
    default: 'deny',
    tools: {
      policy_generation_start: {
        limits: [{ counter: 'policy_generation_start_rate', window: 'minute', max: 10, scope: 'grant' }],
      },
    },
  });
});

test('Every tool and server has a page and a policy at its address.', async () => {
  for (const { identity, slug, tools } of fixtureServers) {
    const urls = [
      `/servers/${identity.source}/${slug}/`,
      ...tools.map((tool) => `/tools/${identity.source}/${slug}/${tool.slug}/`),
    ];
    for (const url of urls) {
      pageAt(url);
      policyDocumentSchema.parse(await readJson(`${url}policy.json`));
    }
  }
});

test('The settings for Claude Code name every tool of the server.', async () => {
  const { permissions } = await readJson('/servers/npm/@harbour/records/claude-code-settings.json');
  assert.deepEqual(permissions.deny, ['mcp__records__manage_records', 'mcp__records__run_query', 'mcp__records__sync']);
});

test('No page holds a hidden character, so none can pass for another.', () => {
  for (const { url, html } of pages) {
    const hidden = splitHidden(html).filter((piece) => piece.hidden);
    assert.deepEqual(hidden, [], url);
    assert.ok(!html.includes('\uFFFD'), `${url} holds a replacement character`);
  }
  const hostile = pages.find(({ url }) => url.startsWith('/tools/npm/trapdoor-tools/fetch'))?.html ?? '';
  for (const point of ['U+202E', 'U+0000', 'U+D800', 'U+200B ×3', 'U+E0041']) assert.ok(hostile.includes(point), point);
});

test('Markup of a definition stays text: every tag of every page is ours and nests.', () => {
  for (const { url, html } of pages) {
    assert.equal(findNestingFault(html), null, url);
    assert.doesNotMatch(html.replaceAll(/"[^"]*"/g, '""'), /<img|<[^>]*\son[a-z]+=/, url);
  }
});

test('Every page forbids foreign and inline code and uses none.', () => {
  for (const { url, html } of pages) {
    assert.match(
      html,
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self';/,
      url,
    );
    assert.doesNotMatch(html, /<style|<[^>]*\sstyle="|<script(?![^>]*\ssrc="\/)|javascript:[^<]*"/, url);
    const loaded = [...attributes(html, 'src'), ...attributes(html, 'href', 'link'), ...attributes(html, 'action')];
    assert.deepEqual(
      loaded.filter((address) => !/^\/(?!\/)/.test(address)),
      [],
      url,
    );
  }
});

test('Every link within the site leads to a file, and to a place in it where it names one.', () => {
  const ids = new Map(pages.map(({ url, html }) => [url, new Set(attributes(html, 'id'))]));
  for (const { url, html } of pages) {
    for (const href of [...attributes(html, 'href'), ...attributes(html, 'src')]) {
      if (/^https?:/.test(href)) continue;
      const target = new URL(href, `http://site${url}`);
      assert.ok(fileOf(site.outDir, target.pathname), `${url} links to ${href}`);
      if (target.hash) assert.ok(ids.get(target.pathname)?.has(target.hash.slice(1)), `${url} links to ${href}`);
    }
  }
});

test('A link to an address that a stranger gave vouches for nothing.', () => {
  const html = pageAt('/servers/npm/@harbour/records/');
  assert.match(html, /<a href="https:\/\/github.com\/example\/example" rel="nofollow noopener ugc">/);
  assert.doesNotMatch(pageAt('/servers/npm/trapdoor-tools/'), /href="javascript/);
});

test('A description of a megabyte is cut, and the page says so and stays small.', () => {
  const html = pages.find(({ url }) => url.startsWith('/tools/npm/trapdoor-tools/fetch'))?.html ?? '';
  assert.match(html, /… \(1,034,\d\d\d more of 1,050,\d\d\d characters\)/);
  assert.ok(html.length < 150_000, `${html.length}`);
});

test('Words that a judgement rests on are marked where they stand.', () => {
  const html = pageAt('/tools/npm/@harbour/records/manage_records/');
  assert.match(html, /<blockquote class="quoted">Lists, changes or <mark>deletes records<\/mark> of a table\./);
  assert.match(html, /<code><mark>action<\/mark><\/code>/);
  assert.ok(html.indexOf('Dangerous contradiction') < html.indexOf('id="what"'));
});

test('A second build of the same catalogue does nothing, and a changed one is built.', async () => {
  assert.equal((await buildSite(site)).reused, true);
  await writeSnapshot(streamServers(fixtureServers.slice(0, 1)), [], site.snapshotDir);
  const outDir = join(dirname(site.outDir), 'second');
  assert.equal((await buildSite({ ...site, outDir })).reused, false);
  assert.equal(fileOf(outDir, '/servers/npm/needs-a-key/'), null);
});

test('A build that fails or is interrupted leaves the old site.', async () => {
  const before = await stat(join(site.outDir, 'index.html'));
  const broken = join(dirname(site.outDir), 'broken');
  await writeSnapshot(streamServers(fixtureServers.slice(0, 1)), [], broken);
  await writeFile(join(broken, 'index.json'), '[{"identity"');
  await assert.rejects(buildSite({ snapshotDir: broken, outDir: site.outDir }), /Astro ended with 1/);
  const abort = new AbortController();
  const interrupted = buildSite({ ...site, force: true, signal: abort.signal, onLine: () => abort.abort() });
  await assert.rejects(interrupted, { name: 'AbortError' });
  assert.equal((await stat(join(site.outDir, 'index.html'))).ino, before.ino);
});

test('A folder that holds anything else is never replaced.', async () => {
  const outDir = join(dirname(site.outDir), 'photos');
  await mkdir(outDir);
  await writeFile(join(outDir, 'holiday.jpg'), '');
  await assert.rejects(buildSite({ ...site, outDir }), UsageError);
  assert.deepEqual(await readdir(outDir), ['holiday.jpg']);
});
