import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildFixtureSite } from '../testing/build-fixture-site.ts';
import { fixtureServers } from '../testing/fixture-catalogue.ts';
import { fixtureServer } from '../testing/fixture-server.ts';
import { findNestingFault, readPages } from '../testing/read-site.ts';

const [published] = fixtureServers.filter(({ tools }) => tools.length > 0);
assert.ok(published);
const { tools } = published;
const own = [fixtureServer('private', '@jane/mine', tools), fixtureServer('supplied', 'handed in', tools)];
const site = await buildFixtureSite([published, ...own], { includePrivate: true });
after(() => site.remove());
const pages = readPages(site.outDir);

test('A site with private lists says on every page that it is not to be published.', () => {
  for (const { url, html } of pages) {
    assert.match(html, /This site holds private or supplied lists/, url);
    assert.match(html, /<meta name="robots" content="noindex">/, url);
    assert.equal(findNestingFault(html), null, url);
  }
});

test('The pages of a private or supplied server and of its tools say so at the head.', () => {
  for (const [source, told] of [
    ['private', /<strong>Private: /],
    ['supplied', /<strong>Supplied: /],
  ] as const) {
    const ofSource = pages.filter(({ url }) => new RegExp(`^/(servers|tools)/${source}/`).test(url));
    assert.equal(ofSource.length, 1 + tools.length);
    for (const { url, html } of ofSource) assert.match(html.slice(0, html.indexOf('<h2')), told, url);
  }
});

test('The pages of a published server say nothing of the kind about it.', () => {
  const of = pages.filter(({ url }) => url.startsWith(`/tools/${published.identity.source}/`));
  for (const { html } of of) assert.doesNotMatch(html, /<strong>(Private|Supplied): /);
});
